"""The handover of an office on paper."""

from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.pdf.services import issue_document
from lacralo.core.people.models import Person
from members.models import Term
from members.selectors.handover import KIND, handover_of

_TEMPLATE = "pdf/members/handover.html"


def issue_handover(*, term: Term, language: str, by: Person | None, now: datetime) -> IssuedDocument:
    """The paper in that language as things stand; asked again on the same UTC day, the same file.

    Its moments are UTC.  Raises CannotMakePdf where the libraries that draw it are missing.
    """
    with override(language), timezone.override(UTC):
        return issue_document(
            kind=KIND,
            subject=term,
            title=_("Handover: %(office)s") % {"office": term.position.name},
            template=_TEMPLATE,
            context={"handover": handover_of(term, language, now), "now": now, "portal": settings.PORTAL_URL},
            language=language,
            by=by,
            now=now,
            edition=f"{statute_day(now)}",
        )
