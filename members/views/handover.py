"""What is handed over with an office: a page, and the same on paper."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from lacralo.core.pdf.rendering import CannotMakePdf
from lacralo.core.verdicts import require
from members.documents.handover import issue_handover
from members.models import Term
from members.permissions.handover import can_read_handover
from members.selectors.handover import handover_of, pack, packs_of, terms

_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def _term(request, pk: int) -> Term:
    """The term, for whoever may read its handover.  Raises Refused, Http404."""
    term = get_object_or_404(terms(), pk=pk)
    require(can_read_handover(request.person, term, now=request.now))
    return term


@never_cache
def handover(request, pk):
    """What is open in the office, what it opens, and what a new holder does first."""
    term = _term(request, pk)
    return render(
        request,
        "members/handover.html",
        {
            "handover": handover_of(term, get_language(), request.now),
            "papers": packs_of(term),
            "languages": _LANGUAGES,
            "now": request.now,
            "portal": "",
        },
    )


@require_POST
def handover_issue(request, pk, language):
    """Have the paper made in that language, as things stand today."""
    term = _term(request, pk)
    if language not in _LANGUAGES:
        raise Http404
    try:
        document = issue_handover(term=term, language=language, by=request.person, now=request.now)
    except CannotMakePdf:
        messages.error(
            request, _("PDF files cannot be made on this server. Print this page from your browser instead.")
        )
        return redirect("members:handover", term.pk)
    return redirect("members:handover_pdf", term.pk, document.code)


@never_cache
def handover_pdf(request, pk, code):
    """The paper itself, for the same readers."""
    document = pack(_term(request, pk), code)
    if document is None:
        raise Http404
    response = HttpResponse(bytes(document.content), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="lacralo-handover-{document.language}.pdf"'
    return response
