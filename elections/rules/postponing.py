"""A late ceremony makes the opening slip: the vote keeps its length, and what follows moves with it."""

from dataclasses import replace
from datetime import date, datetime

from elections.enums import Bar, CalendarKey
from elections.enums.seals import Seal
from elections.rules.calendar import Step, Steps, days_of, step
from elections.rules.days import after_days, is_working_day, midnight
from elections.rules.parameters import ElectionRules, article_of
from elections.rules.running import Progress
from elections.rules.scrutiny import reason_given
from lacralo.core.verdicts import Line, Verdict

_MOVED = (CalendarKey.VOTE, CalendarKey.CHALLENGE, CalendarKey.PROCLAMATION)


def may_postpone(progress: Progress, *, is_secret: bool) -> Verdict:
    """Whether a vote may open later: a secret one, called, before it has opened."""
    acts = progress.acts
    return Verdict(
        (
            Line(Seal.NOT_SECRET, is_secret, article_of("secrecy_of_elections")),
            Line(Bar.NOT_PUBLISHED, acts.published_at is not None),
            Line(Seal.VOTE_OPENED_ALREADY, acts.frozen_at is None),
            Line(Bar.ACCLAIMED_ALREADY, acts.acclaimed_at is None),
            Line(Bar.ANNULLED, acts.annulled_at is None),
        )
    )


def new_day_lines(steps: Steps, opens_on: date, rules: ElectionRules, *, today: date, reason: str) -> Verdict:
    """Whether the new day fits: later, not past, a working day where those count; and a reason is given."""
    article = article_of("vote_days")
    later = midnight(opens_on) > step(steps, CalendarKey.VOTE).starts and opens_on >= today
    works = not rules.working_days or is_working_day(opens_on)
    return Verdict(
        (
            Line(Seal.NEW_DAY_NOT_LATER, later, article),
            Line(Seal.NEW_DAY_NOT_WORKING, works, article),
        )
    ) & reason_given(reason)


def postponed(steps: Steps, opens_on: date, rules: ElectionRules) -> Steps:
    """The calendar with the vote opening on that UTC day; the provisional roll stays public until then."""
    cursor, moved = opens_on, {}
    for key in _MOVED:
        starts = cursor
        cursor = after_days(starts, days_of(key, rules), working=rules.working_days)
        moved[key] = Step(key, midnight(starts), midnight(cursor))
    opens = moved[CalendarKey.VOTE].starts
    return tuple(_until(each, opens) if each.key not in moved else moved[each.key] for each in steps)


def _until(each: Step, opens: datetime) -> Step:
    return replace(each, ends=opens) if each.key == CalendarKey.PROVISIONAL_ROLL else each
