"""People are nominated, accept, decline, withdraw; every refusal has its line."""

from datetime import timedelta

import pytest

from elections.enums import Bar, CalendarKey, NominationPhase, NominationState
from elections.enums.acts import Act
from elections.enums.doors import Door
from elections.models import Nomination
from elections.services.eligibility import acclaim
from elections.services.nominations import (
    Acceptance,
    Newcomer,
    accept_nomination,
    decline_nomination,
    nominate,
    withdraw_nomination,
)
from elections.workflows import NOMINATION
from lacralo.core.audit.models import Entry
from lacralo.core.notifications.models import Notice
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Refused
from members.enums import MemberStatus, Role
from tests.builders import NOW, accredited, member, person, representative, subregions, voter_of
from tests.elections.builders import candidate, end_step, nomination_for, officer, open_call, step_of

pytestmark = pytest.mark.django_db

YES = Acceptance(
    statement="Here is what I will do.", language="es", has_pledged=True, nationality="PE", residence="PE"
)


def name(election, nominee, *, of, by=None, acting=None, now=NOW, reason="") -> Nomination:
    """A nomination as a page asks for it: by the nominee's own ALS unless told otherwise."""
    acting = acting or of
    return nominate(
        election=election,
        nominee=nominee,
        member=of,
        nominating_member=acting,
        reason=reason,
        by=by or voter_of(acting),
        now=now,
    )


def codes(refusal) -> list[str]:
    return [str(line.code) for line in refusal.value.verdict.bars]


def test_any_member_nominates_a_person_of_the_subregion_who_gets_the_link():
    subregions()
    election = open_call()
    andes, mercosur = accredited(country="PE"), accredited(country="AR")
    nominee = voter_of(andes)

    nomination = name(election, nominee, of=andes, acting=mercosur, reason="She knows the work.")

    assert (nomination.state, nomination.phase) == (NominationState.SUBMITTED, NominationPhase.SUBREGION)
    assert nomination.nominating_member == mercosur
    mail = Notice.objects.get(person=nominee)
    assert f"/{nominee.language}/elections/answer/" in mail.body
    assert "She knows the work." in mail.body
    assert Entry.objects.get().act == str(Act.PERSON_NOMINATED)


def test_a_nominee_of_another_subregion_is_refused_in_the_first_phase():
    subregions()
    election, mercosur = open_call(), accredited(country="AR")

    with pytest.raises(Refused) as refusal:
        name(election, voter_of(mercosur), of=mercosur)

    assert codes(refusal) == [Bar.NOT_OF_SUBREGION]


def test_a_person_the_register_does_not_know_is_entered_with_the_nomination():
    subregions()
    election, andes = open_call(), accredited(country="PE")
    newcomer = Newcomer(name="Inés", email="ines@example.org", language="es", time_zone="America/Lima")

    nomination = name(election, newcomer, of=andes)

    assert (nomination.nominee.name, nomination.nominee.email) == ("Inés", "ines@example.org")


def test_a_refused_nomination_enters_nobody_in_the_register():
    subregions()
    election, mercosur = open_call(), accredited(country="AR")
    newcomer = Newcomer(name="Inés", email="ines@example.org", language="es", time_zone="America/Lima")

    with pytest.raises(Refused):
        name(election, newcomer, of=mercosur)

    assert Person.objects.filter(email="ines@example.org").count() == 0


def test_nominations_end_at_the_very_instant():
    subregions()
    election, andes = open_call(), accredited(country="PE")
    ends = step_of(election, CalendarKey.NOMINATIONS).ends

    name(election, voter_of(andes), of=andes, now=ends - timedelta(microseconds=1))
    with pytest.raises(Refused) as refusal:
        name(election, person(), of=andes, by=voter_of(andes), now=ends)

    assert codes(refusal) == [Bar.NOMINATIONS_CLOSED]


def test_nobody_is_nominated_twice_not_even_by_themselves():
    subregions()
    election, andes = open_call(), accredited(country="PE")
    name(election, voter_of(andes), of=andes)

    with pytest.raises(Refused) as refusal:
        name(election, voter_of(andes), of=andes)

    assert codes(refusal) == [Bar.ALREADY_NOMINATED]


def test_who_declined_can_be_nominated_again():
    subregions()
    election, andes = open_call(), accredited(country="PE")
    first = name(election, voter_of(andes), of=andes)
    decline_nomination(nomination=first, by=voter_of(andes), now=NOW)

    second = name(election, voter_of(andes), of=andes)

    assert second.pk != first.pk


def test_strangers_observers_and_inactive_members_do_not_nominate():
    subregions()
    election, andes, gone = open_call(), accredited(country="PE"), member(status=MemberStatus.DECERTIFIED)
    observer = representative(andes, role=Role.OBSERVER)
    theirs = representative(gone)

    with pytest.raises(Refused) as stranger:
        nominate(election=election, nominee=person(), member=andes, nominating_member=None, reason="",
                 by=person(), now=NOW)  # fmt: skip
    with pytest.raises(Refused) as listening:
        name(election, person(), of=andes, by=observer)
    with pytest.raises(Refused) as inactive:
        name(election, person(), of=andes, by=theirs, acting=gone)

    assert codes(stranger) == [Bar.NOMINATOR_REPRESENTS_NO_MEMBER, Bar.NOMINATOR_NOT_IN_STANDING]
    assert codes(listening) == [Bar.NOMINATOR_IS_OBSERVER]
    assert codes(inactive) == [Bar.NOMINATOR_NOT_IN_STANDING]


