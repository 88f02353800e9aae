"""How members stand: the facts of all of them in a constant number of queries, and the answer on a day."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Min

from members.enums import CreditKind, Excuse, MemberKind, MemberStatus, OccasionKind
from members.enums.participation import Ground, Standing
from members.models import (
    Credit,
    InitialStanding,
    Leave,
    Member,
    Occasion,
    OccasionExcuse,
    StatusPeriod,
    Suspension,
)
from members.rules.parameters import MemberRules
from members.rules.periods import Period
from members.rules.standing import Answer, Calendar, Earned, Facts, Held, Start, standing, window_start


@dataclass(frozen=True)
class Record:
    """The participation of some members: the occasions of all, and the facts and the kind of each."""

    calendar: Calendar
    kinds: dict[int, MemberKind]
    facts: dict[int, Facts] = field(default_factory=dict)

    def facts_of(self, member: int) -> Facts:
        """The facts of a member; none at all for one of whom nothing is known."""
        return self.facts.get(member, Facts())

    def answer(self, member: int, rules: MemberRules, on: date) -> Answer:
        """How the member stands on that day under these rules."""
        return standing(self.facts_of(member), rules.indicators_of(self.kinds[member]), self.calendar, on)


def standings_on(on: date, rules: MemberRules, members: Collection[int] | None = None) -> dict[int, Answer]:
    """How every accredited member stands on that day, by its id; of `members` only, when they are named.

    A constant number of queries, however many members there are.
    """
    record = record_of(since=on, until=on, months=rules.longest_window, members=members)
    return {member: record.answer(member, rules, on) for member in record.kinds}


def record_of(
    *,
    since: date,
    until: date,
    months: int,
    members: Collection[int] | None = None,
    only_public: bool = False,
) -> Record:
    """What says how members stand on any day from `since` to `until`, by windows of so many months.

    Of those accredited on the last of these days, or of `members`; nine queries.
    """
    kinds = _kinds(until, members)
    leaves = _leaves(members)
    starts = [window_start(since, months, each) for each in leaves.values()]
    first = min([window_start(since, months), *starts])
    began = Occasion.objects.aggregate(first=Min("held_on"))["first"]
    calendar = Calendar(_held(first, until), began)
    return Record(calendar, kinds, _facts(kinds, leaves, (first, until), members, only_public))


def _kinds(on: date, members: Collection[int] | None) -> dict[int, MemberKind]:
    rows = Member.objects.measured()
    if members is not None:
        rows = rows.filter(pk__in=members)
    if members is None:
        rows = rows.accredited_on(on)
    return {pk: MemberKind(kind) for pk, kind in rows.values_list("pk", "kind")}


def _of(rows, members: Collection[int] | None):
    return rows if members is None else rows.filter(member__in=members)


def _leaves(members: Collection[int] | None) -> dict[int, tuple[Period, ...]]:
    found = defaultdict(list)
    for member, start, end in _of(Leave.objects, members).values_list("member", "start", "end"):
        found[member].append(Period(start, end))
    return {member: tuple(leaves) for member, leaves in found.items()}


def _held(first: date, until: date) -> list[Held]:
    rows = Occasion.objects.filter(held_on__range=(first, until))
    columns = rows.values_list("kind", "held_on", "evidence_type", "evidence_id")
    return [Held(OccasionKind(kind), on, (of, pk)) for kind, on, of, pk in columns]


def _facts(kinds, leaves, between, members, only_public) -> dict[int, Facts]:
    earned, excused = _earned(between, members, only_public), _excused(between, members)
    since, loaded, suspended = _since(members), _loaded(members), _suspended(members)
    return {
        member: Facts(
            earned=tuple(earned.get(member, ())),
            excused=excused.get(member, {}),
            leaves=leaves.get(member, ()),
            since=since.get(member),
            starts=(*loaded.get(member, ()), *_restored(suspended.get(member, ()))),
            suspended=tuple(suspended.get(member, ())),
        )
        for member in kinds
    }


def _earned(
    between: tuple[date, date], members: Collection[int] | None, only_public: bool
) -> dict[int, list[Earned]]:
    rows = _of(Credit.objects.standing(), members).filter(earned_on__range=between)
    if only_public:
        rows = rows.filter(is_public=True)
    columns = rows.values_list("member", "kind", "earned_on", "evidence_type", "evidence_id")
    kinds = {str(kind): kind for kind in CreditKind}
    found: dict[int, list[Earned]] = {}
    for member, kind, on, of, pk in columns.iterator(chunk_size=5000):
        found.setdefault(member, []).append(Earned(kinds[kind], on, (of, pk)))
    return found


def _excused(between: tuple[date, date], members: Collection[int] | None) -> dict[int, dict]:
    rows = _of(OccasionExcuse.objects, members).filter(occasion__held_on__range=between)
    columns = rows.values_list("member", "reason", "occasion__evidence_type", "occasion__evidence_id")
    found = defaultdict(dict)
    for member, reason, of, pk in columns:
        found[member][of, pk] = Excuse(reason)
    return found


def _since(members: Collection[int] | None) -> dict[int, date | None]:
    """Since when each member is accredited without a break; None where nobody wrote it down."""
    found: dict[int, date | None] = {}
    rows = _of(StatusPeriod.objects.filter(status=MemberStatus.ACCREDITED), members)
    for member, start in rows.order_by("start").values_list("member", "start"):
        found[member] = start
    return found


def _loaded(members: Collection[int] | None) -> dict[int, list[Start]]:
    """The standings that were loaded with a decision: from then on a member is measured."""
    found = defaultdict(list)
    rows = _of(InitialStanding.objects, members).order_by("on", "pk")
    for member, on, kind in rows.values_list("member", "on", "standing"):
        found[member].append(Start(on, Standing(kind), Ground.INITIAL))
    return found


def _suspended(members: Collection[int] | None) -> dict[int, list[Period]]:
    found = defaultdict(list)
    for member, start, end in _of(Suspension.objects, members).values_list("member", "start", "end"):
        found[member].append(Period(start, end))
    return found


def _restored(suspended: Collection[Period]) -> list[Start]:
    """When a suspension ended, the member is measured anew."""
    return [Start(each.end, Standing.RESTORED, Ground.RESTORED) for each in suspended if each.end]
