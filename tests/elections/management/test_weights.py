import json
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

import elections
from elections.rules.weights import equal_country

ROLL = Path(elections.__file__).parent / "data" / "roll_16_countries.csv"


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def weights(*arguments):
    """What the command prints."""
    out = StringIO()
    call_command("weights", *map(str, arguments), stdout=out)
    return out.getvalue()


def refused(*arguments):
    """The sentence with which the command refuses."""
    with pytest.raises(CommandError) as error:
        weights(*arguments)
    assert error.value.returncode == 1
    return str(error.value)


@pytest.fixture(name="roll_of")
def write_a_roll(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "roll.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_the_roll_of_sixteen_countries_adds_up_to_exactly_one_hundred():
    printed = json.loads(weights(ROLL, "--json"))

    assert list(printed) == ["scheme", "total", "countries", "weights"]
    assert (printed["scheme"], printed["total"], printed["countries"]) == ("equal_country", 100, 16)
    assert len(printed["weights"]) == 42
    assert sum(Fraction(row["weight"]) for row in printed["weights"]) == 100
    shown = {row["country"]: (row["weight"], row["display"]) for row in printed["weights"]}
    assert {country: shown[country] for country in ("AR", "BR", "CO", "CL", "MX")} == {
        "AR": ("25/32", "0.78"),
        "BR": ("25/16", "1.56"),
        "CO": ("25/12", "2.08"),
        "CL": ("25/8", "3.13"),
        "MX": ("25/4", "6.25"),
    }


def test_each_row_is_exactly_as_promised(roll_of):
    printed = json.loads(weights(roll_of("member,country\nRed Ñandú,AR\nb,AR\nc,MX\n"), "--json"))

    assert printed["weights"] == [
        {"member": "Red Ñandú", "country": "AR", "weight": "25", "display": "25.00"},
        {"member": "b", "country": "AR", "weight": "25", "display": "25.00"},
        {"member": "c", "country": "MX", "weight": "50", "display": "50.00"},
    ]


def test_the_table_says_scheme_members_countries_and_total(roll_of):
    lines = weights(roll_of("member,country\nRed Ceibo,AR\nFaro,MX\nPalma,GY\n")).splitlines()

    assert lines == [
        "member     country  weight  rounded",
        "---------  -------  ------  -------",
        "Red Ceibo  AR        100/3    33.33",
        "Faro       MX        100/3    33.33",
        "Palma      GY        100/3    33.33",
        "",
        "Scheme: equal_country",
        "Members: 3 · countries: 3 · total, exactly: 100",
    ]


@pytest.mark.parametrize(
    ("arguments", "total", "weight"),
    [
        (["--scheme", "one_member_one_vote"], 3, "1"),
        (["--scheme", "one_member_one_vote", "--total", "100"], 100, "100/3"),
        (["--total", "1"], 1, "1/4"),
        (["--total", "1/3"], "1/3", "1/12"),
        (["--scheme", "degressive"], "7/2", "1"),
        (["--scheme", "country_cap"], "6/5", "3/10"),
    ],
)
def test_schemes_and_totals_may_be_chosen(roll_of, arguments, total, weight):
    path = roll_of("member,country\na,AR\nb,AR\nc,MX\n")

    printed = json.loads(weights(path, "--json", *arguments))

    assert (printed["total"], printed["weights"][0]["weight"]) == (total, weight)


def test_the_order_of_the_file_is_kept():
    printed = json.loads(weights(ROLL, "--json"))
    rows = [line.split(",") for line in ROLL.read_text(encoding="utf-8").splitlines()[1:]]

    assert [[row["member"], row["country"]] for row in printed["weights"]] == rows
    assert equal_country(dict(rows), 100)[rows[0][0]] == Fraction(25, 32)


def test_a_byte_order_mark_is_accepted(roll_of):
    assert json.loads(weights(roll_of("\ufeffmember,country\na,AR\n"), "--json"))["countries"] == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Line 1: the file is empty."),
        (
            "member;country\na;AR",
            "Line 1: the columns are separated by “;”. Save the file with commas between them.",
        ),
        (
            "member,land\na,AR",
            "Line 1: this column is missing: country. The first line names the columns member,country.",
        ),
        ("member,country\n", "Line 2: there is no member below the names of the columns."),
        ("member,country\na,AR\na,BR", "Line 3: “a” already stands in line 2."),
        ("member,country\na,", "Line 2: the country of “a” is missing."),
    ],
)
def test_a_file_that_makes_no_roll_is_refused_with_line_and_reason(roll_of, text, sentence):
    path = roll_of(text)

    assert refused(path) == f"{path} makes no roll:\n{sentence}"


def test_a_file_in_another_encoding_is_refused(roll_of):
    path = roll_of("member,country\nÑandú,AR\n", encoding="latin-1")

    assert refused(path) == f"{path} is not written in UTF-8 (byte 16). Save it again as UTF-8."


def test_a_file_that_is_not_there_is_refused(tmp_path):
    path = tmp_path / "none.csv"

    assert refused(path) == f"{path} cannot be read: No such file or directory"


@pytest.mark.parametrize("total", ["0", "0.5", "-1", "1/0", "hundred"])
def test_a_total_that_is_not_exact_or_not_above_zero_is_refused(total):
    assert refused(ROLL, f"--total={total}") == (
        f"The total is a whole number or a fraction above zero, such as 100 or 1/3, not “{total}”."
    )


def test_a_scheme_nobody_knows_is_refused():
    assert "invalid choice: 'penrose'" in refused(ROLL, "--scheme", "penrose")
