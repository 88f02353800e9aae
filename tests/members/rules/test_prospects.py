"""What a member can do, and until when."""

from datetime import date, timedelta
from fractions import Fraction

from members.enums.participation import CreditKind, OccasionKind, Standing
from members.rules.indicators import Indicator, Measure
from members.rules.prospects import Lapse, easiest, lapse
from members.rules.standing import Calendar, Earned, Facts, Held, standing

TODAY = date(2026, 7, 15)
LONG_AGO = date(2020, 1, 1)
HALF = Measure((CreditKind.VOTED,), (OccasionKind.VOTE,), Fraction(1, 2))
THREE = Measure((CreditKind.COMMENTED,), number=3)
VOTES = (Indicator((HALF,)),)
EITHER = (Indicator((HALF, THREE)),)


def votes(*days: date) -> Calendar:
    held = [Held(OccasionKind.VOTE, day, ("vote", str(number))) for number, day in enumerate(days)]
    return Calendar(held, LONG_AGO)


def voted(number: int, on: date) -> Earned:
    return Earned(CreditKind.VOTED, on, ("vote", str(number)))


def test_the_easiest_is_the_measure_for_which_least_is_missing():
    held = votes(*[TODAY - timedelta(days=each) for each in range(1, 3)])

    answer = standing(Facts(since=LONG_AGO), EITHER, held, TODAY)

    assert (easiest(answer).measure, easiest(answer).missing) == (HALF, 1)


def test_where_nothing_is_missing_there_is_nothing_to_do():
    assert easiest(standing(Facts(since=LONG_AGO), VOTES, votes(), TODAY)) is None


def test_a_standing_lapses_when_what_was_done_leaves_the_window():
    first, second = date(2025, 9, 1), date(2026, 2, 1)
    known = Facts(earned=(voted(0, first),), since=LONG_AGO)

    found = lapse(known, VOTES, votes(first, second), TODAY)

    assert found == Lapse(date(2026, 9, 1), Standing.STANDBY)


def test_a_member_that_did_everything_does_not_lapse():
    days = (date(2025, 9, 1), date(2026, 2, 1))
    known = Facts(earned=tuple(voted(number, day) for number, day in enumerate(days)), since=LONG_AGO)

    assert lapse(known, VOTES, votes(*days), TODAY) is None


def test_a_member_on_standby_has_nothing_to_lose():
    assert lapse(Facts(since=LONG_AGO), VOTES, votes(TODAY - timedelta(days=5)), TODAY) is None
