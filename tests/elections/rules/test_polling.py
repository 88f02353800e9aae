"""What the acts of a vote ask beside the statutes."""

from datetime import date

import pytest

from elections.enums import Bar, CalendarKey
from elections.enums.poll import Poll
from elections.enums.seals import Seal
from elections.rules.calendar import generate, step
from elections.rules.parameters import check
from elections.rules.phase import Acts
from elections.rules.polling import may_answer_correction, may_file_correction, may_open
from elections.rules.running import Progress
from lacralo.core.verdicts import PASS, Line, Verdict

RULES = check({})
STEPS = generate(date(2021, 5, 7), RULES)
ROLL, VOTE = (step(STEPS, key) for key in (CalendarKey.PROVISIONAL_ROLL, CalendarKey.VOTE))
READY = Progress(
    Acts(published_at=STEPS[0].starts),
    STEPS,
    VOTE.starts,
    valid_candidates=2,
    roll_published_at=ROLL.starts,
)


def bars_of(verdict) -> list:
    return [line.code for line in verdict.bars]


def test_a_vote_opens_on_the_roll_that_was_published():
    assert may_open(READY, RULES)


@pytest.mark.parametrize(
    ("changed", "bar"),
    [
        ({"is_as_ruled": False}, Poll.SECRECY_NOT_AS_RULED),
        ({"is_ready": Verdict((Line(Seal.KEY_NOT_FROZEN, passed=False),))}, Seal.KEY_NOT_FROZEN),
        ({"has_roll": False}, Poll.ROLL_EMPTY),
        ({"roll_is_as_published": False}, Poll.ROLL_CHANGED_SINCE_PUBLISHED),
    ],
)
def test_each_of_these_bars_the_opening(changed, bar):
    assert bars_of(may_open(READY, RULES, **changed)) == [bar]


def test_a_request_says_what_is_wrong():
    assert may_file_correction(PASS, "The country is wrong.")
    assert bars_of(may_file_correction(PASS, " \n")) == [Poll.WORDS_MISSING]


@pytest.mark.parametrize(
    ("asked", "bars"),
    [
        ({"is_open": True, "is_frozen": False}, []),
        ({"is_open": True, "is_frozen": False, "answer": "Right."}, []),
        ({"is_open": True, "is_frozen": False, "answer": " "}, [Poll.WORDS_MISSING]),
        ({"is_open": False, "is_frozen": False}, [Poll.CORRECTION_ANSWERED]),
        ({"is_open": True, "is_frozen": True}, [Bar.ROLL_FROZEN]),
    ],
)
def test_a_request_is_answered_once_with_reasons_before_the_freeze(asked, bars):
    assert bars_of(may_answer_correction(**asked)) == bars
