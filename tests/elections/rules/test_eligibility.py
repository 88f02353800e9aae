from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.enums import Bar, NominationPhase, PostKey
from elections.rules.eligibility import Candidate, Holder, Path, Requirements, may_stand, path_of
from elections.rules.parameters import check

LUZ = Candidate(
    accepted=True,
    in_standing=True,
    als="Red Cantuta",
    als_country="PE",
    als_subregion="B",
    nationality="PE",
    residence="PE",
    statement_of_interest=True,
    pledge_given=True,
)
HOLDER = Holder("Teo", nationality="AR", residence="AR", als="Red Ceibo", subregion="D")
FROM_NOMCOM = Holder("Kai, named by the NomCom", nationality="JM", residence="JM")
ALAC = Requirements(PostKey.ALAC_EVEN, check({}), subregion="B", holders=(HOLDER, FROM_NOMCOM))


def bars_of(candidate=LUZ, requirements=ALAC):
    """The codes that bar a candidate."""
    return [line.code for line in may_stand(candidate, requirements).bars]


def under(rules, **changes):
    """The requirements of the ALAC seat under other rules."""
    return replace(ALAC, rules=check(rules), **changes)


def test_a_candidate_who_meets_everything_may_stand_and_every_line_is_shown():
    verdict = may_stand(LUZ, replace(ALAC, excluded_countries=frozenset({"AR"})))

    assert verdict
    assert [line.code for line in verdict.lines] == [
        Bar.NOT_ACCEPTED,
        Bar.NOT_IN_STANDING,
        Bar.IS_OBSERVER,
        Bar.NOT_OF_SUBREGION,
        Bar.COUNTRY_EXCLUDED,
        Bar.CONSECUTIVE_TERM,
        Bar.SAME_NATIONALITY,
        Bar.SAME_ALS,
        Bar.SITS_IN_NOMCOM,
        Bar.NO_STATEMENT_OF_INTEREST,
        Bar.INCOMPATIBLE_INTEREST,
        Bar.NO_PLEDGE,
        Bar.RUNS_THE_ELECTION,
    ]
    assert all(line.article for line in verdict.lines)


@pytest.mark.parametrize(
    ("change", "bar"),
    [
        ({"accepted": False}, Bar.NOT_ACCEPTED),
        ({"in_standing": False}, Bar.NOT_IN_STANDING),
        ({"is_observer": True}, Bar.IS_OBSERVER),
        ({"als_subregion": "D"}, Bar.NOT_OF_SUBREGION),
        ({"als_subregion": ""}, Bar.NOT_OF_SUBREGION),
        ({"holds_same_post": True}, Bar.CONSECUTIVE_TERM),
        ({"nationality": "AR"}, Bar.SAME_NATIONALITY),
        ({"nationality": "JM"}, Bar.SAME_NATIONALITY),
        ({"nationality": ""}, Bar.NATIONALITY_NOT_DECLARED),
        ({"als": "Red Ceibo"}, Bar.SAME_ALS),
        ({"als": ""}, Bar.ALS_NOT_DECLARED),
        ({"sits_in_nomcom": True}, Bar.SITS_IN_NOMCOM),
        ({"statement_of_interest": False}, Bar.NO_STATEMENT_OF_INTEREST),
        ({"incompatible_interests": 1}, Bar.INCOMPATIBLE_INTEREST),
        ({"pledge_given": False}, Bar.NO_PLEDGE),
        ({"runs_the_election": True}, Bar.RUNS_THE_ELECTION),
    ],
)
def test_each_fact_bars_alone(change, bar):
    assert bars_of(replace(LUZ, **change)) == [bar]


def test_every_reason_is_given_at_once():
    nobody = Candidate(accepted=False, in_standing=False, is_observer=True, holds_same_post=True)

    assert bars_of(nobody) == [
        Bar.NOT_ACCEPTED,
        Bar.NOT_IN_STANDING,
        Bar.IS_OBSERVER,
        Bar.NOT_OF_SUBREGION,
        Bar.CONSECUTIVE_TERM,
        Bar.NATIONALITY_NOT_DECLARED,
        Bar.ALS_NOT_DECLARED,
        Bar.NO_STATEMENT_OF_INTEREST,
        Bar.NO_PLEDGE,
    ]


