"""The individual members elect who casts their joint vote: from the call to the register."""

import json
from datetime import date

import pytest

from elections.enums import Bar, CalendarKey, NominationState
from elections.models import Election
from elections.rules.bundle import dumps
from elections.selectors.elections import rules_of
from elections.services.ballots import open_vote
from elections.services.calls import Call, prepare_election, publish_call
from elections.services.nominations import Newcomer, accept_nomination, nominate
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.enums import Electorate, Role
from members.models import Member, Representation, Suspension, Term
from tests.builders import (
    LONG_AGO,
    NOW,
    TODAY,
    accredited,
    person,
    position,
    representative,
    statement,
    subregions,
    voter_of,
)
from tests.elections.builders import begin_step, officer, rule_set, step_of
from tests.elections.individuals import ALTERNATE, REPRESENTATIVE, call_of_individuals, vote_of_individuals
from tests.elections.poll import open_vote_of, proclaimed, publish, vote, vote_many
from tests.elections.services.test_full_path import verified
from tests.elections.services.test_nominations import YES
from tests.members.individuals_builders import individual, joint_vote

pytestmark = pytest.mark.django_db


def named(election, nominee, *, of, acting=None, by=None):
    acting = acting or of
    return nominate(
        election=election,
        nominee=nominee,
        member=of,
        nominating_member=acting,
        reason="",
        by=by or voter_of(acting),
        now=NOW,
    )


def codes(act):
    with pytest.raises(Refused) as refused:
        act()
    return [line.code for line in refused.value.verdict.bars]


def call(post):
    return Call(position(post), 2026, TODAY, date(2026, 11, 1), date(2027, 11, 1))


def test_an_election_is_of_those_who_elect_its_post():
    rule_set(rotation=False)
    own, of_all = (
        prepare_election(call=call(post), by=officer(), now=NOW) for post in (REPRESENTATIVE, "chair")
    )

    assert (own.electorate, own.subregion) == (Electorate.INDIVIDUALS, "")
    assert of_all.electorate == Electorate.MEMBERS
    assert rules_of(own).weighting == "one_member_one_vote"
    assert rules_of(of_all).weighting == "equal_country"


def test_the_call_goes_to_the_individual_members_alone():
    rule_set()
    als, luz = accredited(), individual("Luz")
    election = prepare_election(call=call(REPRESENTATIVE), by=officer(), now=NOW)

    publish_call(election=election, by=officer(), now=NOW)

    told = set(Notice.objects.values_list("person", flat=True))
    assert voter_of(luz).pk in told
    assert voter_of(als).pk not in told


def test_individuals_name_individuals_and_nobody_else_does():
    election = call_of_individuals()
    luz, teo, als = individual("Luz"), individual("Teo"), accredited(country="PE")
    helper = representative(teo, role=Role.ALTERNATE)
    newcomer = Newcomer("Ana", "ana@example.org", "es", "UTC")

    assert codes(lambda: named(election, voter_of(als), of=als, acting=luz)) == [
        Bar.NOT_AN_INDIVIDUAL_MEMBER,
        Bar.NOT_AN_INDIVIDUAL_MEMBER,
    ]
    assert codes(lambda: named(election, voter_of(teo), of=teo, acting=als)) == [
        Bar.NOMINATOR_NOT_AN_INDIVIDUAL
    ]
    assert codes(lambda: named(election, voter_of(luz), of=luz, acting=teo, by=helper)) == [
        Bar.NOMINATOR_NOT_AN_INDIVIDUAL
    ]
    for nominee in (helper, newcomer, person("Somebody")):
        assert codes(lambda nominee=nominee: named(election, nominee, of=teo, acting=luz)) == [
            Bar.NOT_AN_INDIVIDUAL_MEMBER
        ]
    assert named(election, voter_of(teo), of=teo, acting=luz).state == NominationState.SUBMITTED


def test_a_suspended_individual_neither_names_nor_is_named():
    election = call_of_individuals()
    luz, teo = individual("Luz"), individual("Teo")
    Suspension.objects.create(member=teo, start=LONG_AGO, reason="x")

    assert codes(lambda: named(election, voter_of(teo), of=teo, acting=luz)) == [Bar.NOT_IN_STANDING]
    assert codes(lambda: named(election, voter_of(luz), of=luz, acting=teo)) == [
        Bar.NOMINATOR_NOT_IN_STANDING
    ]


