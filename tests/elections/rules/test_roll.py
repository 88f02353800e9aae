import copy
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.enums import Bar, MemberKind
from elections.rules.parameters import check
from elections.rules.roll import (
    UNIT_OF_INDIVIDUALS,
    DuplicateMember,
    RollMember,
    compose,
    document,
    fingerprint,
    may_be_on_roll,
    quorum_base,
)
from elections.rules.weights import EmptyRoll

RULES = check({})
ACCREDITED = check({"weight_base": "accredited"})
TOGETHER = check({"individual_vote": "collective_lowest_weight"})
ONE_COUNTRY = check({"individual_vote": "country_unit"})


def member(name, country, **facts):
    return RollMember(name.lower(), name, country, **({"is_accredited": True, "is_active": True} | facts))


CEIBO, FARO = member("Ceibo", "AR", holder="Ana"), member("Faro", "AR")
PALMA = member("Palma", "GY", holder="Kai")
ASLEEP = member("Hornero", "UY", is_active=False)
LUZ = member("Luz", "", kind=MemberKind.INDIVIDUAL)
ALL_TOGETHER = member("Individuals", "", kind=MemberKind.COLLECTIVE)


def bars_of(someone, rules=RULES):
    return [line.code for line in may_be_on_roll(someone, rules).bars]


def weights_of(roll):
    return {place.name: place.weight for place in roll.places}


def test_places_are_numbered_by_country_and_name_and_weighed():
    roll = compose([PALMA, FARO, CEIBO], RULES)

    assert [(place.number, place.name, place.country, place.holder) for place in roll.places] == [
        (1, "Ceibo", "AR", "Ana"),
        (2, "Faro", "AR", ""),
        (3, "Palma", "GY", "Kai"),
    ]
    assert weights_of(roll) == {"Ceibo": 25, "Faro": 25, "Palma": 50}
    assert roll.place_of("palma").weight == Fraction(50)


def test_a_country_of_zero_active_members_does_not_count():
    roll = compose([CEIBO, PALMA, ASLEEP], RULES)

    assert roll.table.countries == 2
    assert weights_of(roll) == {"Ceibo": 50, "Palma": 50}
    assert roll.left_out == (ASLEEP,)
    with pytest.raises(KeyError):
        roll.place_of("hornero")


def test_an_accredited_base_takes_them_all():
    roll = compose([CEIBO, PALMA, ASLEEP], ACCREDITED)

    assert weights_of(roll) == {name: Fraction(100, 3) for name in ("Ceibo", "Palma", "Hornero")}
    assert [place.status for place in roll.places] == ["active", "active", "accredited"]


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({}, []),
        ({"is_accredited": False}, [Bar.NOT_ACCREDITED]),
        ({"is_active": False}, [Bar.NOT_ACTIVE]),
        ({"vote_suspended": True}, [Bar.VOTE_SUSPENDED]),
        ({"country": ""}, [Bar.COUNTRY_UNKNOWN]),
        ({"kind": MemberKind.INDIVIDUAL}, [Bar.INDIVIDUALS_DO_NOT_VOTE]),
        ({"kind": MemberKind.COLLECTIVE}, [Bar.INDIVIDUALS_DO_NOT_VOTE]),
        ({"holder": ""}, []),
    ],
)
def test_each_fact_leaves_a_member_out_alone(change, bars):
    assert bars_of(replace(CEIBO, **change)) == bars


def test_every_member_has_a_verdict_with_every_line():
    roll = compose([CEIBO, ASLEEP], RULES)

    assert {name: bool(verdict) for name, verdict in roll.verdicts.items()} == {
        "ceibo": True,
        "hornero": False,
    }
    assert [line.code for line in roll.verdicts["ceibo"].lines] == [
        Bar.NOT_ACCREDITED,
        Bar.NOT_ACTIVE,
        Bar.VOTE_SUSPENDED,
        Bar.COUNTRY_UNKNOWN,
    ]