@pytest.mark.parametrize(
    ("phase", "bars"),
    [
        (NominationPhase.SUBREGION, [Bar.NOT_OF_SUBREGION]),
        (NominationPhase.NAMED_BY_SUBREGION, []),
        (NominationPhase.OPEN_TO_ALL, []),
    ],
)
def test_people_of_other_subregions_stand_in_the_later_phases_only(phase, bars):
    elsewhere = replace(LUZ, als_subregion="C")

    assert bars_of(elsewhere, replace(ALAC, phase=phase)) == bars


def test_a_post_that_does_not_rotate_asks_for_no_subregion():
    verdict = may_stand(replace(LUZ, als_subregion="C"), replace(ALAC, subregion=""))

    assert verdict
    assert Bar.NOT_OF_SUBREGION not in [line.code for line in verdict.lines]


def test_without_rotation_the_line_passes():
    assert bars_of(replace(LUZ, als_subregion="C"), under({"rotation": False})) == []


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({"nationality": "BR"}, [Bar.COUNTRY_EXCLUDED]),
        ({"als_country": "BR"}, [Bar.COUNTRY_EXCLUDED]),
        ({"residence": "BR"}, []),
        ({}, []),
    ],
)
def test_a_contest_may_exclude_the_nationals_and_the_alses_of_countries(change, bars):
    requirements = replace(ALAC, excluded_countries=frozenset({"BR", "MX"}))

    assert bars_of(replace(LUZ, **change), requirements) == bars


@pytest.mark.parametrize("join", ["and", "or"])
def test_a_holder_of_two_nationalities_is_named_once(join):
    twice = (HOLDER, replace(HOLDER, nationality="UY"))
    requirements = under({"distinct": ["als"], "distinct_join": join}, holders=twice)

    (bar,) = may_stand(replace(LUZ, als=HOLDER.als), requirements).bars

    assert bar.facts["holders"] == "Teo"


def test_the_sheet_names_what_was_asked():
    requirements = replace(ALAC, excluded_countries=frozenset({"MX", "BR"}))
    facts = {line.code: line.facts for line in may_stand(replace(LUZ, nationality="AR"), requirements).lines}

    assert facts[Bar.NOT_OF_SUBREGION] == {"subregion": "B", "own": "B", "phase": "1"}
    assert facts[Bar.COUNTRY_EXCLUDED] == {"countries": "BR, MX"}
    assert facts[Bar.CONSECUTIVE_TERM] == {"post": "alac_even"}
    assert facts[Bar.SAME_NATIONALITY] == {"own": "AR", "holders": "Teo"}
    assert facts[Bar.INCOMPATIBLE_INTEREST] == {}


def test_another_post_after_this_one_is_no_consecutive_term_and_a_rule_set_may_allow_one():
    holder = replace(LUZ, holds_same_post=True)

    assert bars_of(holder, under({"consecutive_terms_allowed": True})) == []


@pytest.mark.parametrize("post", [PostKey.CHAIR_ELECT, PostKey.SECRETARY_ELECT, PostKey.NOMCOM])
def test_only_the_seats_in_the_alac_ask_for_distinctness_and_bar_the_nomcom(post):
    alike = replace(LUZ, nationality="AR", als="Red Ceibo", sits_in_nomcom=True)

    assert bars_of(alike, replace(ALAC, post=post)) == []


def test_a_rule_set_may_ask_every_post_to_be_distinct():
    rules = {"distinct_posts": ["chair_elect"]}
    requirements = under(rules, post=PostKey.CHAIR_ELECT)

    assert bars_of(replace(LUZ, nationality="AR"), requirements) == [Bar.SAME_NATIONALITY]


