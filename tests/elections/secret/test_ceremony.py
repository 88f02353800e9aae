"""Who is named, whose code was lost, and which key holds until the vote opens."""

from datetime import timedelta

import pytest

from elections.enums import Bar, NominationState
from elections.enums.acts import Act
from elections.enums.doors import Door
from elections.enums.poll import Poll
from elections.enums.seals import Outcome, Purpose, Seal
from elections.models import Election, ElectionKey, Opening, SealedKey
from elections.selectors.scrutiny import present_key
from elections.services.ballots import open_vote
from elections.services.calls import annul_election
from elections.services.keys import freeze_key
from elections.services.scrutineers import confirm_code, make_code, name_scrutineer, release_scrutineer
from members.models import Member, Term
from tests.builders import NOW, person, position, term
from tests.elections.builders import nomination_for, officer, prepared, rule_set
from tests.elections.poll import before_the_vote
from tests.elections.sealed import (
    CEREMONY,
    Papers,
    mixed,
    open_secret_vote,
    put_in,
    rehearsed,
    remove,
    scrutineer_person,
    secret_election,
    with_codes,
)
from tests.elections.secret.scene import acts_on, bars, mails, people_of, refusal, six_members

pytestmark = pytest.mark.django_db

AT = NOW - CEREMONY


@pytest.fixture(autouse=True)
def _members():
    six_members()


def naming(election: Election, who, *, by=None) -> list:
    """Why somebody cannot be named; empty when they are."""
    return refusal(lambda: name_scrutineer(election=election, person=who, by=by or officer(), now=AT))


def opening(election: Election) -> list:
    """Why the vote does not open on its day; empty when it does."""
    return refusal(lambda: open_vote(election=election, by=officer(), now=NOW))


def freezing(election: Election) -> list:
    """Why the key is not made; empty when it is."""
    return refusal(lambda: freeze_key(election=election, by=officer(), now=AT))


def new_paper(scrutineer, papers: Papers, *, at=AT) -> None:
    """A scrutineer lost the paper, has another code made and types it back."""
    papers.words[scrutineer.pk] = " ".join(make_code(scrutineer=scrutineer, by=scrutineer.person, now=at))
    confirm_code(scrutineer=scrutineer, typed=papers.of(scrutineer), by=scrutineer.person, now=at)


def test_only_who_holds_the_office_is_named():
    election = secret_election()
    former = person()
    Term.objects.create(
        position=position("scrutineer"), person=former,
        start=AT.date() - timedelta(days=99), end=AT.date() - timedelta(days=1),
    )  # fmt: skip

    assert naming(election, person()) == naming(election, former) == [Seal.NO_SCRUTINEER_OF_LACRALO]
    assert naming(election, scrutineer_person()) == []


@pytest.mark.parametrize("state", [NominationState.SUBMITTED, NominationState.ACCEPTED])
def test_a_nominee_is_not_named(state):
    election, who = secret_election(), scrutineer_person()
    nomination_for(election, who, state=state)

    assert naming(election, who) == [Seal.SCRUTINEER_STANDS]


@pytest.mark.parametrize("state", [NominationState.DECLINED, NominationState.WITHDRAWN])
def test_who_does_not_stand_any_more_can_be_named(state):
    election, who = secret_election(), scrutineer_person()
    nomination_for(election, who, state=state)

    assert naming(election, who) == []


def test_who_runs_elections_is_not_named():
    election, who = secret_election(), scrutineer_person()
    term("support", who)

    assert naming(election, who) == [Seal.SCRUTINEER_RUNS_ELECTIONS]


def test_a_scrutineer_is_named_once_and_again_after_a_release():
    election, who = secret_election(), scrutineer_person()
    named = name_scrutineer(election=election, person=who, by=officer(), now=AT)

    assert naming(election, who) == [Seal.SCRUTINEER_NAMED_ALREADY]
    release_scrutineer(scrutineer=named, by=officer(), now=AT)
    assert naming(election, who) == []
    assert [each.number for each in people_of(election)] == [2]


def test_a_fourth_scrutineer_is_one_too_many():
    election = secret_election()
    with_codes(election, Papers())

    assert naming(election, scrutineer_person()) == [Seal.SCRUTINEERS_COMPLETE]


def test_neither_a_scrutineer_nor_a_candidate_names_scrutineers():
    election, who = secret_election(), scrutineer_person()
    candidate = election.nominations.first().nominee

    for by in (who, candidate):
        assert naming(election, scrutineer_person(), by=by) == [Door.NOT_AN_OFFICER]


