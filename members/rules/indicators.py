"""Indicators of participation: what a member has to have done in a window of months.  Pure.

After the models compared in the documents of LACRALO and its neighbours; the values are the rule set's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from lacralo.core.rulebook.parameters import ImpossibleParameter
from lacralo.core.verdicts import Line, Verdict
from members.enums.participation import CreditKind, OccasionKind, ParticipationBar

#: How a member can take part in each kind of occasion.
EARNED_AT = {
    OccasionKind.VOTE: frozenset({CreditKind.VOTED}),
    OccasionKind.CONSENSUS_CALL: frozenset({CreditKind.CONSENSUS}),
    OccasionKind.CALL: frozenset({CreditKind.ATTENDED, CreditKind.APOLOGIES}),
}
LONGEST_WINDOW = 60
#: Nobody is asked for more than this in a month.
MOST_IN_A_MONTH = 10


@dataclass(frozen=True)
class Measure:
    """One way to meet an indicator, in a window of `months` up to the day.

    A share (of the occasions named in `of`: "at least half") or, where `share` is 0, a number of credits.
    """

    credits: tuple[CreditKind, ...]
    of: tuple[OccasionKind, ...] = ()
    share: Fraction = Fraction(0)
    number: int = 0
    months: int = 12


@dataclass(frozen=True)
class Indicator:
    """Met when any of its measures is: they are joined by "or", the indicators by "and"."""

    measures: tuple[Measure, ...]


CONTRIBUTIONS = (
    CreditKind.COMMENTED,
    CreditKind.DRAFTED,
    CreditKind.TRANSLATED,
    CreditKind.MENTORED,
    CreditKind.REPORTED,
    CreditKind.ACTION_DONE,
)
_DECISIONS = Measure(
    credits=(CreditKind.VOTED, CreditKind.CONSENSUS),
    of=(OccasionKind.VOTE, OccasionKind.CONSENSUS_CALL),
    share=Fraction(1, 2),
)
_CALLS = Measure(
    credits=(CreditKind.ATTENDED, CreditKind.APOLOGIES), of=(OccasionKind.CALL,), share=Fraction(1, 3)
)
_WORK = Measure(credits=CONTRIBUTIONS, number=3)

OF_STRUCTURES = (Indicator((_DECISIONS,)), Indicator((_CALLS, _WORK)))
OF_INDIVIDUALS = (Indicator((_CALLS, _WORK)),)


def can_be_met(indicator: Indicator) -> Verdict:
    """Whether a member could ever meet each of its measures; one that nobody could meet is refused."""
    lines = [Line(ParticipationBar.NO_WAY_TO_MEET, bool(indicator.measures))]
    lines += [line for measure in indicator.measures for line in _lines_of(measure)]
    return Verdict(tuple(lines))


def _lines_of(measure: Measure) -> Iterable[Line]:
    is_share = bool(measure.of)
    months = measure.months
    yield Line(ParticipationBar.NO_CREDIT_COUNTS, bool(measure.credits))
    yield Line(ParticipationBar.SHARE_AND_NUMBER, not (is_share and measure.number))
    yield Line(
        ParticipationBar.WINDOW_IMPOSSIBLE,
        1 <= months <= LONGEST_WINDOW,
        facts={"months": months, "most": LONGEST_WINDOW},
    )
    if is_share:
        earned = frozenset().union(*(EARNED_AT[kind] for kind in measure.of))
        fits = not measure.credits or bool(earned & set(measure.credits))
        yield Line(ParticipationBar.CREDIT_NEVER_EARNED_THERE, fits)
        fits = Fraction(0) < measure.share <= 1
        yield Line(ParticipationBar.SHARE_IMPOSSIBLE, fits, facts={"share": str(measure.share)})
    else:
        most = max(months, 1) * MOST_IN_A_MONTH
        fits = 1 <= measure.number <= most and not measure.share
        facts = {"number": measure.number, "most": most, "months": months}
        yield Line(ParticipationBar.NUMBER_IMPOSSIBLE, fits, facts=facts)


def refuse_impossible(key: str, indicators: Iterable[Indicator]) -> None:
    """Raises ImpossibleParameter for the first indicator that nobody could ever meet."""
    for indicator in indicators:
        for line in can_be_met(indicator).bars:
            raise ImpossibleParameter(line.code, "members", key, **line.facts)
