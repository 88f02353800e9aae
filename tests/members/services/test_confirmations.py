"""The entry of a member is confirmed, and asked about every year."""

from datetime import timedelta

import pytest

from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.enums import Act, Bar, MemberStatus, Role
from members.rules.confirmations import YEAR
from members.selectors.confirmations import entries_to_confirm, last_confirmation
from members.selectors.representation import representations_of
from members.services.confirmations import ask_to_confirm, confirm_entry
from members.services.members import register_member
from tests.builders import NOW, accredited, keeper, member, person, representative, voter_of

pytestmark = pytest.mark.django_db

TASK = "members.entry_to_confirm"


@pytest.fixture
def own():
    return accredited("Red Ceibo")


def asked_at(of) -> list:
    open_ones = Deadline.objects.open().filter(task=TASK, subject_id=str(of.pk))
    return list(open_ones.values_list("due_at", flat=True))


def to_confirm(who, at) -> list:
    return entries_to_confirm(representations_of(who, on=statute_day(at)), at)


def answer(of, at) -> bool:
    return ask_to_confirm(pk=Deadline.objects.open().get(task=TASK, subject_id=str(of.pk)).pk, now=at)


def asked() -> dict[str, str]:
    mails = Notice.objects.filter(event__startswith=f"{TASK}:").order_by("pk")
    return {each.person.name: each.body for each in mails}


@pytest.mark.parametrize("role", [Role.PRIMARY, Role.ALTERNATE])
def test_who_acts_for_the_member_confirms_and_is_asked_again_in_a_year(role):
    als = member()
    who = representative(als, role=role)

    confirm_entry(member=als, by=who, now=NOW)

    last = last_confirmation(als)
    assert (last.confirmed_by, last.confirmed_at) == (who, NOW)
    assert asked_at(als) == [NOW + YEAR]
    assert Entry.objects.about(als).latest("sequence").act == Act.ENTRY_CONFIRMED
    due = [bool(to_confirm(who, at)) for at in (NOW, NOW + YEAR - timedelta(1), NOW + YEAR)]
    assert due == [False, False, True]


def test_an_observer_and_a_stranger_are_refused_and_who_keeps_the_register_is_not(own):
    others = [representative(own, role=Role.OBSERVER), person()]

    for who in others:
        with pytest.raises(Refused) as refusal:
            confirm_entry(member=own, by=who, now=NOW)
        assert [line.code for line in refusal.value.verdict.bars] == [Bar.NOT_OF_THE_MEMBER]
    confirm_entry(member=own, by=keeper(), now=NOW)

    assert own.confirmations.count() == 1
    assert [to_confirm(who, NOW + YEAR) for who in others] == [[], []]


def test_confirming_again_moves_the_question(own):
    for days in (0, 30):
        confirm_entry(member=own, by=voter_of(own), now=NOW + timedelta(days))

    assert own.confirmations.count() == 2
    assert asked_at(own) == [NOW + timedelta(30) + YEAR]


def test_after_a_year_those_who_act_then_are_asked_once_and_again_the_year_after(own):
    confirm_entry(member=own, by=voter_of(own), now=NOW)
    representative(own, person("Alternate", language="en"), role=Role.ALTERNATE)
    representative(own, person("Observer"), role=Role.OBSERVER)
    deadline = Deadline.objects.open().get(task=TASK)

    first, second = (ask_to_confirm(pk=deadline.pk, now=NOW + YEAR) for _ in range(2))

    assert (first, second, asked_at(own)) == (True, False, [NOW + 2 * YEAR])
    mails = asked()
    assert sorted(mails) == ["Alternate", voter_of(own).name]
    assert "It was last confirmed on 3 March 2026." in mails["Alternate"]
    assert f"/en/members/me/confirm/{own.slug}/" in mails["Alternate"]
    answer(own, NOW + 2 * YEAR)
    assert Notice.objects.filter(event__startswith=f"{TASK}:").count() == 4


def test_who_enters_the_register_is_asked_after_a_year_whatever_was_confirmed():
    als = register_member(
        name="Red Nueva", country="PE", status=MemberStatus.ACCREDITED, reason="Vote.", by=None, now=NOW
    )
    representative(als, person("Nueva", language="en"))

    answer(als, NOW + YEAR)

    assert "Nobody has confirmed it yet." in asked()["Nueva"]
