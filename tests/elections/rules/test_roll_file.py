import pytest
from django.utils import translation

from elections.phrases.roll_file import FAULTS, fault_sentence
from elections.rules.roll_file import BadRollFile, Fault, RollFault, parse_roll


def faults_of(text):
    with pytest.raises(BadRollFile) as refused:
        parse_roll(text)
    return refused.value.faults


def test_a_roll_is_read_in_the_order_of_the_file():
    roll = parse_roll("member,country\nRed Ceibo,AR\nKaieteur,GY\n")

    assert list(roll.items()) == [("Red Ceibo", "AR"), ("Kaieteur", "GY")]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffmember,country\nRed Ceibo,AR\n",
        "member,country\r\nRed Ceibo,AR\r\n",
        "country,website,Member\nAR,,Red Ceibo",
        " member , country \n\n Red Ceibo , AR \n\n,\n",
        'member,country\n"Red Ceibo","AR"',
    ],
    ids=["byte order mark", "Windows line ends", "other columns", "blanks", "quotation marks"],
)
def test_harmless_differences_are_passed_over(text):
    assert parse_roll(text) == {"Red Ceibo": "AR"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault(1, RollFault.EMPTY_FILE)),
        ("\ufeff\n\n", Fault(1, RollFault.EMPTY_FILE)),
        ("member;country\na;AR", Fault(1, RollFault.WRONG_DELIMITER, ";")),
        ("member\tcountry\na\tAR", Fault(1, RollFault.WRONG_DELIMITER, "tab")),
        ("name,country\na,AR", Fault(1, RollFault.MISSING_COLUMN, "member")),
        ("a,AR\nb,BR", Fault(1, RollFault.MISSING_COLUMN, "member, country")),
        ("member,country\n", Fault(2, RollFault.NO_MEMBERS)),
        ("member,country\na,AR\nb\n", Fault(3, RollFault.WRONG_NUMBER_OF_FIELDS, "1")),
        ("member,country\na, b,AR\n", Fault(2, RollFault.WRONG_NUMBER_OF_FIELDS, "3")),
        ("member,country\n ,AR\n", Fault(2, RollFault.NO_MEMBER)),
        ("member,country\n\na, \n", Fault(3, RollFault.NO_COUNTRY, "a")),
        ("member,country\na,AR\nA,BR\n", Fault(3, RollFault.MEMBER_TWICE, "A", 2)),
        ("member,country\na,AR\nb,ar\n", Fault(3, RollFault.COUNTRY_SPELT_DIFFERENTLY, "ar", 2)),
    ],
)
def test_a_bad_line_is_named_with_its_number_and_reason(text, fault):
    assert faults_of(text) == (fault,)


def test_every_bad_line_is_named_at_once():
    assert [(fault.line, fault.reason) for fault in faults_of("member,country\na,AR\na,AR\n,BR\nb,BR,x")] == [
        (3, RollFault.MEMBER_TWICE),
        (4, RollFault.NO_MEMBER),
        (5, RollFault.WRONG_NUMBER_OF_FIELDS),
    ]


def test_a_name_over_two_lines_does_not_shift_the_numbers():
    (fault,) = faults_of('member,country\n"Red\nCeibo",AR\n,BR\n')

    assert (fault.line, fault.reason) == (4, RollFault.NO_MEMBER)


def test_quotation_marks_that_never_end_are_named_where_they_begin():
    (fault,) = faults_of('member,country\na,AR\n"b,BR\nc,CL\n')

    assert (fault.line, fault.reason) == (3, RollFault.BROKEN_QUOTES)


@pytest.mark.parametrize("reason", RollFault)
def test_every_fault_has_a_sentence_with_its_line(reason):
    assert set(FAULTS) == set(RollFault)
    with translation.override("en"):
        assert fault_sentence(Fault(7, reason, "x", 3)).startswith("Line 7: ")
