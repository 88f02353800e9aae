"""Members enter the register, change, and change their status."""

from datetime import date

import pytest

from lacralo.core.audit.models import Entry
from lacralo.core.verdicts import Refused
from members.enums import Act, Bar, MemberStatus
from members.models import Member, StatusPeriod
from members.services.members import change_member, register_member, set_status
from tests.builders import NOW, member, person

pytestmark = pytest.mark.django_db


def enter(name="Asociación Ñandú", country="PY", **fields):
    told = {"status": MemberStatus.APPLICANT, "reason": "application of 2026", "by": person(), "now": NOW}
    return register_member(name=name, country=country, **told | fields)


def acts_about(row):
    return list(Entry.objects.about(row).in_order().values_list("act", flat=True))


def bars(refusal):
    return [line.code for line in refusal.value.verdict.bars]


def test_a_member_enters_with_its_status_and_is_found_without_accents():
    als = enter(accredited_on="2008-05", status_start=date(2026, 1, 1))

    assert (als.search_name, als.slug, als.accredited_on) == (
        "asociacion nandu",
        "asociacion-nandu",
        "2008-05",
    )
    assert list(als.status_periods.values_list("status", "start", "end", "reason")) == [
        ("applicant", date(2026, 1, 1), None, "application of 2026")
    ]
    assert acts_about(als) == [Act.MEMBER_REGISTERED]


def test_the_same_name_is_refused_in_one_country_and_numbered_in_another():
    enter("Red Digital", "PY")

    with pytest.raises(Refused) as refusal:
        enter("RED  DIGITAL", "PY")
    elsewhere = enter("Red Digital", "UY")

    assert bars(refusal) == [Bar.NAME_TAKEN]
    assert elsewhere.slug == "red-digital-2"


def test_a_change_keeps_the_address_and_remembers_why():
    als = enter()

    change_member(
        member=als, name="Nuevo Nombre", country="AR", website="https://n.example", note="",
        reason="asked by the member", by=person(), now=NOW,
    )  # fmt: skip

    als.refresh_from_db()
    assert (als.name, als.search_name, als.slug, als.country.code) == (
        "Nuevo Nombre",
        "nuevo nombre",
        "asociacion-nandu",
        "AR",
    )
    assert als.history.first().history_change_reason == "asked by the member"
    assert acts_about(als) == [Act.MEMBER_REGISTERED, Act.MEMBER_CHANGED]


def test_a_change_without_a_reason_or_to_a_taken_name_is_refused_with_both_bars():
    enter("Uno", "PY")
    other = enter("Dos", "PY")

    with pytest.raises(Refused) as refusal:
        change_member(
            member=other, name="uno", country="PY", website="", note="", reason=" ", by=person(), now=NOW
        )

    assert bars(refusal) == [Bar.REASON_MISSING, Bar.NAME_TAKEN]


def test_a_new_status_ends_the_present_one_on_its_first_day():
    als = member(status=MemberStatus.APPLICANT, since=date(2025, 1, 1))

    set_status(
        member=als, status=MemberStatus.ACCREDITED, start=date(2026, 2, 1), reason="ALAC", by=None, now=NOW
    )

    assert list(als.status_periods.order_by("start").values_list("status", "start", "end")) == [
        ("applicant", date(2025, 1, 1), date(2026, 2, 1)),
        ("accredited", date(2026, 2, 1), None),
    ]
    assert acts_about(als) == [Act.STATUS_CHANGED]
    on_the_eve, on_the_day = date(2026, 1, 31), date(2026, 2, 1)
    assert [list(Member.objects.accredited_on(day)) for day in (on_the_eve, on_the_day)] == [[], [als]]


def test_a_status_whose_beginning_is_unknown_can_be_ended():
    als = member(status=MemberStatus.UNVERIFIED, since=None)

    set_status(
        member=als, status=MemberStatus.ACCREDITED, start=date(2026, 2, 1), reason="ALAC", by=None, now=NOW
    )

    assert als.status_periods.on(date(2010, 1, 1)).get().status == MemberStatus.UNVERIFIED


def test_a_refused_status_changes_nothing():
    als = member(since=date(2026, 2, 1))

    with pytest.raises(Refused) as refusal:
        set_status(
            member=als, status=MemberStatus.ACCREDITED, start=date(2026, 1, 1), reason="", by=None, now=NOW
        )

    assert bars(refusal) == [Bar.REASON_MISSING, Bar.STATUS_UNCHANGED, Bar.STATUS_OUT_OF_ORDER]
    assert StatusPeriod.objects.filter(member=als).count() == 1
    assert acts_about(als) == []
