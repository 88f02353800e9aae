"""Which elections there are, and where each stands."""

import pytest

from elections.enums import CalendarKey, Phase
from elections.selectors.elections import grouped, listed, phase_of, stage_of, years
from tests.builders import NOW
from tests.elections.builders import announced, open_call, prepared

pytestmark = pytest.mark.django_db


def test_elections_are_grouped_by_what_can_be_done():
    open_call(), open_call(at=CalendarKey.REVIEW), prepared()

    groups = grouped(listed(runs_elections=True), NOW)

    assert {key: [stage.phase for stage in stages] for key, stages in groups.items()} == {
        "voting": [],
        "nominations": [Phase.NOMINATIONS],
        "upcoming": [Phase.REVIEW],
        "counting": [],
        "finished": [],
        "drafts": [Phase.DRAFT],
    }


def test_a_draft_is_seen_by_officers_only():
    prepared()

    assert [listed().count(), listed(runs_elections=True).count()] == [0, 1]


def test_elections_are_found_by_year_and_post():
    announced(year=2025, post="nomcom"), announced(year=2026)

    assert years() == [2026, 2025]
    assert [each.year for each in listed(year=2025)] == [2025]
    assert [each.position.key for each in listed(post="alac_even")] == ["alac_even"]


def test_thirty_elections_take_as_many_queries_as_one(django_assert_num_queries):
    for year in range(2000, 2030):
        announced(year=year)

    with django_assert_num_queries(2):
        assert len(grouped(listed(), NOW)["nominations"]) == 30


def test_the_phase_follows_from_acts_and_dates():
    election = open_call(at=CalendarKey.ACCEPTANCE)
    before = stage_of(election, NOW)

    election.annulled_at, election.annulled_because = NOW, "x"

    assert before.phase == Phase.ACCEPTANCE
    assert before.next_end == before.step(CalendarKey.ACCEPTANCE).ends
    assert phase_of(election, NOW) == Phase.ANNULLED
    assert stage_of(election, NOW).next_end is None
