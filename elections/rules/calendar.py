"""The calendar of an election, made from the rules and checked against them when somebody edits it.

Steps are half-open stretches [starts, ends) in UTC: what "ends on Friday at 23:59:59 UTC" ends at midnight.
The practice it follows: `domain.md` 1.9, timetables of 2019 to 2023.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from elections.enums import Bar, CalendarKey
from elections.rules.days import (
    ONE_DAY,
    after_days,
    before_days,
    first_day,
    is_working_day,
    midnight,
    whole_days,
)
from elections.rules.parameters import ElectionRules, article_of
from lacralo.core.verdicts import Line, Verdict

#: One after the other; what is not here runs beside them, and ends when the vote opens.
MAIN = (
    CalendarKey.CALL,
    CalendarKey.NOMINATIONS,
    CalendarKey.NOMINATIONS_2,
    CalendarKey.NOMINATIONS_3,
    CalendarKey.ACCEPTANCE,
    CalendarKey.REVIEW,
    CalendarKey.ELIGIBILITY_CHALLENGE,
    CalendarKey.VOTE,
    CalendarKey.CHALLENGE,
    CalendarKey.PROCLAMATION,
)
BESIDE = (CalendarKey.CANDIDATE_CALLS, CalendarKey.PROVISIONAL_ROLL)
NEEDED = frozenset(MAIN) - {CalendarKey.NOMINATIONS_2, CalendarKey.NOMINATIONS_3} | {
    CalendarKey.PROVISIONAL_ROLL
}

_LENGTHS = {
    CalendarKey.CALL: "call_days",
    CalendarKey.NOMINATIONS: "nomination_days",
    CalendarKey.NOMINATIONS_2: "rotation_phase_2_days",
    CalendarKey.NOMINATIONS_3: "rotation_phase_3_days",
    CalendarKey.ACCEPTANCE: "acceptance_days",
    CalendarKey.REVIEW: "review_days",
    CalendarKey.ELIGIBILITY_CHALLENGE: "eligibility_challenge_days",
    CalendarKey.CANDIDATE_CALLS: "candidate_call_days",
    CalendarKey.PROVISIONAL_ROLL: "provisional_roll_days",
    CalendarKey.VOTE: "vote_days",
    CalendarKey.CHALLENGE: "challenge_days",
    CalendarKey.PROCLAMATION: "proclamation_days",
}
#: The fallback of the rotation is counted in days as they come: "for seven days".
_ALWAYS_CALENDAR_DAYS = frozenset({CalendarKey.NOMINATIONS_2, CalendarKey.NOMINATIONS_3})
_WEEK = timedelta(days=7)
_LONGEST_CALENDAR = timedelta(days=1500)


class NoStep(LookupError):
    """The calendar has no such step."""


class NotAWorkingDay(ValueError):
    """A vote does not open on a Saturday or Sunday where the rules count working days."""


@dataclass(frozen=True)
class Step:
    """A stretch of the calendar, [starts, ends) in UTC."""

    key: CalendarKey
    starts: datetime
    ends: datetime

    @property
    def last_day(self) -> date:
        """The UTC day on which it ends, at 23:59:59 where it ends at midnight."""
        return (self.ends - timedelta(microseconds=1)).astimezone(UTC).date()

    def runs_at(self, now: datetime) -> bool:
        """Whether `now` is within it; the instant of its end is not."""
        return self.starts <= now < self.ends


Steps = tuple[Step, ...]


def article_for(key: CalendarKey) -> str:
    """The article that the length of a step follows."""
    return article_of(_LENGTHS[key])


def days_of(key: CalendarKey, rules: ElectionRules) -> int:
    """How many days the rules give a step, at least."""
    return getattr(rules, _LENGTHS[key])


def step(steps: Iterable[Step], key: CalendarKey) -> Step:
    """The step of that key.

    Raises NoStep when the calendar has none.
    """
    for each in steps:
        if each.key == key:
            return each
    raise NoStep(key)


def generate(call_on: date, rules: ElectionRules) -> Steps:
    """The calendar that the rules make of a call published on that UTC day, in order of beginning.

    The vote opens when eligibility is settled and candidates have been heard and the provisional roll
    has been public for as long as the rules ask.
    """
    steps = []
    cursor = call_on
    for key in (CalendarKey.CALL, CalendarKey.NOMINATIONS):
        cursor = first_day(cursor, working=rules.working_days)
        cursor = _append(steps, key, cursor, rules)
    settled = cursor = _append(steps, CalendarKey.ACCEPTANCE, cursor, rules)
    for key in (CalendarKey.REVIEW, CalendarKey.ELIGIBILITY_CHALLENGE):
        cursor = _append(steps, key, cursor, rules)
    heard = (after_days(settled, days_of(key, rules), working=rules.working_days) for key in BESIDE)
    vote_day = first_day(max(cursor, *heard), working=rules.working_days)
    for key in BESIDE:
        length = days_of(key, rules)
        if length:
            opens = before_days(vote_day, length, working=rules.working_days)
            steps.append(Step(key, midnight(opens), midnight(vote_day)))
    cursor = vote_day
    for key in (CalendarKey.VOTE, CalendarKey.CHALLENGE, CalendarKey.PROCLAMATION):
        cursor = _append(steps, key, cursor, rules)
    return _in_order(steps)


def before_vote(vote_opens_on: date, rules: ElectionRules) -> Steps:
    """The calendar counted backward from the day on which the vote shall open, with the latest possible call.

    Raises NotAWorkingDay.
    """
    if rules.working_days and not is_working_day(vote_opens_on):
        raise NotAWorkingDay(vote_opens_on)
    call_on = vote_opens_on
    while vote_opens_on - call_on < _LONGEST_CALENDAR:
        steps = generate(call_on, rules)
        if step(steps, CalendarKey.VOTE).starts <= midnight(vote_opens_on):
            return steps
        call_on -= ONE_DAY
    raise AssertionError("the lengths of a calendar are bounded by the rules")


def with_fallback(
    steps: Steps, key: CalendarKey, rules: ElectionRules, starts: datetime | None = None
) -> Steps:
    """The calendar with a further phase of nominations, because nobody valid stood; the table does not move.

    The phase begins at `starts`, or where the phase before it ended.  Acceptance and all that follows moves
    behind it, by whole weeks where working days count, so that no date falls on a weekend.
    Raises NoStep when the phase before it is missing.
    """
    earlier = {
        CalendarKey.NOMINATIONS_2: CalendarKey.NOMINATIONS,
        CalendarKey.NOMINATIONS_3: CalendarKey.NOMINATIONS_2,
    }[key]
    begins = starts or step(steps, earlier).ends
    phase = Step(key, begins, begins + days_of(key, rules) * ONE_DAY)
    unit = _WEEK if rules.working_days else ONE_DAY
    late = phase.ends - step(steps, CalendarKey.ACCEPTANCE).starts
    delay = max(-(-late // unit), 0) * unit
    fixed = {CalendarKey.CALL, CalendarKey.NOMINATIONS, CalendarKey.NOMINATIONS_2}
    moved = [
        each if each.key in fixed else replace(each, starts=each.starts + delay, ends=each.ends + delay)
        for each in steps
    ]
    return _in_order([*moved, phase])


def correction_ends(
    provisional: Step, rules: ElectionRules, published_at: datetime | None = None
) -> datetime:
    """Until when corrections of the provisional roll may be asked for; the instant itself is too late.

    A roll that was published late has its days from its publication, the first of which counts whole;
    the vote cannot open before they are over.
    """
    opened = max(provisional.starts, published_at or provisional.starts).astimezone(UTC).date()
    return midnight(after_days(opened, rules.correction_days, working=rules.working_days))


def checked(steps: Steps, rules: ElectionRules) -> Verdict:
    """Whether an edited calendar still follows the rules: complete, in order, and no step too short."""
    keys = [each.key for each in steps]
    lines = [
        Line(Bar.STEP_MISSING, key in keys, article_for(key), {"step": str(key)})
        for key in MAIN
        if key in NEEDED or key in keys
    ]
    lines.append(Line(Bar.STEP_MISSING, BESIDE[1] in keys, article_for(BESIDE[1]), {"step": str(BESIDE[1])}))
    lines += [
        Line(Bar.STEP_TWICE, keys.count(key) == 1, "", {"step": str(key)}) for key in dict.fromkeys(keys)
    ]
    for each in steps:
        lines += _lines_of(each, rules)
    lines += _lines_of_order(steps)
    return Verdict(tuple(lines))


def _append(steps: list[Step], key: CalendarKey, starts: date, rules: ElectionRules) -> date:
    ends = after_days(starts, days_of(key, rules), working=rules.working_days)
    steps.append(Step(key, midnight(starts), midnight(ends)))
    return ends


def _in_order(steps: Iterable[Step]) -> Steps:
    rank = {key: place for place, key in enumerate((*MAIN, *BESIDE))}
    return tuple(sorted(steps, key=lambda each: (each.starts, rank[each.key])))


def _lines_of(each: Step, rules: ElectionRules) -> list[Line]:
    article = article_for(each.key)
    working = rules.working_days and each.key not in _ALWAYS_CALENDAR_DAYS
    needed = days_of(each.key, rules)
    found = whole_days(each.starts, each.ends, working=working)
    facts = {"step": str(each.key), "days": found, "needed": needed, "working_days": working}
    return [
        Line(Bar.STEP_ENDS_BEFORE_IT_STARTS, each.starts <= each.ends, article, {"step": str(each.key)}),
        Line(Bar.STEP_TOO_SHORT, found >= needed, article, facts),
    ]


def _lines_of_order(steps: Steps) -> list[Line]:
    main = [each for key in MAIN for each in steps if each.key == key]
    lines = [
        Line(
            Bar.STEP_OUT_OF_ORDER,
            first.ends <= then.starts,
            article_for(then.key),
            {"step": str(then.key), "before": str(first.key)},
        )
        for first, then in pairwise(main)
    ]
    opens = [each.starts for each in main if each.key == CalendarKey.VOTE]
    lines += [
        Line(
            Bar.STEP_REACHES_INTO_VOTE,
            all(each.ends <= moment for moment in opens),
            article_for(each.key),
            {"step": str(each.key)},
        )
        for each in steps
        if each.key in BESIDE
    ]
    return lines
