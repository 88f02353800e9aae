"""What the database itself refuses, whatever the code above it does."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from lacralo.core.audit.guards import missing_guards
from members.enums import MemberStatus, Role
from members.models import Member, Representation, StatusPeriod, Term
from tests.builders import LONG_AGO, accredited, member, person, position, representative, term, voter_of

pytestmark = pytest.mark.django_db

JAN, FEB, MAR, APR = (date(2026, month, 1) for month in (1, 2, 3, 4))


def is_refused(write) -> bool:
    try:
        with transaction.atomic():
            write()
    except IntegrityError:
        return True
    return False


def primary(of, start, end=None, who=None):
    return lambda: representative(of, who, start=start, end=end)


def test_every_guard_of_the_register_stands():
    assert missing_guards(connection) == ()


def test_a_second_open_primary_is_refused():
    als = accredited()

    assert is_refused(primary(als, date(2030, 1, 1)))


def test_a_primary_that_overlaps_another_is_refused_and_one_that_follows_is_not():
    als = member()
    representative(als, start=JAN, end=MAR)

    assert is_refused(primary(als, FEB, APR))
    assert is_refused(primary(als, LONG_AGO, FEB))
    assert not is_refused(primary(als, MAR))


def test_moving_an_end_over_the_next_primary_is_refused():
    als = member()
    representative(als, start=JAN, end=FEB)
    representative(als, start=FEB)
    first = Representation.objects.get(start=JAN)
    first.end = MAR

    assert is_refused(first.save)


def test_turning_an_alternate_into_a_second_primary_is_refused():
    als = accredited()
    representative(als, role=Role.ALTERNATE)
    alternate = Representation.objects.get(role=Role.ALTERNATE)
    alternate.role = Role.PRIMARY

    assert is_refused(alternate.save)


def test_a_person_acts_for_a_member_in_one_quality_at_a_time():
    als = accredited()

    assert is_refused(lambda: representative(als, voter_of(als), role=Role.OBSERVER))


def test_two_members_have_a_primary_each_even_the_same_person():
    who = representative(member())

    assert not is_refused(lambda: representative(member(), who))


@pytest.mark.parametrize("role", ["chief", ""])
def test_an_unknown_role_is_refused(role):
    als, who = member(), person()

    assert is_refused(lambda: representative(als, who, role=role))


def test_a_period_that_ends_when_it_starts_is_refused():
    als, who, post = member(), person(), position("elder")

    assert is_refused(primary(als, MAR, MAR, who))
    assert is_refused(lambda: Term.objects.create(position=post, person=who, start=MAR, end=MAR))
    assert is_refused(
        lambda: StatusPeriod.objects.create(member=member(), status="applicant", start=MAR, end=MAR)
    )


def test_a_member_has_one_status_on_any_day():
    als = member(since=MAR)

    def also(start, end):
        return lambda: StatusPeriod.objects.create(
            member=als, status=MemberStatus.APPLICANT, start=start, end=end
        )

    assert is_refused(also(APR, None))
    assert is_refused(also(None, APR))
    assert is_refused(also(FEB, APR))
    assert not is_refused(also(None, FEB))
    assert is_refused(also(JAN, MAR))
    assert not is_refused(also(FEB, MAR))


def test_nobody_holds_a_post_twice_at_once():
    holding = term("elder", start=JAN, end=MAR)

    assert is_refused(lambda: term("elder", holding.person, start=FEB, end=APR))
    assert not is_refused(lambda: term("elder", holding.person, start=MAR))


def test_a_reason_of_ending_needs_an_end_and_is_a_known_one():
    holding = term("elder", start=JAN)
    holding.end_reason = "resigned"
    assert is_refused(holding.save)

    holding.end, holding.end_reason = MAR, "vanished"
    assert is_refused(holding.save)


def test_a_country_has_one_member_of_a_name():
    als = member("Asociación", "PE")

    def again(country, slug):
        return lambda: Member.objects.create(
            name="Asociacion", search_name=als.search_name, country=country, slug=slug
        )

    assert is_refused(again("PE", "again"))
    assert not is_refused(again("AR", "elsewhere"))
