import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import elections
from elections.enums import NominationPhase, Nominators, PostKey, RoundStep
from elections.rules.parameters import check
from elections.rules.rotation import (
    ROTATING,
    BadTable,
    UnknownPost,
    UnknownYear,
    after_deadline,
    is_elected_in,
    nominators_in,
    nominees_limited_to_subregion,
    parse_rotation,
)
from tests.elections.rules.corpora import corpus

TEXT = (Path(elections.__file__).parent / "data" / "rotation.csv").read_text(encoding="utf-8")
TABLE = parse_rotation(TEXT)
RULES = check({})
FIRST, SECOND, THIRD = NominationPhase
OFFICERS = (PostKey.CHAIR, PostKey.CHAIR_ELECT, PostKey.SECRETARY, PostKey.SECRETARY_ELECT)


def test_the_table_is_the_one_of_the_corpus():
    found = json.loads(corpus("o11-lacralo-rotation-2019-2023.json"))
    posts = [PostKey(name.removesuffix("_year")) for name in found["columns"][1:]]

    assert {year: [TABLE.subregion(year, post) for post in posts] for year in range(2019, 2024)} == {
        year: subregions for year, *subregions in found["rows"]
    }


def test_the_table_runs_from_2019_to_2027():
    assert TABLE.years == tuple(range(2019, 2028))


@pytest.mark.parametrize("year", TABLE.years)
def test_the_four_officers_are_of_four_subregions(year):
    assert {TABLE.subregion(year, post) for post in OFFICERS} == set("ABCD")


@pytest.mark.parametrize("year", [2019, 2021, 2023, 2025])
def test_the_elect_take_the_post_two_years_later(year):
    assert TABLE.subregion(year, PostKey.CHAIR_ELECT) == TABLE.subregion(year + 2, PostKey.CHAIR)
    assert TABLE.subregion(year, PostKey.SECRETARY_ELECT) == TABLE.subregion(year + 2, PostKey.SECRETARY)


@pytest.mark.parametrize("year", TABLE.years)
def test_the_two_seats_in_the_alac_are_never_of_one_subregion(year):
    assert TABLE.subregion(year, PostKey.ALAC_EVEN) != TABLE.subregion(year, PostKey.ALAC_ODD)


@pytest.mark.parametrize("year", TABLE.years[1:])
def test_each_seat_in_the_alac_changes_in_its_own_years_only(year):
    still = PostKey.ALAC_ODD if year % 2 == 0 else PostKey.ALAC_EVEN

    assert TABLE.subregion(year, still) == TABLE.subregion(year - 1, still)


@pytest.mark.parametrize("year", [2020, 2022, 2024, 2026])
def test_the_nomcom_keeps_one_subregion_for_two_terms(year):
    assert TABLE.subregion(year, PostKey.NOMCOM) == TABLE.subregion(year, PostKey.NOMCOM)
    if year + 1 in TABLE.years:
        assert TABLE.subregion(year, PostKey.NOMCOM) == TABLE.subregion(year + 1, PostKey.NOMCOM)


@pytest.mark.parametrize("year", [2018, 2028, 0])
def test_an_unknown_year_is_a_loud_error(year):
    with pytest.raises(UnknownYear):
        TABLE.subregion(year, PostKey.CHAIR)


