"""A meeting as it sits: who is there, whether they are enough, who had no interpretation."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums.meetings import Circle, SeriesKind
from members.enums.minutes import IncidentKind, Presence, Quality, QuorumRule
from members.models import Attendance, AttendanceRequest, InterestsAsked, Meeting, Member, Sitting
from members.rules.kinds import OPEN
from members.rules.quorum import ASSEMBLY_ARTICLE, Quorum, QuorumTerms, quorum
from members.rules.sittings import Standing, best
from members.selectors.invited import Seat, invited
from members.selectors.representation import voting_representatives_on
from members.selectors.rules import rules_on


@dataclass(frozen=True)
class ListRow:
    """A line of the list of attendance; who was invited and is not on record is absent."""

    name: str
    quality: Quality
    presence: Presence
    person: Person | None = None
    member: Member | None = None
    attendance: Attendance | None = None

    @property
    def channel(self) -> str:
        """The language in which they followed the meeting."""
        return self.attendance.channel if self.attendance else ""


def standing_of(meeting: Meeting) -> Standing:
    """What was done with the meeting so far."""
    is_cancelled = meeting.cancelled_at is not None
    return Standing(meeting.starts_at, meeting.opened_at, meeting.closed_at, is_cancelled)


def attendances(meeting: Meeting) -> QuerySet[Attendance]:
    """What is on record, with names."""
    return meeting.attendances.select_related("person", "member")


def attendance_list(
    meeting: Meeting, seats: dict[int, Seat] | None = None, rows: Iterable[Attendance] | None = None
) -> list[ListRow]:
    """Everybody invited and everybody on record, by name."""
    seats = invited(meeting) if seats is None else seats
    rows = attendances(meeting) if rows is None else rows
    there = {each.person_id or f"name:{each.pk}": each for each in rows}
    found = [_row(each) for each in there.values()]
    found += [
        ListRow(seat.person.name, seat.quality, Presence.ABSENT, seat.person, seat.member)
        for key, seat in seats.items()
        if key not in there
    ]
    return sorted(found, key=lambda each: each.name)


def _row(each: Attendance) -> ListRow:
    name = each.person.name if each.person else each.name
    return ListRow(name, Quality(each.quality), Presence(each.presence), each.person, each.member, each)


def counts_of(rows: Iterable[ListRow]) -> dict[str, int]:
    """How many stand on the list with each code."""
    counted = Counter(each.presence for each in rows)
    return {"present": counted[Presence.PRESENT], "apologies": counted[Presence.APOLOGIES],
            "absent": counted[Presence.ABSENT]}  # fmt: skip


def channels_used(rows: Iterable[ListRow]) -> list[tuple[str, int]]:
    """In which languages those present followed the meeting, and how many in each."""
    present = (each.channel for each in rows if each.presence == Presence.PRESENT and each.channel)
    return sorted(Counter(present).items())


def counts_members(meeting: Meeting) -> bool:
    """Whether the quorum counts members; in a body or a group it counts persons."""
    return meeting.series.circle == Circle.MEMBERS


def quorum_terms(meeting: Meeting) -> QuorumTerms:
    """What the rules of the day of the meeting ask."""
    rules = rules_on(statute_day(meeting.starts_at))
    kind = meeting.series.kind
    if kind == SeriesKind.ASSEMBLY:
        return QuorumTerms(
            QuorumRule.MORE_THAN_HALF, ASSEMBLY_ARTICLE, wait_minutes=rules.assembly_wait_minutes
        )
    if kind == SeriesKind.MONTHLY_CALL:
        return QuorumTerms(QuorumRule.NUMBER, OPEN, rules.call_quorum)
    if kind in (SeriesKind.MENTORING, SeriesKind.CAPACITY):
        return QuorumTerms(QuorumRule.WHOEVER_CAME, OPEN)
    return QuorumTerms(QuorumRule.MORE_THAN_HALF, OPEN)


def quorum_of(
    meeting: Meeting, rows: Iterable[ListRow], now: datetime, *, sitting: Sitting | None = None
) -> Quorum:
    """Whether enough are present now, by this list; nobody is recused until matters are known."""
    rows = list(rows)
    if counts_members(meeting):
        base = {each.member.pk for each in rows if each.member and each.quality == Quality.REPRESENTATIVE}
        present = {each.member.pk for each in rows if _represents(each)}
    else:
        officers = [each for each in rows if each.quality == Quality.OFFICER]
        base = {each.name for each in officers}
        present = {each.name for each in officers if each.presence == Presence.PRESENT}
    return quorum(
        present=len(present),
        base=len(base),
        terms=quorum_terms(meeting),
        is_in_person=bool(sitting and sitting.is_in_person),
        minutes_since_start=max(int((now - meeting.starts_at).total_seconds() // 60), 0),
    )


def _represents(row: ListRow) -> bool:
    is_one = row.quality == Quality.REPRESENTATIVE and row.member is not None
    return is_one and row.presence == Presence.PRESENT


def by_member(rows: Iterable[ListRow]) -> dict[int, ListRow]:
    """What each member is credited with: the line of whoever came, or else sent apologies."""
    found: dict[int, list[ListRow]] = {}
    for each in rows:
        if each.member and each.quality in (Quality.REPRESENTATIVE, Quality.OFFICER):
            found.setdefault(each.member.pk, []).append(each)
    return {
        key: next(each for each in lines if each.presence == best(one.presence for one in lines))
        for key, lines in found.items()
    }


def languages_that_failed(meeting: Meeting) -> set[str]:
    """Into which languages interpretation failed, by the log of incidents."""
    failed = meeting.incidents.filter(kind=IncidentKind.INTERPRETATION)
    return set(failed.values_list("language", flat=True))


def without_interpretation(meeting: Meeting) -> list[Member]:
    """The members whose vote is held by somebody whose language had no working channel."""
    worked = set(meeting.channels.values_list("language", flat=True)) - languages_that_failed(meeting)
    holders = voting_representatives_on(statute_day(meeting.starts_at))
    alone = [each.member_id for each in holders.values() if each.person.language not in worked]
    return list(Member.objects.filter(pk__in=alone))


def last_asked(person: Person) -> datetime | None:
    """When somebody last said whether anything changed in their interests."""
    asked = InterestsAsked.objects.filter(person=person).order_by("-asked_at")
    return asked.values_list("asked_at", flat=True).first()


def open_requests() -> QuerySet[AttendanceRequest]:
    """The requests to correct an attendance that wait for an answer, oldest first."""
    found = AttendanceRequest.objects.filter(answered_at=None)
    return found.select_related("meeting__series", "member", "person").order_by("asked_at")
