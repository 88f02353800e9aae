"""What can be asked, how long it waits, and how each language is served."""

from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.enums.staff_requests import RequestBar, RequestKind, RequestStatus
from members.rules.staff_requests import Waiting, Wish, days_waited, may_ask, may_move, median, served
from tests.builders import NOW, TODAY

ONE = timedelta(days=1)


def bars(verdict) -> list:
    return [line.code for line in verdict.bars]


@pytest.mark.parametrize(
    "fields, found",
    [
        ({}, []),
        ({"needed_by": TODAY}, []),
        ({"needed_by": TODAY - ONE}, [RequestBar.NEEDED_IN_THE_PAST]),
        ({"purpose": " "}, [RequestBar.PURPOSE_MISSING]),
        ({"languages": ()}, [RequestBar.LANGUAGE_MISSING]),
        ({"languages": ("en", "es")}, [RequestBar.SAME_LANGUAGE]),
        ({"kind": RequestKind.INTERPRETATION, "languages": ("es",)}, [RequestBar.SAME_LANGUAGE]),
        ({"kind": RequestKind.TRANSCRIPTION, "languages": ("es",)}, []),
    ],
)
def test_what_can_be_asked_of_staff(fields, found):
    wish = Wish(
        **(
            {
                "kind": RequestKind.TRANSLATION,
                "purpose": "The minutes.",
                "from_language": "es",
                "languages": ("en",),
                "needed_by": None,
            }
            | fields
        )
    )

    assert bars(may_ask(wish, today=TODAY)) == found


@pytest.mark.parametrize(
    "move, reason, link, found",
    [
        ("accept", "", "", []),
        ("decline", " ", "", [RequestBar.REASON_MISSING]),
        ("decline", "No time.", "", []),
        ("deliver", "", "", [RequestBar.LINK_MISSING]),
        ("deliver", "", "https://example.org", []),
    ],
)
def test_to_decline_needs_a_reason_and_to_deliver_an_address(move, reason, link, found):
    assert bars(may_move(move, is_legal=True, reason=reason, link=link)) == found


def test_a_move_that_is_not_open_is_refused():
    assert bars(may_move("accept", is_legal=False, reason="", link="")) == [RequestBar.MOVE_NOT_OPEN]


@pytest.mark.parametrize(
    "wait, days", [(ONE - timedelta(seconds=1), 0), (ONE, 1), (2 * ONE - timedelta(seconds=1), 1), (-ONE, 0)]
)
def test_days_are_whole_days(wait, days):
    assert days_waited(NOW, NOW + wait) == days


@pytest.mark.parametrize(
    "numbers, middle", [([], None), ([7], 7), ([3, 9], 6), ([2, 3], Fraction(5, 2)), ([9, 1, 4], 4)]
)
def test_the_median_is_the_one_in_the_middle(numbers, middle):
    assert median(numbers) == middle


@given(st.lists(st.integers(0, 900), min_size=1))
def test_half_of_the_waits_are_not_longer_than_the_median_and_half_not_shorter(numbers):
    middle = median(numbers)

    assert 2 * sum(each <= middle for each in numbers) >= len(numbers)
    assert 2 * sum(each >= middle for each in numbers) >= len(numbers)


def waiting(language: str, status: RequestStatus, asked: int, closed: int | None = None) -> Waiting:
    """Asked so many days ago, closed so many days after."""
    at = NOW - asked * ONE
    return Waiting(language, status, at, None if closed is None else at + closed * ONE)


def test_every_language_is_counted_and_what_was_taken_back_is_not():
    requests = [
        waiting("es", RequestStatus.DONE, 20, 3),
        waiting("es", RequestStatus.DONE, 20, 6),
        waiting("es", RequestStatus.ASKED, 4),
        waiting("es", RequestStatus.UNDER_WAY, 9),
        waiting("es", RequestStatus.DECLINED, 9, 1),
        waiting("es", RequestStatus.WITHDRAWN, 9, 1),
        waiting("fr", RequestStatus.WITHDRAWN, 9, 1),
    ]

    spanish, french = served(requests, ("es", "fr"), now=NOW)

    assert (spanish.asked, spanish.waiting, spanish.done, spanish.declined) == (5, 2, 2, 1)
    assert (spanish.median_days, spanish.longest_waiting) == (Fraction(9, 2), 9)
    assert (french.asked, french.done, french.median_days, french.longest_waiting) == (0, 0, None, None)