@pytest.mark.parametrize("post", [PostKey.OTHER, "vice_chair", ""])
def test_an_unknown_post_is_a_loud_error(post):
    with pytest.raises(UnknownPost):
        TABLE.subregion(2026, post)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: missing columns"),
        (TEXT.replace("nomcom", "nominating"), "line 1: missing columns: nomcom"),
        (TEXT.replace("2020,D", "2020,E"), "line 3: 'E' is not a sub-region"),
        (TEXT.replace("2020,D", "MMXX,D"), "line 3: 'MMXX' is not a year"),
        (TEXT.replace("2020,D,A,B,C,C,D,D", "2020,D,A,B,C,C,D"), "line 3: '' is not a sub-region"),
        (TEXT.replace("2021,A", "2020,A"), "line 4: the year 2020 stands twice"),
        (TEXT.splitlines()[0], "line 2: the table has no year"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(text, message):
    with pytest.raises(BadTable, match=message):
        parse_rotation(text)


def test_a_byte_order_mark_is_passed_over():
    assert parse_rotation("\ufeff" + TEXT) == TABLE


@pytest.mark.parametrize(
    ("post", "even", "odd"),
    [
        (PostKey.CHAIR, False, False),
        (PostKey.CHAIR_ELECT, False, True),
        (PostKey.SECRETARY, False, False),
        (PostKey.SECRETARY_ELECT, False, True),
        (PostKey.ALAC_EVEN, True, False),
        (PostKey.ALAC_ODD, False, True),
        (PostKey.NOMCOM, True, True),
        (PostKey.OTHER, True, True),
    ],
)
def test_posts_are_elected_in_their_years(post, even, odd):
    assert (is_elected_in(2026, post), is_elected_in(2027, post)) == (even, odd)


def test_in_2019_chair_and_secretary_were_elected_too():
    assert is_elected_in(2019, PostKey.CHAIR)
    assert is_elected_in(2019, PostKey.SECRETARY)


@pytest.mark.parametrize(
    ("rule", "phase", "expected"),
    [
        ("any_member", FIRST, Nominators.ANY_MEMBER),
        ("members_of_subregion", FIRST, Nominators.MEMBERS_OF_SUBREGION),
        ("any_member", SECOND, Nominators.MEMBERS_OF_SUBREGION),
        ("members_of_subregion", SECOND, Nominators.MEMBERS_OF_SUBREGION),
        ("any_member", THIRD, Nominators.ANY_MEMBER),
        ("members_of_subregion", THIRD, Nominators.ANY_MEMBER),
    ],
)
def test_who_nominates_depends_on_the_phase(rule, phase, expected):
    assert nominators_in(phase, check({"nominators": rule})) == expected


@pytest.mark.parametrize("phase", NominationPhase)
def test_without_rotation_everybody_nominates_and_stands(phase):
    rules = check({"rotation": False, "nominators": "members_of_subregion"})

    assert nominators_in(phase, rules) == Nominators.ANY_MEMBER
    assert not nominees_limited_to_subregion(phase, rules)


def test_only_the_first_phase_is_for_people_of_the_subregion():
    assert [nominees_limited_to_subregion(phase, RULES) for phase in NominationPhase] == [True, False, False]


@pytest.mark.parametrize(
    ("phase", "valid", "expected"),
    [
        (FIRST, 1, RoundStep.GO_ON),
        (FIRST, 0, RoundStep.PHASE_2),
        (SECOND, 0, RoundStep.PHASE_3),
        (SECOND, 2, RoundStep.GO_ON),
        (THIRD, 0, RoundStep.VACANT),
        (THIRD, 1, RoundStep.GO_ON),
    ],
)
def test_a_phase_without_a_valid_candidate_opens_the_next(phase, valid, expected):
    assert after_deadline(phase, valid, RULES) == expected


def test_without_rotation_a_post_nobody_stands_for_stays_vacant():
    assert after_deadline(FIRST, 0, check({"rotation": False})) == RoundStep.VACANT


@given(st.sampled_from(TABLE.years), st.sampled_from(ROTATING), st.lists(st.integers(0, 3), max_size=6))
def test_no_fallback_ever_moves_the_table(year, post, valid):
    before = {(y, p): TABLE.subregion(y, p) for y in TABLE.years for p in ROTATING}

    phase = FIRST
    for number in valid:
        step = after_deadline(phase, number, RULES)
        nominees_limited_to_subregion(phase, RULES)
        phase = {RoundStep.PHASE_2: SECOND, RoundStep.PHASE_3: THIRD}.get(step, phase)

    assert TABLE.subregion(year, post) == before[year, post]
    assert {(y, p): TABLE.subregion(y, p) for y in TABLE.years for p in ROTATING} == before
