"""Mails of the register: a person learns what was recorded about them."""

from datetime import date, datetime

from lacralo.core.moments import day_text
from lacralo.core.notifications.services import tell
from lacralo.core.people.models import Person
from members.enums import Role
from members.models import Member, Representation, Term


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


def entry_to_confirm(member: Member, person: Person, *, last: date | None, event: str, at: datetime) -> None:
    """Ask somebody who acts for the member whether what the register says of it is still right."""
    name = "entry_to_confirm"
    context = {"member": member, "last": _Day(last) if last else ""}
    tell(person=person, event=f"members.{name}:{event}", template=f"members/{name}", context=context, at=at)


def _tell(news: str, role: Representation | Term, at: datetime, **context) -> None:
    days = {"start": _Day(role.start), "end": _Day(role.end) if role.end else ""}
    event = f"members.{news}:{role.pk}"
    tell(person=role.person, event=event, template=f"members/{news}", context=context | days, at=at)