def test_somebody_of_an_als_is_named_in_other_elections_as_before():
    subregions()
    election = call_of_individuals(post="chair")
    als = accredited(country="PE")

    assert named(election, voter_of(als), of=als).state == NominationState.SUBMITTED


@pytest.mark.parametrize("weighting", ["equal_country", "country_cap", "degressive", "one_member_one_vote"])
def test_each_has_one_vote_and_no_als_is_on_the_roll(weighting):
    accredited(country="PE")
    joint_vote()

    election = vote_of_individuals(weighting=weighting)

    places = election.places.order_by("number").values_list("member_name", "weight")
    assert list(places) == [("Kai", 1), ("Luz", 1), ("Teo", 1)]
    content = election.rolls.get(edition="frozen").content
    assert (content["electorate"], content["left_out"]) == ("individuals", [])


def test_from_the_nomination_to_the_register_and_an_outsider_recounts_it(tmp_path):
    """Luz and Teo stand; Kai and Teo vote for Teo, Luz for herself."""
    accredited(country="PE")
    entry, entries = joint_vote(), {name: individual(name) for name in ("Luz", "Teo", "Kai")}
    election = call_of_individuals()
    for name in ("Luz", "Teo"):
        statement(voter_of(entries[name]))
        nomination = named(election, voter_of(entries[name]), of=entries[name], acting=entries["Kai"])
        accept_nomination(nomination=nomination, acceptance=YES, by=nomination.nominee, now=NOW)
    begin_step(election, CalendarKey.VOTE, NOW)
    publish(election, at=step_of(election, CalendarKey.PROVISIONAL_ROLL).starts)
    election = open_vote(election=Election.objects.get(pk=election.pk), by=officer(), now=NOW)
    vote_many(election, {1: "2", 2: "1", 3: "2"})

    proclamation = proclaimed(election)

    teo = voter_of(entries["Teo"])
    assert proclamation.elected.nominee == teo
    assert Term.objects.get(position=election.position).person == teo
    seated = Representation.objects.get(member=entry)
    assert (seated.person, seated.role, seated.start) == (teo, Role.PRIMARY, election.term_start)
    quorum = proclamation.bundle["quorum"]
    assert (quorum["base"], quorum["required"], quorum["present"]) == (3, 2, 3)
    checked = verified(json.loads(dumps(proclamation.bundle)), tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_without_an_entry_of_the_joint_vote_the_result_is_proclaimed_all_the_same():
    election = vote_of_individuals()
    vote_many(election, {1: "1", 2: "1", 3: "1"})

    proclaimed(election)

    assert Term.objects.filter(position=election.position).count() == 1
    assert not Representation.objects.filter(member__kind="collective").exists()


def test_the_alternate_is_elected_in_the_same_way():
    entry = joint_vote()
    election = vote_of_individuals(post=ALTERNATE)
    vote_many(election, {1: "1", 2: "1", 3: "1"})

    elected = proclaimed(election).elected.nominee

    assert Representation.objects.get(member=entry, role=Role.ALTERNATE).person == elected


def test_the_joint_vote_is_cast_by_whom_they_elected_at_the_lowest_weight(tmp_path):
    """Two ALSes in Peru and one in Jamaica: the lightest weighs a quarter of the whole."""
    for country in ("PE", "PE", "JM"):
        accredited(country=country)
    individual("Luz")
    entry = joint_vote()
    representative(entry, person("Elected"))

    election = open_vote_of(individual_vote="collective_lowest_weight")
    place = election.places.get(member=entry)
    vote(election, place.number, "1")
    vote_many(election, {number: "1" for number in range(1, 5) if number != place.number})

    assert (place.weight, place.holder.name) == (25, "Elected")
    assert set(election.places.values_list("weight", flat=True)) == {25, 50}
    assert Member.objects.get(name="Luz").pk not in election.places.values_list("member", flat=True)
    checked = verified(json.loads(dumps(proclaimed(election).bundle)), tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    "change",
    [
        lambda roll: roll.update(electorate="elders"),
        lambda roll: roll["places"][0].update(kind="als"),
    ],
)
def test_a_roll_of_individuals_with_somebody_else_on_it_does_not_verify(change, tmp_path):
    election = vote_of_individuals()
    vote_many(election, {1: "1", 2: "1", 3: "1"})
    bundle = json.loads(dumps(proclaimed(election).bundle))

    change(bundle["roll"])

    assert verified(bundle, tmp_path).returncode != 0