def test_a_roll_call_has_no_scrutineers():
    election = before_the_vote()

    assert naming(election, scrutineer_person()) == [Seal.NOT_SECRET]


def test_a_draft_and_an_annulled_vote_have_none():
    rule_set(secrecy_of_elections="secret")
    draft = prepared()
    assert naming(draft, scrutineer_person()) == [Bar.NOT_PUBLISHED]

    annulled = secret_election()
    annul_election(election=annulled, reason="Void.", by=officer(), now=AT)
    assert naming(annulled, scrutineer_person()) == [Bar.ANNULLED]


def test_the_key_waits_for_every_code():
    election, papers = secret_election(), Papers()
    people = with_codes(election, papers, number=2)
    assert freezing(election) == [Seal.SCRUTINEERS_MISSING]

    third = name_scrutineer(election=election, person=scrutineer_person(), by=officer(), now=AT)
    assert freezing(election) == [Seal.CODES_UNCONFIRMED]
    new_paper(third, papers)

    assert freezing(election) == []
    assert freezing(election) == [Seal.KEY_FROZEN_ALREADY]
    assert present_key(election).numbers == [each.number for each in (*people, third)]


def test_of_the_key_only_layers_are_kept():
    election = secret_election()
    with_codes(election, Papers())
    freeze_key(election=election, by=officer(), now=AT)

    orders = SealedKey.objects.filter(key__election=election).values_list("order", flat=True)
    assert sorted(orders) == ["1-2", "1-3", "2-1", "2-3", "3-1", "3-2"]
    assert {field.name for field in ElectionKey._meta.concrete_fields} == {
        "id", "election", "version", "public_key", "numbers", "needed", "test_envelope", "made_at", "made_by",
        "rehearsed_at", "superseded_at",
    }  # fmt: skip


def test_a_vote_opens_only_after_the_rehearsal():
    election, papers = secret_election(), Papers()
    people = with_codes(election, papers)
    assert opening(election) == [Seal.KEY_NOT_FROZEN, Seal.KEY_NOT_REHEARSED]

    freeze_key(election=election, by=officer(), now=AT)
    assert opening(election) == [Seal.KEY_NOT_REHEARSED]
    assert remove(people[2], papers, Purpose.REHEARSAL, at=AT).missing == 1
    assert opening(election) == [Seal.KEY_NOT_REHEARSED]
    assert remove(people[1], papers, Purpose.REHEARSAL, at=AT).missing == 0

    assert opening(election) == []


def test_a_code_lost_before_the_opening_costs_the_key_and_a_new_rehearsal():
    election, papers = secret_election(), Papers()
    people = rehearsed(election, papers)
    old = present_key(election)

    words = make_code(scrutineer=people[0], by=people[0].person, now=AT)

    old.refresh_from_db()
    assert (old.superseded_at, old.sealed.count(), present_key(election)) == (AT, 0, None)
    assert opening(election) == [Seal.KEY_NOT_FROZEN, Seal.KEY_NOT_REHEARSED]
    assert freezing(election) == [Seal.CODES_UNCONFIRMED]

    papers.words[people[0].pk] = " ".join(words)
    confirm_code(scrutineer=people[0], typed=papers.of(people[0]), by=people[0].person, now=AT)
    new = freeze_key(election=election, by=officer(), now=AT)
    assert (new.version, new.public_key == old.public_key) == (2, False)
    assert opening(election) == [Seal.KEY_NOT_REHEARSED]
    for each in people[:2]:
        remove(each, papers, Purpose.REHEARSAL, at=AT)
    assert opening(election) == []
    assert acts_on(election).count(Act.KEY_GIVEN_UP) == 1


def test_the_lost_code_opens_nothing_any_more():
    election, papers = secret_election(), Papers()
    people, old = rehearsed(election, papers), Papers()
    old.words = dict(papers.words)
    new_paper(people[0], papers)
    freeze_key(election=election, by=officer(), now=AT)

    answer = remove(people[0], old, Purpose.REHEARSAL, at=AT)

    assert bars(answer.verdict) == [Seal.CODE_WRONG]


def test_a_code_lost_in_the_middle_of_the_rehearsal_drops_it():
    election, papers = secret_election(), Papers()
    people = with_codes(election, papers)
    freeze_key(election=election, by=officer(), now=AT)
    remove(people[0], papers, Purpose.REHEARSAL, at=AT)

    new_paper(people[1], papers)

    (begun,) = Opening.objects.all()
    assert (begun.outcome, begun.remaining) == (Outcome.DROPPED, {})
    freeze_key(election=election, by=officer(), now=AT)
    assert [remove(each, papers, Purpose.REHEARSAL, at=AT).missing for each in people[:2]] == [1, 0]