def test_a_nominee_accepts_and_becomes_a_candidate():
    nomination = nomination_for(open_call(), by=(nominator := person()))

    accepted = accept_nomination(nomination=nomination, acceptance=YES, by=nomination.nominee, now=NOW)

    assert (accepted.state, accepted.answered_at, accepted.has_pledged) == (
        NominationState.ACCEPTED, NOW, True,
    )  # fmt: skip
    assert (accepted.nationality.code, accepted.residence.code) == ("PE", "PE")
    assert accepted.statement.revisions.get().body == "Here is what I will do."
    told = set(Notice.objects.values_list("person__name", flat=True))
    assert told == {nominator.name, "Secretary"}


@pytest.mark.parametrize(
    ("acceptance", "bars"),
    [
        (Acceptance("", "es", True), [Door.STATEMENT_EMPTY]),
        (Acceptance(" \r\n ", "es", True), [Door.STATEMENT_EMPTY]),
        (Acceptance("x" * 4001, "es", True), [Door.STATEMENT_TOO_LONG]),
        (Acceptance("Yes.", "es", False), [Bar.NO_PLEDGE]),
    ],
)
def test_nobody_accepts_without_statement_and_pledge(acceptance, bars):
    nomination = nomination_for(open_call())

    with pytest.raises(Refused) as refusal:
        accept_nomination(nomination=nomination, acceptance=acceptance, by=nomination.nominee, now=NOW)

    assert codes(refusal) == bars
    assert Nomination.objects.get().state == NominationState.SUBMITTED


def test_ends_of_lines_count_once_wherever_the_statement_was_typed():
    nomination = nomination_for(open_call())
    statement = "x\r\n" * 1999 + "xy"

    accepted = accept_nomination(
        nomination=nomination,
        acceptance=Acceptance(statement, "es", True),
        by=nomination.nominee,
        now=NOW,
    )

    assert len(statement) > 4000
    assert len(accepted.statement.revisions.get().body) == 4000


def test_only_the_nominee_answers_and_only_once():
    nomination = nomination_for(open_call())

    with pytest.raises(Refused) as stranger:
        accept_nomination(nomination=nomination, acceptance=YES, by=officer(), now=NOW)
    accept_nomination(nomination=nomination, acceptance=YES, by=nomination.nominee, now=NOW)
    with pytest.raises(Refused) as again:
        decline_nomination(nomination=nomination, by=nomination.nominee, now=NOW)

    assert codes(stranger) == [Bar.NOT_THE_NOMINEE]
    assert codes(again) == [Bar.ANSWERED_ALREADY]


def test_acceptance_ends_at_the_very_instant():
    election = open_call(at=CalendarKey.ACCEPTANCE)
    nomination = nomination_for(election)
    ends = step_of(election, CalendarKey.ACCEPTANCE).ends

    with pytest.raises(Refused) as refusal:
        accept_nomination(nomination=nomination, acceptance=YES, by=nomination.nominee, now=ends)
    accepted = accept_nomination(
        nomination=nomination, acceptance=YES, by=nomination.nominee, now=ends - timedelta(microseconds=1)
    )

    assert codes(refusal) == [Bar.ACCEPTANCE_OVER]
    assert accepted.state == NominationState.ACCEPTED


def test_a_candidate_withdraws_until_the_ballot_is_frozen():
    election = open_call()
    first, second = candidate(election), candidate(election)

    withdraw_nomination(nomination=first, by=first.nominee, now=NOW)
    election.frozen_at = NOW
    election.save()
    with pytest.raises(Refused) as refusal:
        withdraw_nomination(nomination=second, by=second.nominee, now=NOW)

    assert Nomination.objects.get(pk=first.pk).state == NominationState.WITHDRAWN
    assert codes(refusal) == [Bar.CANDIDATES_FIXED]


def test_an_acclamation_ends_with_the_withdrawal_of_who_was_acclaimed_and_of_nobody_else():
    subregions()
    election = open_call(at=CalendarKey.REVIEW)
    acclaimed, other = candidate(election), candidate(election, country="JM")
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    acclaim(election=election, by=officer(), now=NOW)

    withdraw_nomination(nomination=other, by=other.nominee, now=NOW)
    election.refresh_from_db()
    after_the_other = election.acclaimed_at
    withdraw_nomination(nomination=acclaimed, by=acclaimed.nominee, now=NOW)
    election.refresh_from_db()

    assert (after_the_other, election.acclaimed_at) == (NOW, None)


@pytest.mark.parametrize("move", ["accept", "decline", "withdraw"])
@pytest.mark.parametrize("state", NominationState)
def test_nominations_move_only_along_the_table(state, move):
    nomination = nomination_for(open_call(), state=state)
    services = {
        "accept": lambda: accept_nomination(
            nomination=nomination, acceptance=YES, by=nomination.nominee, now=NOW
        ),
        "decline": lambda: decline_nomination(nomination=nomination, by=nomination.nominee, now=NOW),
        "withdraw": lambda: withdraw_nomination(nomination=nomination, by=nomination.nominee, now=NOW),
    }

    if move in NOMINATION.moves_from(state):
        assert services[move]().state == NOMINATION.move(state, move)
    else:
        with pytest.raises(Refused):
            services[move]()
