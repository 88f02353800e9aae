"""Rows about participation, each made for one door."""

from datetime import timedelta

from lacralo.core.notifications.models import Notice
from lacralo.core.people.models import Person
from members.enums import CreditKind, OccasionKind
from members.models import Contest, Credit, Leave, Member, Occasion, ParticipationWarning
from tests.builders import NOW, TODAY


def occasion() -> Occasion:
    """A monthly call."""
    return Occasion.objects.create(
        kind=OccasionKind.CALL, held_on=TODAY, evidence_type="members.member", evidence_id="1"
    )


def credit(member: Member, person: Person) -> Credit:
    """Something the member reported."""
    return Credit.objects.create(
        member=member,
        person=person,
        kind=CreditKind.REPORTED,
        earned_on=TODAY,
        evidence_type="members.member",
        evidence_id=str(member.pk),
        is_public=True,
    )


def contest(member: Member, person: Person) -> Contest:
    """A line that the member contests."""
    return Contest.objects.create(
        member=member,
        occasion=occasion(),
        words="We were there.",
        language="en",
        filed_by=person,
        filed_at=NOW,
        due_on=TODAY + timedelta(days=15),
    )


def leave(member: Member, person: Person) -> Leave:
    """A leave that runs."""
    return Leave.objects.create(
        member=member, kind="leave", start=TODAY, end=TODAY + timedelta(days=3650), reason="Asked for"
    )


def warning(member: Member, person: Person) -> ParticipationWarning:
    """A first notice."""
    return ParticipationWarning.objects.create(member=member, step="first_notice", written_at=NOW)


def notice(member: Member, person: Person) -> Notice:
    """The mail of a first notice."""
    return Notice.objects.create(
        person=person,
        event=warning(member, person).event,
        address=person.email,
        language="en",
        subject="First notice",
        body="First notice",
        written_at=NOW,
        next_try_at=NOW,
        sent_at=NOW,
    )