def test_a_released_scrutineer_has_no_part_and_the_key_is_given_up():
    election, papers = secret_election(), Papers()
    people = rehearsed(election, papers)

    release_scrutineer(scrutineer=people[0], by=officer(), now=AT)

    assert refusal(lambda: remove(people[0], papers, Purpose.REHEARSAL, at=AT)) == [
        Seal.NOT_THE_SCRUTINEER,
        Seal.KEY_NOT_FROZEN,
    ]
    assert opening(election) == [Seal.SCRUTINEERS_MISSING, Seal.KEY_NOT_FROZEN, Seal.KEY_NOT_REHEARSED]
    assert [mail.person for mail in mails(":released")] == [people[0].person]


def test_releasing_again_changes_nothing():
    election = secret_election()
    (named,) = with_codes(election, Papers(), number=1)

    for _ in range(2):
        release_scrutineer(scrutineer=named, by=officer(), now=AT)

    assert acts_on(election).count(Act.SCRUTINEER_RELEASED) == 1


def test_after_a_release_the_key_is_sealed_to_the_new_scrutineer_and_not_to_the_old():
    election, papers = secret_election(), Papers()
    people = rehearsed(election, papers)
    release_scrutineer(scrutineer=people[1], by=officer(), now=AT)
    successor = name_scrutineer(election=election, person=scrutineer_person(), by=officer(), now=AT)
    new_paper(successor, papers)
    freeze_key(election=election, by=officer(), now=AT)

    assert present_key(election).numbers == [1, 3, 4]
    assert [remove(each, papers, Purpose.REHEARSAL, at=AT).missing for each in (successor, people[0])] == [
        1,
        0,
    ]
    assert opening(election) == []


def test_a_scrutineer_who_becomes_a_nominee_holds_up_the_opening_until_released():
    election, papers = secret_election(), Papers()
    people = rehearsed(election, papers)
    member = Member.objects.filter(country="PE").last()
    nomination = nomination_for(election, people[0].person, member=member)

    assert opening(election) == [Seal.SCRUTINEER_STANDS]
    nomination.state = NominationState.DECLINED
    nomination.answered_at = NOW
    nomination.save()
    assert opening(election) == []


def test_a_scrutineer_who_begins_to_run_elections_holds_up_key_and_opening():
    election, papers = secret_election(), Papers()
    people = with_codes(election, papers)
    term("support", people[2].person)

    assert freezing(election) == [Seal.SCRUTINEER_STANDS]


@pytest.mark.parametrize(
    "act",
    [
        lambda election, one: make_code(scrutineer=one, by=one.person, now=NOW),
        lambda election, one: release_scrutineer(scrutineer=one, by=officer(), now=NOW),
        lambda election, one: freeze_key(election=election, by=officer(), now=NOW),
        lambda election, one: name_scrutineer(
            election=election, person=scrutineer_person(), by=officer(), now=NOW
        ),
    ],
    ids=["code", "release", "key", "name"],
)
def test_once_the_vote_is_open_nothing_of_the_ceremony_is_replaced(act):
    election = open_secret_vote(Papers())

    assert refusal(lambda: act(election, people_of(election)[0]))[0] == Seal.VOTE_OPENED_ALREADY


def test_a_code_lost_after_the_opening_is_made_good_by_the_others():
    papers = Papers()
    election = open_secret_vote(papers)
    put_in(election, 1, "1")
    mixed(election)
    first, second, third = people_of(election)
    papers.words.pop(first.pk)
    late = NOW + timedelta(days=30)

    assert refusal(lambda: make_code(scrutineer=first, by=first.person, now=late)) == [
        Seal.VOTE_OPENED_ALREADY
    ]
    assert [remove(each, papers, Purpose.COUNT, at=late).missing for each in (second, third)] == [1, 0]


def test_a_vote_of_another_kind_than_the_rule_set_names_is_not_opened():
    election, papers = secret_election(), Papers()
    rehearsed(election, papers)
    Election.objects.filter(pk=election.pk).update(secrecy="roll_call")

    assert opening(election) == [Poll.SECRECY_NOT_AS_RULED]


def test_the_vote_opens_neither_early_nor_late():
    election, papers = secret_election(), Papers()
    rehearsed(election, papers)

    early = refusal(lambda: open_vote(election=election, by=officer(), now=NOW - timedelta(seconds=1)))
    late = refusal(lambda: open_vote(election=election, by=officer(), now=NOW + timedelta(days=30)))

    assert (early[-1], late) == (Bar.VOTE_DAY_NOT_REACHED, [Bar.VOTE_TIME_OVER])
