"""A file of members comes in whole or not at all, and the register stays what acts made it."""

from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lacralo.core.audit.models import Entry
from lacralo.core.verdicts import Refused
from members.enums import Act, FileFault, FileNote, MemberStatus, RowState
from members.models import Member
from members.selectors.electorate import electorate_on
from members.services.imports import import_members, preview
from members.services.members import set_status
from tests.builders import NOW, TODAY, member, subregions
from tests.members.builders import file_of

pytestmark = pytest.mark.django_db

REAL = (Path(__file__).resolve().parents[3] / "members" / "data" / "als.csv").read_bytes()


def load(content):
    return import_members(content=content, by=None, now=NOW)


def states(found):
    return [(row.number, state) for row, state in found.lines]


def test_the_real_file_loads_and_nobody_of_it_is_on_a_roll():
    subregions()

    done = load(REAL)

    assert (len(done.new), len(done.noted), Member.objects.count()) == (31, 31, 31)
    assert {each.status for each in electorate_on(TODAY)} == {MemberStatus.UNVERIFIED}
    adiar = Member.objects.get(slug="adiar")
    assert (adiar.accredited_on, adiar.status_periods.get().reason) == ("2008-05", "accredited_as_of_2008")


def test_loading_twice_changes_nothing_and_says_so():
    subregions()
    load(REAL)
    before = Entry.objects.count()

    again = load(REAL)

    assert (again.new, len(again.known), Entry.objects.count()) == ((), 31, before)


def test_the_preview_writes_nothing():
    found = preview(file_of("Alfa,PE,,accredited,,"))

    assert (states(found), Member.objects.count()) == ([(2, RowState.NEW)], 0)


def test_one_wrong_line_keeps_the_good_ones_out():
    with pytest.raises(Refused) as refusal:
        load(file_of("Alfa,PE,,accredited,,", "Beta,ZZ,,accredited,,", "Gama,PE,,strange,,"))

    assert [line.code for line in refusal.value.verdict.bars] == [
        FileFault.UNKNOWN_COUNTRY,
        FileFault.UNKNOWN_STATUS,
    ]
    assert (Member.objects.count(), Entry.objects.count()) == (0, 0)


def test_a_status_set_since_is_not_undone_by_the_same_file():
    load(file_of("Alfa,PE,,accredited_as_of_2012,,"))
    als = Member.objects.get()
    set_status(member=als, status=MemberStatus.ACCREDITED, start=TODAY, reason="ICANN", by=None, now=NOW)

    load(file_of("Alfa,PE,,accredited_as_of_2012,,"))

    assert als.status_periods.get(end=None).status == MemberStatus.ACCREDITED


def test_a_difference_from_the_register_is_said_and_left():
    als = member("Alfa", "PE", website="https://alfa.example", accredited_on="2008")

    found = load(file_of("ALFA,PE,https://other.example,accredited,,"))

    (row,) = found.file.rows
    assert states(found) == [(2, RowState.KNOWN)]
    assert [(note.code, note.facts) for note in row.notes] == [
        (FileNote.REGISTER_DIFFERS, {"columns": "website"})
    ]
    als.refresh_from_db()
    assert als.website == "https://alfa.example"


def test_every_member_of_a_file_is_in_the_chain_with_the_hash_of_the_file():
    done = load(file_of("Alfa,PE,,accredited,,", "Beta,PE,,applicant,,"))

    assert list(Entry.objects.in_order().values_list("act", "digest")) == [
        (Act.MEMBERS_IMPORTED, done.digest),
        (Act.MEMBERS_IMPORTED, done.digest),
    ]


def test_a_preview_of_thirty_lines_takes_as_many_queries_as_one_of_one():
    counts = []
    for lines in (1, 30):
        with CaptureQueriesContext(connection) as queries:
            preview(file_of(*(f"ALS {number},PE,,accredited,," for number in range(lines))))
        counts.append(len(queries))

    assert counts == [2, 2]
