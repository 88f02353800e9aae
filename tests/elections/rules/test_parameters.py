import re
from dataclasses import FrozenInstanceError, fields
from fractions import Fraction

import pytest

from elections.enums import Distinct, PostKey, QuorumBoundary, Secrecy, Weighting
from elections.phrases.parameters import SENTENCES
from elections.rules.kinds import ImpossibleValue, Reason
from elections.rules.parameters import ElectionRules, article_of, as_values, check
from lacralo.core.rulebook import parameters as rulebook


def test_the_defaults_are_the_rules_in_force():
    rules = check({})

    assert rules.weighting == Weighting.EQUAL_COUNTRY
    assert rules.weight_total == 100
    assert (rules.quorum_share, rules.quorum_boundary) == (Fraction(1, 2), QuorumBoundary.AT_LEAST)
    assert rules.distinct == (Distinct.NATIONALITY, Distinct.ALS)
    assert rules.secrecy_of_elections == Secrecy.SECRET
    assert (rules.scrutineers, rules.scrutineers_needed) == (3, 2)
    assert rules.expected_turnout == Fraction(7, 10)


def test_what_is_stored_is_read_back():
    rules = check({"quorum_share": "2/3", "distinct": ["als"], "distinct_posts": ["nomcom"]})

    assert check(as_values(rules)) == rules
    assert rules.quorum_share == Fraction(2, 3)
    assert rules.distinct_posts == (PostKey.NOMCOM,)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("weighing", "equal_country", Reason.UNKNOWN_KEY),
        ("weighting", "by_size", Reason.NOT_A_CHOICE),
        ("weighting", None, Reason.NOT_A_CHOICE),
        ("weighting", 1, Reason.NOT_A_CHOICE),
        ("rotation", "yes", Reason.NOT_YES_OR_NO),
        ("rotation", 1, Reason.NOT_YES_OR_NO),
        ("vote_days", "5", Reason.NOT_A_WHOLE_NUMBER),
        ("vote_days", 2.5, Reason.NOT_A_WHOLE_NUMBER),
        ("vote_days", True, Reason.NOT_A_WHOLE_NUMBER),
        ("vote_days", 0, Reason.TOO_SMALL),
        ("vote_days", 61, Reason.TOO_LARGE),
        ("quorum_share", 0.5, Reason.NOT_A_SHARE),
        ("quorum_share", "50 %", Reason.NOT_A_SHARE),
        ("quorum_share", "1/0", Reason.NOT_A_SHARE),
        ("quorum_share", "3/2", Reason.TOO_LARGE),
        ("degressive_divisor", "0", Reason.TOO_SMALL),
        ("distinct", "als", Reason.NOT_A_LIST),
        ("distinct", ["als", "gender"], Reason.NOT_A_CHOICE),
        ("distinct", ["als", "als"], Reason.TWICE),
        ("remind_hours_before_close", [24, 0], Reason.TOO_SMALL),
        ("correction_days", 6, Reason.LONGER_THAN_PROVISIONAL_ROLL),
        ("scrutineers", 1, Reason.TOO_SMALL),
        ("scrutineers", 6, Reason.TOO_LARGE),
        ("scrutineers_needed", 1, Reason.TOO_SMALL),
        ("scrutineers_needed", 4, Reason.MORE_THAN_SCRUTINEERS),
        ("expected_turnout", "0", Reason.TOO_SMALL),
        ("expected_turnout", "101/100", Reason.TOO_LARGE),
        ("expected_turnout", 0.7, Reason.NOT_A_SHARE),
    ],
)
def test_an_impossible_value_is_refused_with_its_field_and_reason(field, value, reason):
    with pytest.raises(ImpossibleValue) as refused:
        check({field: value})

    assert (refused.value.field, refused.value.reason) == (field, reason)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("vote_days", 1),
        ("vote_days", 60),
        ("quorum_share", "1"),
        ("scrutineers", 2),
        ("scrutineers", 5),
        ("scrutineers_needed", 3),
        ("expected_turnout", "1/100"),
        ("expected_turnout", "1"),
    ],
)
def test_the_bounds_themselves_are_possible(field, value):
    assert as_values(check({field: value}))[field] == value


def test_rules_never_change():
    with pytest.raises(FrozenInstanceError):
        check({}).vote_days = 9


@pytest.mark.parametrize("field", fields(ElectionRules), ids=lambda field: field.name)
def test_every_parameter_has_its_article_and_its_sentence(field):
    assert article_of(field.name)
    assert re.fullmatch(r"[A-Z].*\.", field.metadata["sentence"])
    assert SENTENCES[field.name]._args[0] == field.metadata["sentence"]
    assert {"values", "minimum"} & field.metadata.keys()


def test_no_sentence_is_left_over():
    assert set(SENTENCES) == {field.name for field in fields(ElectionRules)}


def test_the_rulebook_reads_what_the_rules_store():
    stored = as_values(check({"quorum_share": "2/3", "remind_hours_before_close": [48, 24]}))

    assert rulebook.read("elections", stored) == check(stored)


@pytest.mark.parametrize(
    "stored",
    [{"quorum_share": 0.5}, {"weighting": "by_size"}, {"vote_days": 0}, {"correction_days": 6}, {"x": 1}],
)
def test_the_rulebook_refuses_what_the_rules_refuse(stored):
    with pytest.raises(rulebook.ImpossibleParameter):
        rulebook.read("elections", stored)
