"""A verdict carries every reason, and is truthy when nothing bars."""

from enum import StrEnum

import pytest

from lacralo.core.verdicts import PASS, Line, Refused, Verdict, require


class Bar(StrEnum):
    FIRST = "test.first"
    SECOND = "test.second"


PASSED, BARRED = Line(Bar.FIRST, passed=True), Line(Bar.SECOND, passed=False)


@pytest.mark.parametrize(
    ("lines", "is_allowed"), [((), True), ((PASSED,), True), ((BARRED,), False), ((PASSED, BARRED), False)]
)
def test_a_verdict_is_truthy_when_no_line_bars(lines, is_allowed):
    assert bool(Verdict(lines)) == is_allowed


def test_the_bars_are_the_lines_that_did_not_pass():
    assert Verdict((PASSED, BARRED)).bars == (BARRED,)


def test_two_verdicts_join_into_one_with_the_lines_of_both():
    assert (Verdict((PASSED,)) & Verdict((BARRED,))).lines == (PASSED, BARRED)


def test_require_lets_a_clear_verdict_through():
    assert require(PASS) is None


def test_require_refuses_with_the_whole_verdict():
    verdict = Verdict((PASSED, BARRED))

    with pytest.raises(Refused, match=r"test\.second") as refused:
        require(verdict)

    assert refused.value.verdict == verdict
