"""What a member can do about its standing, and until when.  Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from members.enums.participation import Standing
from members.rules.indicators import Indicator
from members.rules.standing import Answer, Calendar, Facts, Measured, standing

_RANK = {Standing.STANDBY: 0, Standing.LESS_ACTIVE: 1, Standing.RESTORED: 2, Standing.ACTIVE: 2}
_DAYS_OF_A_MONTH = 31


@dataclass(frozen=True)
class Lapse:
    """From that day the member stands so, unless it takes part in something more."""

    on: date
    standing: Standing


def easiest(answer: Answer) -> Measured | None:
    """Of the measures of indicators that are not met, the one for which least is missing; None for none."""
    unmet = (measures for measures in answer.indicators if not any(each.is_met for each in measures))
    return min((each for measures in unmet for each in measures), key=lambda each: each.missing, default=None)


def lapse(facts: Facts, indicators: tuple[Indicator, ...], calendar: Calendar, on: date) -> Lapse | None:
    """The first later day on which the member stands worse than on `on`, with nothing more done by anybody.

    None when that does not happen before every window has passed.
    """
    months = max((measure.months for each in indicators for measure in each.measures), default=0)
    present = _RANK[standing(facts, indicators, calendar, on).standing]
    for days in range(1, months * _DAYS_OF_A_MONTH + 1):
        day = on + timedelta(days=days)
        then = standing(facts, indicators, calendar, day).standing
        if _RANK[then] < present:
            return Lapse(day, then)
    return None
