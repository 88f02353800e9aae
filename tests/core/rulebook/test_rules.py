"""When a rule set changes, is published, and governs."""

from datetime import date

import pytest

from lacralo.core.rulebook.enums import Bar, RuleSetStatus, Standing
from lacralo.core.rulebook.rules import Period, may_change, may_publish, standing

TODAY = date(2026, 3, 3)
FIRST = Period("First", date(2020, 1, 1), date(2022, 12, 31))
OPEN = Period("Open", date(2023, 1, 1), None)


def publishing(**facts):
    return may_publish(
        **{
            "status": RuleSetStatus.DRAFT,
            "first_day": TODAY,
            "today": TODAY,
            "is_history": False,
            "has_versions": True,
            "published": [FIRST, OPEN],
        }
        | facts
    )


def bars(verdict) -> list[Bar]:
    return [line.code for line in verdict.bars]


@pytest.mark.parametrize("status", RuleSetStatus)
def test_only_a_draft_changes(status):
    verdict = may_change(status=status, reason="Motion 7")

    assert bars(verdict) == ([] if status == RuleSetStatus.DRAFT else [Bar.PUBLISHED])


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nothing_changes_without_a_reason(reason):
    assert bars(may_change(status=RuleSetStatus.DRAFT, reason=reason)) == [Bar.NO_REASON]


def test_a_draft_may_come_into_force_today():
    assert bars(publishing()) == []


@pytest.mark.parametrize("status", [RuleSetStatus.IN_FORCE, RuleSetStatus.SUPERSEDED])
def test_what_is_published_is_not_published_again(status):
    assert bars(publishing(status=status)) == [Bar.PUBLISHED]


def test_a_first_day_is_needed():
    assert bars(publishing(first_day=None)) == [Bar.NO_FIRST_DAY]


def test_documents_are_needed():
    assert bars(publishing(has_versions=False)) == [Bar.NO_VERSIONS]


def test_yesterday_is_past():
    assert bars(publishing(first_day=date(2026, 3, 2))) == [Bar.IN_THE_PAST]


def test_history_may_be_past():
    assert bars(publishing(first_day=date(2026, 3, 2), is_history=True)) == []


def test_the_first_day_of_another_rule_set_overlaps_it():
    assert bars(publishing(first_day=date(2023, 1, 1), is_history=True)) == [Bar.OVERLAP]


def test_the_day_after_the_first_day_of_the_open_one_does_not_overlap():
    assert bars(publishing(first_day=date(2023, 1, 2), is_history=True)) == []


def test_days_of_a_closed_rule_set_overlap_it_and_the_verdict_names_the_latest_in_the_way():
    verdict = publishing(first_day=date(2021, 1, 1), is_history=True)

    assert bars(verdict) == [Bar.OVERLAP]
    assert verdict.bars[0].facts == {"other": "Open", "last_day": "2023-01-01"}


@pytest.mark.parametrize(
    "day, expected",
    [
        (date(2019, 12, 31), Standing.TO_COME),
        (date(2020, 1, 1), Standing.GOVERNS),
        (date(2022, 12, 31), Standing.GOVERNS),
        (date(2023, 1, 1), Standing.NO_LONGER),
    ],
)
def test_a_rule_set_governs_from_its_first_day_to_its_last_both_included(day, expected):
    found = standing(
        status=RuleSetStatus.SUPERSEDED, first_day=FIRST.first_day, last_day=FIRST.last_day, day=day
    )

    assert found == expected


def test_a_draft_never_governs():
    assert standing(status=RuleSetStatus.DRAFT, first_day=TODAY, last_day=None, day=TODAY) == Standing.DRAFT
