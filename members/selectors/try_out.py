"""Other indicators, tried on what is on record: who would stand otherwise.  Nothing is stored."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from members.enums.participation import Standing
from members.models import Credit, Member
from members.rules.parameters import MemberRules
from members.rules.standing import months_before
from members.selectors.standing import record_of

#: How far back indicators are tried.
MONTHS = 24


@dataclass(frozen=True)
class Change:
    """A member that stands otherwise on the last day, and in how many of the months it would have."""

    member: Member
    present: Standing
    tried: Standing
    months: int


@dataclass(frozen=True)
class Month:
    """How many members stood how on a day, under the present indicators and under those tried."""

    on: date
    present: Counter[Standing]
    tried: Counter[Standing]
    changed: int


@dataclass(frozen=True)
class TryOut:
    """What other indicators would have made of the last months; the newest month first."""

    months: tuple[Month, ...]
    changes: tuple[Change, ...]
    members: int
    left_out: int


def try_out(tried: MemberRules, present: MemberRules, *, today: date) -> TryOut:
    """How the members of today stood at each month's distance over two years, under both.

    `left_out` credits are not public, so that nothing about them is found out by trying.  A constant number
    of queries.
    """
    days = [months_before(today, months) for months in range(MONTHS + 1)]
    longest = max(tried.longest_window, present.longest_window)
    record = record_of(since=days[-1], until=today, months=longest, only_public=True)
    stood = {
        on: {
            pk: (record.answer(pk, present, on).standing, record.answer(pk, tried, on).standing)
            for pk in record.kinds
        }
        for on in days
    }
    return TryOut(
        months=tuple(_month(on, stood[on]) for on in days),
        changes=_changes(stood, today),
        members=len(record.kinds),
        left_out=Credit.objects.standing().filter(is_public=False, earned_on__gte=days[-1]).count(),
    )


def _month(on: date, stood: dict[int, tuple[Standing, Standing]]) -> Month:
    return Month(
        on,
        Counter(present for present, _ in stood.values()),
        Counter(tried for _, tried in stood.values()),
        sum(present != tried for present, tried in stood.values()),
    )


def _changes(stood: dict[date, dict[int, tuple[Standing, Standing]]], today: date) -> tuple[Change, ...]:
    months = Counter(
        pk for members in stood.values() for pk, (present, tried) in members.items() if present != tried
    )
    members = Member.objects.filter(pk__in=months).order_by("search_name", "pk")
    return tuple(Change(each, *stood[today][each.pk], months[each.pk]) for each in members)
