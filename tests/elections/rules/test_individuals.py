"""The joint vote of the individual members at every value of the parameter, and the election of their own."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.enums import (
    Bar,
    Individuals,
    MemberKind,
    NominationPhase,
    Nominators,
    Phase,
    PostKey,
    QuorumBase,
    QuorumBoundary,
    Weighting,
)
from elections.rules.eligibility import Candidate, Requirements, may_stand
from elections.rules.individuals import belongs_to, rules_among
from elections.rules.naming import may_be_named_among
from elections.rules.nominating import Nominator, may_nominate
from elections.rules.parameters import check
from elections.rules.quorum import assess
from elections.rules.roll import UNIT_OF_INDIVIDUALS, RollMember, compose, document, quorum_base
from elections.rules.weights import EmptyRoll
from members.enums import Electorate

NONE, TOGETHER, ONE_COUNTRY = (check({"individual_vote": str(each)}) for each in Individuals)
OWN = Electorate.INDIVIDUALS


def member(name, country="", kind=MemberKind.INDIVIDUAL, **facts):
    return RollMember(
        name.lower(), name, country, **({"is_accredited": True, "is_active": True, "kind": kind} | facts)
    )


CEIBO, FARO = (member(name, "AR", MemberKind.ALS) for name in ("Ceibo", "Faro"))
PALMA = member("Palma", "GY", MemberKind.ALS)
STRUCTURES = [CEIBO, FARO, PALMA]
LUZ, TEO, KAI = member("Luz"), member("Teo", "PE"), member("Kai", "JM")
JOINT = member("Together", kind=MemberKind.COLLECTIVE)


def left_out(roll):
    return {each.name: [line.code for line in roll.verdicts[each.id].bars] for each in roll.left_out}


def weights(roll):
    return {place.name: place.weight for place in roll.places}


@pytest.mark.parametrize(
    ("individuals", "reasons"),
    [
        ([], [Bar.NOBODY_TO_REPRESENT]),
        ([LUZ], None),
        ([LUZ, TEO, KAI], None),
        ([member("Luz", is_accredited=False, is_active=False)], [Bar.NOBODY_TO_REPRESENT]),
        ([member("Luz", vote_suspended=True, is_active=False)], [Bar.NOBODY_TO_REPRESENT]),
        ([member("Luz", vote_suspended=True, is_active=False), TEO], None),
    ],
)
def test_the_joint_vote_has_a_place_as_soon_as_it_represents_somebody(individuals, reasons):
    roll = compose([*STRUCTURES, *individuals, JOINT], TOGETHER)

    assert left_out(roll).get("Together") == reasons
    assert weights(roll) == {"Ceibo": 25, "Faro": 25, "Palma": 50} | ({} if reasons else {"Together": 25})


@pytest.mark.parametrize("rules", [NONE, ONE_COUNTRY])
def test_under_other_rules_the_joint_vote_is_left_out_with_its_reason(rules):
    roll = compose([*STRUCTURES, LUZ, JOINT], rules)

    assert left_out(roll)["Together"] == [Bar.INDIVIDUALS_DO_NOT_VOTE]
    assert "Together" not in weights(roll)


def test_a_joint_vote_that_is_not_accredited_or_is_suspended_says_so():
    gone = member("Together", kind=MemberKind.COLLECTIVE, is_accredited=False, is_active=False)
    suspended = member("Together", kind=MemberKind.COLLECTIVE, is_active=False, vote_suspended=True)

    assert Bar.NOT_ACCREDITED in left_out(compose([*STRUCTURES, LUZ, gone], TOGETHER))["Together"]
    assert Bar.VOTE_SUSPENDED in left_out(compose([*STRUCTURES, LUZ, suspended], TOGETHER))["Together"]


def test_the_joint_vote_alone_makes_no_roll():
    with pytest.raises(EmptyRoll):
        compose([LUZ, JOINT], TOGETHER)


_COUNTRIES = st.sampled_from(["AR", "BR", "GY", "JM", "PE"])


@given(
    st.lists(_COUNTRIES, min_size=1, max_size=20),
    st.integers(0, 5),
    st.sampled_from(Weighting),
    st.sampled_from(Individuals),
)
def test_the_joint_vote_never_changes_the_weight_of_an_als(countries, individuals, weighting, vote):
    rules = check({"weighting": str(weighting), "individual_vote": str(vote)})
    everybody = [
        *(member(f"A{number}", country, MemberKind.ALS) for number, country in enumerate(countries)),
        *(member(f"I{number}") for number in range(individuals)),
    ]

    without, beside = compose(everybody, rules), compose([*everybody, JOINT], rules)
    together = vote == Individuals.COLLECTIVE_LOWEST_WEIGHT and individuals > 0

    assert beside.table == without.table
    assert weights(beside).pop("Together", None) == (min(weights(without).values()) if together else None)
    assert {**weights(beside), "Together": 0} == {**weights(without), "Together": 0}


@pytest.mark.parametrize("rules", [NONE, TOGETHER, ONE_COUNTRY])
def test_a_joint_vote_that_is_left_out_is_no_member_for_the_quorum(rules):
    accredited = check({"individual_vote": str(rules.individual_vote), "quorum_base": "accredited"})

    without, beside = (document(compose([*STRUCTURES, *joint], accredited)) for joint in ([], [JOINT]))

    assert quorum_base(without, accredited) == quorum_base(beside, accredited) == 3
    assert [each.get("kind") for each in beside["left_out"]] == ["collective"]


# The election of their own


@pytest.mark.parametrize("weighting", Weighting)
@pytest.mark.parametrize("vote", Individuals)
def test_in_their_own_election_each_individual_has_one_vote_whatever_the_rules_weigh(weighting, vote):
    rules = rules_among(check({"weighting": str(weighting), "individual_vote": str(vote)}), OWN)

    roll = compose([*STRUCTURES, LUZ, TEO, KAI, JOINT], rules, OWN)

    assert weights(roll) == {"Luz": Fraction(1), "Teo": Fraction(1), "Kai": Fraction(1)}
    assert {place.country for place in roll.places} == {UNIT_OF_INDIVIDUALS}
    assert roll.left_out == ()


@pytest.mark.parametrize("base", ["active", "accredited"])
def test_who_is_not_accredited_or_is_suspended_is_not_on_their_roll(base):
    rules = rules_among(check({"weight_base": base}), OWN)
    applicant = member("Ada", is_accredited=False, is_active=False)
    suspended = member("Bea", is_active=False, vote_suspended=True)

    roll = compose([CEIBO, LUZ, applicant, suspended], rules, OWN)

    assert list(weights(roll)) == ["Luz"]
    assert list(left_out(roll)) == ["Ada", "Bea"]
    assert Bar.NOT_ACCREDITED in left_out(roll)["Ada"]
    assert Bar.VOTE_SUSPENDED in left_out(roll)["Bea"]


def test_a_roll_of_individuals_without_any_is_empty():
    with pytest.raises(EmptyRoll):
        compose([*STRUCTURES, JOINT], rules_among(NONE, OWN), OWN)


def test_their_roll_says_whose_it_is_and_that_of_all_members_is_as_it_was():
    own = document(compose([CEIBO, LUZ], rules_among(NONE, OWN), OWN))
    of_all = document(compose([CEIBO, LUZ], NONE))

    assert (own["electorate"], own["scheme"], own["total"]) == ("individuals", "one_member_one_vote", "1")
    assert set(of_all) == {"schema", "scheme", "total", "countries", "places", "left_out"}
    assert set(of_all["left_out"][0]) == {"member", "name", "country", "reasons"}


def test_their_rules_leave_out_rotation_distinctness_and_weights_and_keep_the_rest():
    rules = check(
        {"weighting": "country_cap", "nominators": "members_of_subregion", "vote_days": 9, "tie_path": "draw"}
    )

    own = rules_among(rules, OWN)

    assert (own.weighting, own.rotation, own.distinct, own.distinct_posts) == (
        Weighting.ONE_MEMBER_ONE_VOTE,
        False,
        (),
        (),
    )
    assert (own.nominators, own.quorum_base) == (Nominators.ANY_MEMBER, QuorumBase.ROLL)
    assert (own.vote_days, own.tie_path, own.individual_vote) == (9, "draw", rules.individual_vote)
    assert rules_among(rules, Electorate.MEMBERS) == rules


@pytest.mark.parametrize(
    ("boundary", "expected"),
    [(each, QuorumBoundary.AT_LEAST if each == QuorumBoundary.FIXED else each) for each in QuorumBoundary],
)
def test_their_quorum_is_a_share_of_themselves_never_a_number_of_all_members(boundary, expected):
    rules = rules_among(check({"quorum_boundary": str(boundary), "quorum_fixed": 21}), OWN)

    published = document(compose([LUZ, TEO, KAI, member("Ada", vote_suspended=True)], rules, OWN))
    quorum = assess(base=quorum_base(published, rules), ballots=2, abstentions=0, rules=rules)

    assert rules.quorum_boundary == expected
    assert quorum.base == 3
    assert quorum.required <= 3


@pytest.mark.parametrize("kind", MemberKind)
def test_only_individuals_belong_to_their_electorate_and_everybody_to_that_of_all(kind):
    assert belongs_to(kind, OWN) == (kind == MemberKind.INDIVIDUAL)
    assert belongs_to(kind, Electorate.MEMBERS)


@pytest.mark.parametrize("is_individual", [True, False])
def test_only_individual_members_stand_nominate_and_are_named_there(is_individual):
    rules = rules_among(NONE, OWN)
    candidate = Candidate(
        accepted=True,
        in_standing=True,
        statement_of_interest=True,
        pledge_given=True,
        is_individual_member=is_individual,
    )
    nominator = Nominator(acts_for_a_member=True, in_standing=True, is_individual_member=is_individual)
    asked = {"phase": Phase.NOMINATIONS, "subregion": "", "already_nominated": False, "rules": rules}

    def stands(electorate):
        required = Requirements(PostKey.OTHER, rules, phase=NominationPhase.SUBREGION, electorate=electorate)
        return [line.code for line in may_stand(candidate, required).bars]

    def names(electorate):
        return [line.code for line in may_nominate(nominator, electorate=electorate, **asked).bars]

    def named(electorate):
        return [line.code for line in may_be_named_among(electorate, is_individual=is_individual).bars]

    every = Electorate.MEMBERS
    assert stands(every) == names(every) == named(every) == []
    assert stands(OWN) == named(OWN) == ([] if is_individual else [Bar.NOT_AN_INDIVIDUAL_MEMBER])
    assert names(OWN) == ([] if is_individual else [Bar.NOMINATOR_NOT_AN_INDIVIDUAL])
