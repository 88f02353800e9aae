"""Mails of the register: a person learns what was recorded about them."""

from datetime import date, datetime

from lacralo.core.moments import day_text
from lacralo.core.notifications.services import tell
from members.enums import Role
from members.models import Representation, Term


class _Day:
    """A day that is put into words only when the mail is, in the reader's language."""

    def __init__(self, on: date):
        self.on = on

    def __str__(self):
        return day_text(self.on)


def representation_began(representation: Representation, *, at: datetime) -> None:
    """Tell the person that they act for a member, in what quality and from when."""
    holds_vote = representation.role == Role.PRIMARY
    _tell("representation_began", representation, at, representation=representation, holds_vote=holds_vote)


def representation_ended(representation: Representation, *, at: datetime) -> None:
    """Tell the person that they no longer act for a member, from when and why."""
    _tell("representation_ended", representation, at, representation=representation)


def term_began(term: Term, *, at: datetime) -> None:
    """Tell the person that an office was recorded as theirs."""
    _tell("term_began", term, at, term=term)


def term_ended(term: Term, *, at: datetime) -> None:
    """Tell the person that the end of their office was recorded."""
    _tell("term_ended", term, at, term=term)


def _tell(news: str, role: Representation | Term, at: datetime, **context) -> None:
    days = {"start": _Day(role.start), "end": _Day(role.end) if role.end else ""}
    event = f"members.{news}:{role.pk}"
    tell(person=role.person, event=event, template=f"members/{news}", context=context | days, at=at)
