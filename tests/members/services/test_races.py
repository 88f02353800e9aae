"""Two who keep the register act in the same instant: one is done, the other is told why not."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from lacralo.core.audit.chain import verify
from lacralo.core.verdicts import Refused
from members.enums import Bar, MemberStatus, Role
from members.models import Member, Representation, Term
from members.services.imports import import_members
from members.services.members import set_status
from members.services.offices import begin_term
from members.services.representation import begin_representation, replace_primary
from tests.builders import NOW, TODAY, accredited, member, person, position
from tests.members.builders import file_of

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

AT_ONCE = 4


def at_once(act) -> list:
    """What each of several threads got that called `act(number)` together: "done" or the bars."""
    start = Barrier(AT_ONCE)

    def one(number):
        try:
            start.wait(timeout=20)
            act(number)
        except Refused as refusal:
            return tuple(line.code for line in refusal.verdict.bars)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return sorted(threads.map(one, range(AT_ONCE)), key=str)


def one_done_and_the_others(bar: Bar) -> list:
    return sorted(["done", *[(bar,)] * (AT_ONCE - 1)], key=str)


def test_one_of_several_primaries_begins():
    als, people = member(), [person() for _ in range(AT_ONCE)]

    answers = at_once(
        lambda number: begin_representation(
            member=als, person=people[number], role=Role.PRIMARY, start=TODAY, by=None, now=NOW
        )
    )

    assert answers == one_done_and_the_others(Bar.PRIMARY_ALREADY)
    assert Representation.objects.on(TODAY).holding_the_vote().count() == 1
    assert verify() is None


def test_one_of_several_replacements_is_made():
    als, people = accredited(), [person() for _ in range(AT_ONCE)]

    answers = at_once(
        lambda number: replace_primary(
            member=als, person=people[number], start=TODAY, reason="elected", by=None, now=NOW
        )
    )

    assert answers == one_done_and_the_others(Bar.ENDS_BEFORE_IT_STARTS)
    assert Representation.objects.on(TODAY).holding_the_vote().count() == 1


def test_one_seat_takes_one_of_several():
    chair, people = position("chair"), [person() for _ in range(AT_ONCE)]

    answers = at_once(
        lambda number: begin_term(position=chair, person=people[number], start=TODAY, by=None, now=NOW)
    )

    assert answers == one_done_and_the_others(Bar.SEATS_TAKEN)
    assert Term.objects.on(TODAY).count() == 1


def test_a_status_is_set_once():
    als = member(status=MemberStatus.APPLICANT)

    answers = at_once(
        lambda number: set_status(
            member=als, status=MemberStatus.ACCREDITED, start=TODAY, reason="ICANN", by=None, now=NOW
        )
    )

    assert answers.count("done") == 1
    assert als.status_periods.count() == 2


def test_the_same_file_loaded_by_several_enters_each_member_once():
    content = file_of("Alfa,PE,,accredited,,", "Beta,PE,,accredited,,")

    answers = at_once(lambda number: import_members(content=content, by=None, now=NOW))

    assert set(answers) <= {"done", (Bar.NAME_TAKEN,)}
    assert "done" in answers
    assert Member.objects.count() == 2
    assert verify() is None
