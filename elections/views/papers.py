"""The proclamation on paper, in the four languages."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from elections.documents.proclamation import issue_proclamation, proclamation_documents
from elections.models import Election, Proclamation
from elections.selectors.results import last_proclamation
from elections.views.doors import election_or_404
from lacralo.core.pdf.rendering import CannotMakePdf
from lacralo.core.permissions import public

_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def _proclaimed(request, slug: str, language: str = "") -> tuple[Election, Proclamation]:
    """A proclaimed election, and a language of the portal if one is asked for."""
    election = election_or_404(request, slug)
    proclamation = last_proclamation(election)
    if proclamation is None or (language and language not in _LANGUAGES):
        raise Http404
    return election, proclamation


@public
def proclamation(request, slug):
    """The papers that were issued, and a button for each that was not asked for yet."""
    election, proclaimed = _proclaimed(request, slug)
    issued = proclamation_documents(proclaimed)
    papers = [(code, issued.get(code)) for code in _LANGUAGES]
    return render(
        request,
        "elections/proclamation.html",
        {"election": election, "proclamation": proclaimed, "papers": papers},
    )


@public
@require_POST
def proclamation_issue(request, slug, language):
    """Have the paper made in that language: anybody may, once; the next reader gets the same file."""
    election, proclaimed = _proclaimed(request, slug, language)
    try:
        issue_proclamation(proclamation=proclaimed, language=language, by=request.person, now=request.now)
    except CannotMakePdf:
        messages.error(
            request,
            _(
                "PDF files cannot be made on this server. The page of the result can be printed from your "
                "browser instead; it says the same."
            ),
        )
        return redirect("elections:proclamation", election.slug)
    return redirect("elections:proclamation_pdf", election.slug, language)


@public
def proclamation_pdf(request, slug, language):
    """The paper itself; where it was not issued yet, the page with the button that has it made."""
    election, proclaimed = _proclaimed(request, slug, language)
    document = proclamation_documents(proclaimed).get(language)
    if document is None:
        return redirect("elections:proclamation", election.slug)
    response = HttpResponse(bytes(document.content), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{election.slug}-{language}.pdf"'
    return response
