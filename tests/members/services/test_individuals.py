"""The entry of the joint vote, and who is seated in it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from lacralo.core.verdicts import Refused
from members.enums import MemberKind, MemberStatus, Role
from members.enums.individuals import IndividualsBar, JointSeat
from members.models import Member, Representation
from members.services.individuals import seat_elected
from members.services.members import change_member, register_member
from tests.builders import NOW, TODAY, accredited, keeper, member, person, position, representative
from tests.members.individuals_builders import joint_vote

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def registered(name="Together", country="", kind=MemberKind.COLLECTIVE):
    return register_member(
        name=name,
        country=country,
        kind=kind,
        status=MemberStatus.ACCREDITED,
        reason="GA",
        by=keeper(),
        now=NOW,
    )


def codes(refused):
    return [line.code for line in refused.value.verdict.bars]


def test_the_joint_vote_is_registered_once_and_without_a_country():
    with pytest.raises(Refused) as placed:
        registered(country="PE")
    entry = registered()
    with pytest.raises(Refused) as twice:
        registered("Another name")

    assert (entry.kind, entry.country) == (MemberKind.COLLECTIVE, "")
    assert codes(placed) == [IndividualsBar.ENTRY_HAS_COUNTRY]
    assert codes(twice) == [IndividualsBar.ENTRY_EXISTS]


def test_its_entry_is_put_right_without_getting_a_country():
    entry = registered()
    right = {"member": entry, "website": "", "note": "", "reason": "spelling", "by": keeper(), "now": NOW}

    changed = change_member(name="All together", country="", **right)
    with pytest.raises(Refused) as refused:
        change_member(name="All together", country="PE", **right)

    assert changed.name == "All together"
    assert codes(refused) == [IndividualsBar.ENTRY_HAS_COUNTRY]


def test_the_database_has_the_last_word():
    joint_vote()

    for values in ({"country": ""}, {"country": "PE"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Member.objects.create(name="B", search_name="b", slug="b", kind=MemberKind.COLLECTIVE, **values)


def seat(key, who, start=TODAY + DAY):
    return seat_elected(
        position=position(key), person=who, start=start, decision="an-election", by=keeper(), now=NOW
    )


def acting(entry, day):
    rows = Representation.objects.on(day).filter(member=entry).order_by("role")
    return [(each.person.name, each.role) for each in rows]


def test_the_elected_take_over_on_the_day_and_their_predecessors_leave():
    entry = joint_vote()
    representative(entry, person("Ada"))
    representative(entry, person("Bea"), role=Role.ALTERNATE)

    seats = [seat("individuals_representative", person("Luz")), seat("individuals_alternate", person("Teo"))]

    assert seats == [JointSeat.SEATED, JointSeat.SEATED]
    assert acting(entry, TODAY) == [("Bea", Role.ALTERNATE), ("Ada", Role.PRIMARY)]
    assert acting(entry, TODAY + DAY) == [("Teo", Role.ALTERNATE), ("Luz", Role.PRIMARY)]


def test_the_first_ones_are_seated_and_the_same_again_stay():
    entry = joint_vote()
    luz, teo = person("Luz"), person("Teo")

    for _ in range(2):
        assert seat("individuals_representative", luz) == JointSeat.SEATED
        assert seat("individuals_alternate", teo) == JointSeat.SEATED

    assert Representation.objects.filter(member=entry).count() == 2


def test_an_alternate_who_is_elected_representative_is_no_longer_alternate():
    entry = joint_vote()
    bea = representative(entry, person("Bea"), role=Role.ALTERNATE)

    assert seat("individuals_representative", bea) == JointSeat.SEATED
    assert acting(entry, TODAY + DAY) == [("Bea", Role.PRIMARY)]


def test_without_the_entry_nobody_is_seated_and_it_is_said():
    assert seat("individuals_representative", person("Luz")) == JointSeat.NO_ENTRY
    assert not Representation.objects.exists()


def test_who_holds_the_vote_does_not_become_alternate_and_the_register_stays():
    entry = joint_vote()
    ada = representative(entry, person("Ada"))
    representative(entry, person("Bea"), role=Role.ALTERNATE)

    assert seat("individuals_alternate", ada) == JointSeat.NOT_SEATED
    assert acting(entry, TODAY + DAY) == [("Bea", Role.ALTERNATE), ("Ada", Role.PRIMARY)]


def test_other_posts_seat_nobody():
    joint_vote()
    accredited()
    member()

    assert seat("chair", person("Luz")) is None
