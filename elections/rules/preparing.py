"""What an election needs before its call goes out."""

from datetime import date

from elections.enums.doors import Door
from elections.rules.parameters import article_of
from lacralo.core.verdicts import Line, Verdict


def may_prepare(
    *, is_elected: bool, has_live_election: bool, term_start: date, term_end: date, year: int
) -> Verdict:
    """Whether an election of this post may be prepared: LACRALO elects it, no other is under way."""
    return Verdict(
        (
            Line(Door.POST_NOT_ELECTED, is_elected),
            Line(Door.PREPARED_ALREADY, not has_live_election, "", {"year": year}),
            Line(Door.TERM_ENDS_BEFORE_IT_STARTS, term_start < term_end),
        )
    )


def call_day_line(call_on: date, today: date) -> Line:
    """A call that should have begun before today would be shorter than the rules ask."""
    return Line(Door.CALL_DAY_PASSED, call_on >= today, article_of("call_days"), {"day": call_on})
