"""Whom a nomination names, what a statement may be, and who disputes what."""

from datetime import date

import pytest

from elections.enums import Bar, NominationPhase
from elections.enums.doors import Door
from elections.rules.disputing import may_answer_challenge, may_dispute, may_run, reasons_given
from elections.rules.naming import may_be_named
from elections.rules.parameters import ElectionRules
from elections.rules.preparing import call_day_line, may_prepare
from elections.rules.statements import may_keep, may_translate, may_write, plain

RULES = ElectionRules(statement_limit=200)


def bars(verdict) -> list[str]:
    return [line.code for line in verdict.bars]


@pytest.mark.parametrize(
    ("subregion", "own", "phase", "expected"),
    [
        ("B", "B", NominationPhase.SUBREGION, []),
        ("B", "C", NominationPhase.SUBREGION, [Bar.NOT_OF_SUBREGION]),
        ("B", "", NominationPhase.SUBREGION, [Bar.NOT_OF_SUBREGION]),
        ("B", "C", NominationPhase.NAMED_BY_SUBREGION, []),
        ("B", "C", NominationPhase.OPEN_TO_ALL, []),
        ("", "C", NominationPhase.SUBREGION, []),
    ],
)
def test_the_table_binds_the_nominee_in_the_first_phase(subregion, own, phase, expected):
    verdict = may_be_named(subregion=subregion, own=own, phase=phase, in_standing=True, rules=RULES)

    assert bars(verdict) == expected


def test_without_rotation_people_of_any_als_in_standing_are_named():
    rules = ElectionRules(rotation=False)
    named = {"subregion": "B", "own": "C", "phase": NominationPhase.SUBREGION, "rules": rules}

    assert bars(may_be_named(in_standing=True, **named)) == []
    assert bars(may_be_named(in_standing=False, **named)) == [Bar.NOT_IN_STANDING]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", [Door.STATEMENT_EMPTY]),
        (" \r\n\t", [Door.STATEMENT_EMPTY]),
        ("x", []),
        ("x" * 200, []),
        ("x" * 201, [Door.STATEMENT_TOO_LONG]),
        ("x\r\n" * 99 + "xy", []),
        ("é" * 200, []),
    ],
)
def test_a_statement_says_something_within_the_limit(body, expected):
    assert bars(may_keep(body, RULES)) == expected


def test_a_text_is_counted_with_one_sign_for_the_end_of_a_line():
    assert plain(" a\r\nb\rc\n ") == "a\nb\nc"


@pytest.mark.parametrize(
    ("line_passed", "is_candidate", "expected"),
    [
        (False, True, []),
        (True, True, [Door.CANDIDATE_DISPUTES_FAILED_LINES]),
        (True, False, []),
        (False, False, [Door.MEMBERS_DISPUTE_PASSED_LINES]),
    ],
)
def test_candidates_dispute_what_failed_and_members_what_passed(line_passed, is_candidate, expected):
    verdict = may_dispute(
        is_on_sheet=True,
        line_passed=line_passed,
        is_candidate=is_candidate,
        has_open_challenge=False,
        reason="Because.",
    )

    assert bars(verdict) == expected


def test_a_challenge_needs_a_line_a_reason_and_no_twin():
    verdict = may_dispute(
        is_on_sheet=False, line_passed=False, is_candidate=True, has_open_challenge=True, reason=" "
    )

    assert bars(verdict) == [Door.LINE_NOT_ON_SHEET, Door.CHALLENGED_ALREADY, Door.REASON_MISSING]


def test_a_challenge_is_answered_once_and_with_reasons():
    assert bars(may_answer_challenge(is_open=True, answer="So it is.")) == []
    assert bars(may_answer_challenge(is_open=False, answer="")) == [
        Door.CHALLENGE_ANSWERED,
        Door.REASON_MISSING,
    ]
    assert bars(reasons_given("\n")) == [Door.REASON_MISSING]


def test_an_officer_who_stands_does_not_run_the_election():
    assert bars(may_run(is_officer=True, is_nominee_in_it=False)) == []
    assert bars(may_run(is_officer=True, is_nominee_in_it=True)) == [Door.OWN_CANDIDACY]
    assert bars(may_run(is_officer=False, is_nominee_in_it=False)) == [Door.NOT_AN_OFFICER]


def test_an_election_is_prepared_for_an_elected_post_once_with_a_term_that_lasts():
    sound = {
        "is_elected": True,
        "has_live_election": False,
        "term_start": date(2026, 11, 1),
        "term_end": date(2026, 11, 2),
        "year": 2026,
    }

    assert bars(may_prepare(**sound)) == []
    assert bars(may_prepare(**sound | {"is_elected": False})) == [Door.POST_NOT_ELECTED]
    assert bars(may_prepare(**sound | {"has_live_election": True})) == [Door.PREPARED_ALREADY]
    assert bars(may_prepare(**sound | {"term_end": date(2026, 11, 1)})) == [Door.TERM_ENDS_BEFORE_IT_STARTS]


def test_the_day_of_the_call_is_today_or_later():
    assert call_day_line(date(2026, 3, 3), date(2026, 3, 3)).passed is True
    assert call_day_line(date(2026, 3, 2), date(2026, 3, 3)).passed is False


def test_a_statement_is_the_candidates_until_the_ballot_is_frozen():
    sound = {"is_candidate_of_it": True, "has_accepted": True, "is_frozen": False}

    assert bars(may_write(**sound)) == []
    assert bars(may_write(**sound | {"is_candidate_of_it": False})) == [Door.NOT_THE_CANDIDATE]
    assert bars(may_write(**sound | {"has_accepted": False})) == [Door.NOT_A_CANDIDATE]
    assert bars(may_write(**sound | {"is_frozen": True})) == [Bar.CANDIDATES_FIXED]


def test_a_statement_is_translated_until_the_vote_is_closed():
    sound = {
        "is_candidate_of_it": False,
        "runs_elections": True,
        "has_statement": True,
        "is_closed": False,
        "calls_it_reviewed": False,
    }

    assert bars(may_translate(**sound)) == []
    assert bars(may_translate(**sound | {"runs_elections": False})) == [Door.NOT_A_TRANSLATOR]
    assert bars(may_translate(**sound | {"has_statement": False})) == [Door.NOT_A_CANDIDATE]
    assert bars(may_translate(**sound | {"is_closed": True})) == [Bar.CLOSED_ALREADY]
    assert bars(may_translate(**sound | {"calls_it_reviewed": True})) == [Door.ONLY_THE_CANDIDATE_REVIEWS]
    assert bars(may_translate(**sound | {"is_candidate_of_it": True, "calls_it_reviewed": True})) == []