def test_individuals_have_one_joint_vote_at_the_lowest_weight():
    roll = compose([CEIBO, FARO, PALMA, LUZ, ALL_TOGETHER], TOGETHER)

    assert weights_of(roll) == {"Individuals": 25, "Ceibo": 25, "Faro": 25, "Palma": 50}
    assert [line.code for line in roll.verdicts["luz"].bars] == [Bar.INDIVIDUALS_VOTE_TOGETHER]
    assert document(roll)["total"] == "125"


def test_individuals_vote_as_one_country_more():
    roll = compose([CEIBO, PALMA, LUZ, member("Teo", "PE", kind=MemberKind.INDIVIDUAL)], ONE_COUNTRY)

    assert weights_of(roll) == {
        "Ceibo": Fraction(100, 3),
        "Palma": Fraction(100, 3),
        "Luz": Fraction(50, 3),
        "Teo": Fraction(50, 3),
    }
    assert roll.place_of("teo").country == UNIT_OF_INDIVIDUALS
    assert bars_of(ALL_TOGETHER, ONE_COUNTRY) == [Bar.INDIVIDUALS_DO_NOT_VOTE]


@pytest.mark.parametrize("members", [[], [ASLEEP], [LUZ]])
def test_a_roll_of_nobody_is_a_loud_error(members):
    with pytest.raises(EmptyRoll):
        compose(members, RULES)


def test_a_member_stands_on_a_roll_once():
    with pytest.raises(DuplicateMember):
        compose([CEIBO, replace(CEIBO, name="Ceibo again")], RULES)


def test_the_published_roll_says_who_is_left_out_and_why():
    published = document(compose([CEIBO, ASLEEP], RULES))

    assert published == {
        "schema": "lacralo-roll/1",
        "scheme": "equal_country",
        "total": "100",
        "countries": 1,
        "places": [
            {
                "place": 1,
                "member": "ceibo",
                "name": "Ceibo",
                "country": "AR",
                "kind": "als",
                "status": "active",
                "holder": "Ana",
                "weight": "100",
            }
        ],
        "left_out": [
            {
                "member": "hornero",
                "name": "Hornero",
                "country": "UY",
                "reasons": ["elections.not_active"],
            }
        ],
    }


@given(st.permutations([CEIBO, FARO, PALMA, ASLEEP]))
def test_the_fingerprint_does_not_depend_on_the_order_of_the_members(members):
    assert fingerprint(document(compose(members, RULES))) == fingerprint(
        document(compose([CEIBO, FARO, PALMA, ASLEEP], RULES))
    )


def test_the_fingerprint_leaves_itself_out():
    published = document(compose([CEIBO], RULES))

    assert fingerprint(published | {"fingerprint": "0" * 64}) == fingerprint(published)


@pytest.mark.parametrize(
    "change",
    [
        lambda roll: roll["places"][0].update(weight="1"),
        lambda roll: roll["places"][0].update(holder="Somebody Else"),
        lambda roll: roll["places"].pop(),
        lambda roll: roll["places"].reverse(),
        lambda roll: roll["left_out"].clear(),
        lambda roll: roll.update(scheme="one_member_one_vote"),
    ],
)
def test_any_change_changes_the_fingerprint(change):
    published = document(compose([CEIBO, PALMA, ASLEEP], RULES))
    changed = copy.deepcopy(published)

    change(changed)

    assert fingerprint(changed) != fingerprint(published)


@pytest.mark.parametrize(
    ("parameters", "base"),
    [
        ({}, 2),
        ({"quorum_base": "roll"}, 2),
        ({"quorum_base": "accredited"}, 3),
        ({"weight_base": "accredited"}, 2),
        ({"weight_base": "accredited", "quorum_base": "roll"}, 3),
        ({"weight_base": "accredited", "quorum_base": "accredited"}, 3),
    ],
)
def test_the_base_of_the_quorum_follows_from_the_published_roll(parameters, base):
    rules = check(parameters)
    applicant = member("Applicant", "PE", is_accredited=False, is_active=False)

    published = document(compose([CEIBO, PALMA, ASLEEP, applicant], rules))

    assert quorum_base(published, rules) == base
