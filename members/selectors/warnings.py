"""What members whose participation fell were told, and whether it arrived."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.notifications.models import Notice
from members.enums.participation import WarningStep
from members.models import Member, ParticipationWarning
from members.rules.consequences import Sent


@dataclass(frozen=True)
class Told:
    """A warning and its mails."""

    warning: ParticipationWarning
    mails: tuple[Notice, ...]

    @property
    def has_arrived(self) -> bool:
        """Whether one of its mails was sent and did not come back."""
        return any(each.sent_at and not each.bounced_at for each in self.mails)

    @property
    def as_sent(self) -> Sent:
        """As the rules ask for it."""
        arrived = [each.sent_at for each in self.mails if each.sent_at and not each.bounced_at]
        delivered = statute_day(min(arrived)) if arrived else None
        return Sent(WarningStep(self.warning.step), statute_day(self.warning.written_at), delivered)


def open_warnings(members: Collection[int] | None = None) -> QuerySet[ParticipationWarning]:
    """The warnings on which something can rest, oldest first."""
    rows = ParticipationWarning.objects.open() if members is None else _of(members)
    return rows.select_related("member").order_by("written_at", "pk")


def _of(members: Collection[int]) -> QuerySet[ParticipationWarning]:
    return ParticipationWarning.objects.open().filter(member__in=members)


def told(warnings: Iterable[ParticipationWarning]) -> tuple[Told, ...]:
    """The warnings with their mails; one query more."""
    warnings = tuple(warnings)
    mails = defaultdict(list)
    written = Notice.objects.filter(event__in=[each.event for each in warnings]).select_related("person")
    for mail in written.order_by("pk"):
        mails[mail.event].append(mail)
    return tuple(Told(each, tuple(mails[each.event])) for each in warnings)


def told_to(member: Member) -> tuple[Told, ...]:
    """What is open against one member; two queries."""
    return told(open_warnings([member.pk]))
