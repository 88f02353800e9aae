"""Verification codes survive paper and handwriting."""

import pytest

from lacralo.core.pdf.codes import ALPHABET, new_code, read_code


def test_a_new_code_is_read_back_as_it_was_made():
    code = new_code()

    assert read_code(code) == code


@pytest.mark.parametrize("typed", ["k7qm2xpr9tdwh4bn", " K7QM 2XPR 9TDW H4BN ", "K7QM–2XPR–9TDW–H4BN"])
def test_small_letters_spaces_and_other_hyphens_are_understood(typed):
    assert read_code(typed) == "K7QM-2XPR-9TDW-H4BN"


@pytest.mark.parametrize("typed", ["", "K7QM", "K7QM-2XPR-9TDW-H4BN-A", "K7QM-2XPR-9TDW-H4B0", "\x00" * 16])
def test_what_can_be_no_code_is_none(typed):
    assert read_code(typed) is None


def test_no_letter_looks_like_another():
    assert set("01ILOUV").isdisjoint(ALPHABET)