@pytest.mark.parametrize(
    ("distinct", "change", "bars"),
    [
        (["residence"], {"residence": "AR"}, [Bar.SAME_RESIDENCE]),
        (["residence"], {"residence": ""}, [Bar.RESIDENCE_NOT_DECLARED]),
        (["residence"], {"nationality": "AR", "als": "Red Ceibo"}, []),
        (["subregion"], {"als_subregion": "D"}, [Bar.SAME_SUBREGION]),
        (["subregion"], {"als_subregion": ""}, [Bar.SUBREGION_NOT_KNOWN]),
        (
            ["nationality", "residence"],
            {"nationality": "AR", "residence": "JM"},
            [Bar.SAME_NATIONALITY, Bar.SAME_RESIDENCE],
        ),
        ([], {"nationality": "AR", "als": "Red Ceibo"}, []),
    ],
)
def test_with_and_every_difference_is_needed(distinct, change, bars):
    requirements = under({"distinct": distinct, "rotation": False}, subregion="")

    assert bars_of(replace(LUZ, **change), requirements) == bars


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({"nationality": "AR"}, []),
        ({"als": "Red Ceibo"}, []),
        ({"nationality": "AR", "als": "Red Ceibo"}, [Bar.NOT_DISTINCT]),
        ({"nationality": "", "als": "Red Ceibo"}, [Bar.NOT_DISTINCT]),
        ({"nationality": ""}, []),
        ({"nationality": "JM", "als": "Red Ceibo"}, []),
    ],
)
def test_with_or_one_difference_from_each_holder_is_enough(change, bars):
    assert bars_of(replace(LUZ, **change), under({"distinct_join": "or"})) == bars


def test_with_or_the_line_names_the_aspects_and_those_who_are_too_alike():
    alike = replace(LUZ, nationality="AR", als="Red Ceibo")

    (bar,) = may_stand(alike, under({"distinct_join": "or"})).bars

    assert bar.facts == {"aspects": "nationality, als", "holders": "Teo"}


@pytest.mark.parametrize(("asked", "bars"), [(False, []), (True, [Bar.SAME_ALS])])
def test_the_predecessor_counts_where_the_rule_set_says_so(asked, bars):
    predecessor = Holder("Ana", nationality="CL", als="Red Cantuta", is_predecessor=True)
    requirements = under({"distinct_against_predecessor": asked}, holders=(predecessor,))

    assert bars_of(LUZ, requirements) == bars


def test_with_nobody_beside_nothing_has_to_be_declared():
    assert bars_of(replace(LUZ, nationality="", als=""), replace(ALAC, holders=())) == []


def test_a_holder_without_an_als_is_of_no_ones_als():
    assert bars_of(LUZ, replace(ALAC, holders=(FROM_NOMCOM,))) == []


@pytest.mark.parametrize(
    ("rules", "change"),
    [
        ({"statement_of_interest_required": False}, {"statement_of_interest": False}),
        ({"pledge_required": False}, {"pledge_given": False}),
        ({"officer_may_stand": True}, {"runs_the_election": True}),
        ({"nomcom_member_may_stand_for_alac": True}, {"sits_in_nomcom": True}),
    ],
)
def test_what_a_rule_set_does_not_ask_has_no_line(rules, change):
    asked = may_stand(LUZ, ALAC)
    verdict = may_stand(replace(LUZ, **change), under(rules))

    assert verdict
    assert len(verdict.lines) == len(asked.lines) - 1


@pytest.mark.parametrize(
    ("valid", "uncontested", "path"),
    [
        (0, "acclamation", Path.VACANT),
        (1, "acclamation", Path.ACCLAMATION),
        (1, "ratification", Path.RATIFICATION),
        (2, "acclamation", Path.VOTE),
        (2, "ratification", Path.VOTE),
    ],
)
def test_the_number_of_valid_candidates_decides_how_it_goes_on(valid, uncontested, path):
    assert path_of(valid, check({"uncontested": uncontested})) == path


@given(st.integers(0, 50))
def test_acclamation_is_for_exactly_as_many_candidates_as_seats(valid):
    assert (path_of(valid, check({})) == Path.ACCLAMATION) is (valid == 1)
