"""Names on one line, with nothing in them that hides or turns letters."""

import pytest
from django.core.exceptions import ValidationError

from lacralo.core.people.forms import NameField
from lacralo.core.people.names import one_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Inés   Alva ", "Inés Alva"),
        ("Ana\r\nBcc: b@example.org\r\n\r\nClick here", "Ana Bcc: b@example.org Click here"),
        ("Ana\u2028Alva", "Ana Alva"),
        ("\u202eavlA anA", "avlA anA"),
        ("A\u200bna\x07", "Ana"),
        ("Ine\u0301s", "Inés"),
        ("\u200b\u2060", ""),
    ],
)
def test_a_name_is_one_line_without_signs_that_nobody_sees(typed, kept):
    assert one_line(typed) == kept


def test_a_field_takes_a_name_of_signs_that_nobody_sees_for_none():
    with pytest.raises(ValidationError) as refusal:
        NameField(label="Name").clean(" \u200b ")

    assert refusal.value.code == "required"


def test_a_field_gives_the_name_as_it_is_kept():
    assert NameField(label="Name").clean("Ana\nAlva") == "Ana Alva"
