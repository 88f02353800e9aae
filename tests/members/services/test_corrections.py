"""What no act shows is attested; what is wrong is struck; both with a reason, once."""

from datetime import timedelta

import pytest

from lacralo.core.verdicts import Refused
from members.enums import Bar, CreditKind, OccasionKind
from members.enums.participation import ParticipationBar
from members.models import Attestation, Credit
from members.services.corrections import attest, kind_for, strike_credit
from tests.builders import NOW, TODAY, accredited, keeper, person
from tests.members.participation_builders import held, took_part

pytestmark = pytest.mark.django_db


def write(of, by, **more):
    given = {"kind": CreditKind.REPORTED, "on": TODAY, "reason": "Its report of March", "now": NOW} | more
    return attest(member=of, by=by, **given)


def bars(refused) -> list:
    return [line.code for line in refused.value.verdict.bars]


def test_the_secretary_attests_with_a_reason():
    als, ana = accredited(), keeper()

    credit = write(als, ana)

    attestation = Attestation.objects.get()
    assert (credit.member, credit.kind, credit.evidence_id) == (als, CreditKind.REPORTED, str(attestation.pk))
    assert (attestation.reason, attestation.attested_by) == ("Its report of March", ana)


@pytest.mark.parametrize(
    "more, bar",
    [({"reason": "  "}, Bar.REASON_MISSING), ({"on": TODAY + timedelta(days=1)}, ParticipationBar.DAY_AHEAD)],
)
def test_without_a_reason_or_ahead_nothing_is_attested(more, bar):
    with pytest.raises(Refused) as refused:
        write(accredited(), keeper(), **more)

    assert bars(refused) == [bar]


def test_only_who_keeps_the_register_attests():
    with pytest.raises(Refused) as refused:
        write(accredited(), person())

    assert bars(refused) == [Bar.NOT_REGISTER_KEEPER]


def test_a_credit_for_an_occasion_is_given_once():
    als, ana, call = accredited(), keeper(), held()
    given = {"kind": kind_for(call), "on": call.held_on, "occasion": call}

    write(als, ana, **given)
    with pytest.raises(Refused) as refused:
        write(als, ana, **given)

    assert bars(refused) == [ParticipationBar.CREDITED_ALREADY]


def test_a_credit_is_only_given_for_what_earns_it():
    vote = held(OccasionKind.VOTE)

    with pytest.raises(Refused) as refused:
        write(accredited(), keeper(), kind=CreditKind.ATTENDED, occasion=vote)

    assert bars(refused) == [ParticipationBar.CREDIT_NEVER_EARNED_THERE]


def test_a_credit_for_an_occasion_has_its_day():
    call = held()

    assert write(accredited(), keeper(), kind=CreditKind.APOLOGIES, occasion=call).earned_on == call.held_on


def test_a_struck_credit_can_be_given_again():
    als, ana, call = accredited(), keeper(), held()
    first = took_part(als, call)
    strike_credit(credit=first, reason="Another member of that name", by=ana, now=NOW)

    again = write(als, ana, kind=kind_for(call), on=call.held_on, occasion=call)

    assert (again.evidence_id, again.ordinal) == (first.evidence_id, 2)
    assert list(Credit.objects.standing()) == [again]


def test_a_credit_is_struck_once():
    ana, credit = keeper(), took_part(accredited(), held())
    strike_credit(credit=credit, reason="Wrong day", by=ana, now=NOW)

    with pytest.raises(Refused) as refused:
        strike_credit(credit=credit, reason="Wrong day", by=ana, now=NOW)

    assert bars(refused) == [ParticipationBar.STRUCK_ALREADY]


@pytest.mark.parametrize(
    "kind, credited",
    [
        (OccasionKind.VOTE, CreditKind.VOTED),
        (OccasionKind.CONSENSUS_CALL, CreditKind.CONSENSUS),
        (OccasionKind.CALL, CreditKind.ATTENDED),
    ],
)
def test_what_is_credited_follows_from_the_occasion(kind, credited):
    assert kind_for(held(kind)) == credited
