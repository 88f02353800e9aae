"""A file of members, line by line: each fault alone, with its line and its facts."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.enums import FileFault, FileNote, MemberStatus
from members.rules.import_file import MOST_BYTES, is_partial_date, parse
from tests.members.builders import HEADER, file_of

COUNTRIES = {"PE", "AR", "GF"}
SUBREGIONS = {"PE": "B", "AR": "D"}
DATA = Path(__file__).resolve().parents[3] / "members" / "data"


def read(content):
    return parse(content, countries=COUNTRIES, subregions=SUBREGIONS)


def faults(content):
    file = read(content)
    of_lines = [(row.number, line.code) for row in file.rows for line in row.faults]
    return [(0, line.code) for line in file.faults] + of_lines


def test_a_sound_line_keeps_what_it_says():
    (row,) = read(file_of("Alfa  Red,pe,https://alfa.example,accredited,2008-05,B")).rows

    assert (row.number, row.name, row.country, row.website, row.status, row.accredited_on, row.notes) == (
        2,
        "Alfa Red",
        "PE",
        "https://alfa.example",
        MemberStatus.ACCREDITED,
        "2008-05",
        (),
    )


@pytest.mark.parametrize(
    "line, code",
    [
        (",PE,,accredited,,", FileFault.NO_NAME),
        ("X" * 201 + ",PE,,accredited,,", FileFault.TOO_LONG),
        ("A\x07b,PE,,accredited,,", FileFault.BAD_CHARACTER),
        ("A\u202eb,PE,,accredited,,", FileFault.BAD_CHARACTER),
        ("A\u200bb,PE,,accredited,,", FileFault.BAD_CHARACTER),
        ("A,ZZ,,accredited,,", FileFault.UNKNOWN_COUNTRY),
        ("A,PE,alfa.example,accredited,,", FileFault.BAD_WEBSITE),
        ("A,PE,javascript:alert(1),accredited,,", FileFault.BAD_WEBSITE),
        ("A,PE,https://alfa,accredited,,", FileFault.BAD_WEBSITE),
        ("A,PE,https://alfa.example:port,accredited,,", FileFault.BAD_WEBSITE),
        ("A,PE,,active,,", FileFault.UNKNOWN_STATUS),
        ("A,PE,,,,", FileFault.UNKNOWN_STATUS),
        ("A,PE,,accredited,2008-13,", FileFault.BAD_DATE),
        ("A,PE,,accredited,May 2008,", FileFault.BAD_DATE),
        ("A,PE,,accredited,,E", FileFault.UNKNOWN_SUBREGION),
        ("A,PE,,accredited,,D", FileFault.SUBREGION_CONTRADICTS),
        ("A,GF,,accredited,,C", FileFault.SUBREGION_CONTRADICTS),
        ("A,PE,,accredited", FileFault.WRONG_NUMBER_OF_CELLS),
        ("A,PE,,accredited,,B,more", FileFault.WRONG_NUMBER_OF_CELLS),
    ],
)
def test_a_wrong_line_is_named_by_its_number_with_the_reason(line, code):
    assert faults(file_of("Good,AR,,accredited,,D", line)) == [(3, code)]


@pytest.mark.parametrize(
    "content, code",
    [
        (b"", FileFault.EMPTY),
        (b"\xef\xbb\xbf \n", FileFault.EMPTY),
        (file_of(), FileFault.EMPTY),
        ("name\nAsociación".encode("latin-1"), FileFault.NOT_UTF8),
        (file_of("A;PE;;accredited;;", header=HEADER.replace(",", ";")), FileFault.WRONG_DELIMITER),
        (file_of("A\tPE", header=HEADER.replace(",", "\t")), FileFault.WRONG_DELIMITER),
        (file_of("A,PE,,accredited,", header=HEADER.removesuffix(",subregion")), FileFault.MISSING_COLUMN),
        (file_of("A,PE,,accredited,,,", header=f"{HEADER},colour"), FileFault.UNKNOWN_COLUMN),
        (file_of("A,PE,,accredited,,,", header=f"{HEADER},name"), FileFault.REPEATED_COLUMN),
        (file_of('"A,PE,,accredited,,'), FileFault.BROKEN_QUOTES),
        (b"x" * (MOST_BYTES + 1), FileFault.TOO_BIG),
    ],
)
def test_a_wrong_file_is_refused_whole(content, code):
    assert faults(content) == [(0, code)]


def test_a_file_with_a_byte_order_mark_and_columns_in_another_order_is_read():
    content = b"\xef\xbb\xbf" + file_of(
        "B,accredited,A Society,PE,,2008", header="subregion,status,name,country_iso2,website,accredited_on"
    )

    assert [(row.name, row.faults) for row in read(content).rows] == [("A Society", ())]


def test_the_second_of_two_equal_members_points_at_the_first():
    file = read(
        file_of("Asociación,PE,,accredited,,", "Other,PE,,accredited,,", "ASOCIACION,pe,,applicant,,")
    )

    assert [(row.number, line.code, line.facts) for row in file.wrong_rows for line in row.faults] == [
        (4, FileFault.DUPLICATE, {"line": 2})
    ]


def test_the_number_is_that_of_the_line_in_the_file_blank_and_broken_lines_counted():
    assert faults(file_of("", '"Two\nlines",PE,,accredited,,', "", "A,ZZ,,accredited,,")) == [
        (3, FileFault.BAD_CHARACTER),
        (6, FileFault.UNKNOWN_COUNTRY),
    ]


@pytest.mark.parametrize(
    "status",
    [
        "accredited_as_of_2012",
        "decertification_proposed_2017",
        "rejected_2014",
        "applicant_outcome_unverified",
        "applicant_vote_2015_outcome_unverified",
    ],
)
def test_what_sources_say_without_certainty_loads_as_unverified(status):
    (row,) = read(file_of(f"A,PE,,{status},,")).rows

    assert (row.faults, row.status, [note.code for note in row.notes]) == (
        (),
        MemberStatus.UNVERIFIED,
        [FileNote.STATUS_UNVERIFIED],
    )


def test_a_member_of_no_known_country_loads_as_unverified():
    (row,) = read(file_of("A,,,accredited,,")).rows

    assert (row.status, [note.code for note in row.notes]) == (
        MemberStatus.UNVERIFIED,
        [FileNote.COUNTRY_MISSING],
    )


@pytest.mark.parametrize(
    "text, is_one",
    [
        ("2008", True),
        ("2008-05", True),
        ("2008-02-29", True),
        ("2007-02-29", False),
        ("2008-5", False),
        ("0000", False),
        ("", False),
        ("٢٠٠٨", False),
    ],
)
def test_a_date_is_as_exact_as_its_source(text, is_one):
    assert is_partial_date(text) == is_one


@given(st.binary(max_size=300))
def test_no_file_whatever_breaks_the_reading(content):
    assert isinstance(read(content).is_sound, bool)


@given(st.text(max_size=200))
def test_no_line_whatever_breaks_the_reading(text):
    assert isinstance(read(file_of(text)).is_sound, bool)


def test_the_real_file_is_sound_and_wholly_unverified():
    delivered = json.loads((DATA / "subregions.json").read_text(encoding="utf-8"))
    subregions = {country: key for key in "ABCD" for country in delivered[key]["countries"]}
    file = parse((DATA / "als.csv").read_bytes(), countries=set(subregions), subregions=subregions)

    assert file.is_sound
    assert len(file.rows) == 31
    assert {row.status for row in file.rows} == {MemberStatus.UNVERIFIED}
    assert [row.name for row in file.rows if not row.country] == [
        "Nexti",
        "AMTICS (Asociación para las Mejoras de las Tecnologías de la Información y Comunicación)",
    ]
