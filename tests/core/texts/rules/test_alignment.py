"""Two language versions in step, and out of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lacralo.core.texts.enums import Divergence
from lacralo.core.texts.rules.alignment import aligned, numbering, paragraphs
from lacralo.core.verdicts import Line


def test_paragraphs_are_parted_by_empty_lines_and_items_count_one_by_one():
    body = "The rule.\n\n1. first\n2. second\n\n\nThe end,\non two lines."

    assert paragraphs(body) == ("The rule.", "1. first", "2. second", "The end,\non two lines.")


@pytest.mark.parametrize(
    "paragraph, number",
    [
        ("1. The assembly", "1"),
        ("12.9 The weight", "12.9"),
        ("a) first", "a"),
        ("(b) second", "b"),
        ("iv) fourth", "iv"),
        ("- 3) third of a list", "3"),
        ("Art. 7 — Quorum", "7"),
        ("Artículo 7. Quórum", "7"),
        ("§ 5", "5"),
        ("1\\. **ORGANIC**", "1"),
        ("A member votes.", ""),
        ("A: Belize, Costa Rica", ""),
        ("Y los miembros", ""),
        ("The members", ""),
        ("", ""),
    ],
)
def test_the_number_a_paragraph_starts_with_is_read(paragraph, number):
    assert numbering(paragraph) == number


def test_versions_with_the_same_paragraphs_and_numbers_are_in_step():
    verdict = aligned("1. Quorum\n\n2. Votes", "1. Quórum\n\n2. Votos")

    assert verdict.bars == ()


def test_a_missing_paragraph_is_a_divergence_with_both_counts():
    verdict = aligned("1. Quorum\n\n2. Votes", "1. Quórum")

    assert verdict.bars == (
        Line(Divergence.PARAGRAPHS, passed=False, facts={"original": 2, "translation": 1}),
    )


def test_a_paragraph_with_another_number_is_a_divergence_that_names_it():
    verdict = aligned("7.2 Chair\n\n7.3 Observers", "7.2 Presidente\n\n7.4 Observadores")

    assert verdict.bars == (
        Line(
            Divergence.NUMBERING,
            passed=False,
            facts={"paragraph": 2, "original": "7.3", "translation": "7.4"},
        ),
    )


def test_a_paragraph_that_lost_its_number_is_a_divergence():
    verdict = aligned("1. Quorum", "Quórum")

    assert verdict.bars[0].facts == {"paragraph": 1, "original": "1", "translation": "—"}


@given(st.lists(st.from_regex(r"[0-9a-z]{1,3}[.)] \w+", fullmatch=True), min_size=1))
def test_a_text_is_in_step_with_itself(blocks):
    body = "\n\n".join(blocks)

    assert bool(aligned(body, body)) is True
