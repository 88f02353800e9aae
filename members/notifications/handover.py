"""Mails about handing an office over."""

from datetime import datetime

from django.utils import translation

from lacralo.core.moments import day_text
from lacralo.core.notifications.services import tell
from members.models import Term


def hand_over(term: Term, *, event: str, at: datetime) -> None:
    """Ask the holder of a term that ends soon to look at what is handed over."""
    _tell("handover_due", term, event, at)


def take_over(term: Term, *, event: str, at: datetime) -> None:
    """Welcome a new holder: what is open in the office, what it opens, what to do first."""
    _tell("handover_begun", term, event, at)


def _tell(news: str, term: Term, event: str, at: datetime) -> None:
    with translation.override(term.person.language):
        end = day_text(term.end) if term.end else ""
    context = {"term": term, "end": end}
    tell(
        person=term.person,
        event=f"members.{news}:{event}",
        template=f"members/{news}",
        context=context,
        at=at,
    )
