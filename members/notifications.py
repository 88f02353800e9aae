"""Mails of the register: a person learns what was recorded about them."""

from datetime import datetime

from lacralo.core.notifications.services import tell
from members.models import Representation, Term


def representation_began(representation: Representation, *, at: datetime) -> None:
    """Tell the person that they act for a member, in what quality and from when."""
    _tell("representation_began", representation, representation=representation, at=at)


def representation_ended(representation: Representation, *, at: datetime) -> None:
    """Tell the person that they no longer act for a member, from when and why."""
    _tell("representation_ended", representation, representation=representation, at=at)


def term_began(term: Term, *, at: datetime) -> None:
    """Tell the person that an office was recorded as theirs."""
    _tell("term_began", term, term=term, at=at)


def term_ended(term: Term, *, at: datetime) -> None:
    """Tell the person that the end of their office was recorded."""
    _tell("term_ended", term, term=term, at=at)


def _tell(news: str, subject: Representation | Term, *, at: datetime, **context) -> None:
    event = f"members.{news}:{subject.pk}"
    tell(person=subject.person, event=event, template=f"members/{news}", context=context, at=at)
