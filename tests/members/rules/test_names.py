"""How names are searched and written in addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.rules.names import search_form, slug_form


@pytest.mark.parametrize(
    "name, found_as",
    [
        ("Asociación  Colombiana", "asociacion colombiana"),
        ("INCLUSÃO Digital", "inclusao digital"),
        ("Straße", "strasse"),
    ],
)
def test_accents_case_and_doubled_spaces_do_not_matter(name, found_as):
    assert search_form(name) == found_as


def test_an_address_keeps_letters_and_figures_only():
    assert slug_form("ANID (Associação Nacional)") == "anid-associacao-nacional"
    assert slug_form("日本") == "member"


@given(st.text())
def test_the_searched_form_of_a_searched_form_is_itself_in_addresses(name):
    assert set(slug_form(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
