"""Reminders: to those who have not voted, once each, whatever happens to the worker."""

from datetime import timedelta

import pytest

from elections.services.reminders import remind
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from tests.builders import accredited
from tests.elections.poll import HOUR, closed, end_of_vote, holder_of, open_vote_of, place_of, vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def election():
    """Two members in Peru, one in Jamaica; the first of the roll has voted."""
    for name, country in (("Red Andina", "PE"), ("Red Costa", "PE"), ("Red Canaria", "JM")):
        accredited(name, country)
    election = open_vote_of()
    vote(election, 1, "1")
    return election


def deadline(key: str) -> Deadline:
    return Deadline.objects.get(task="elections.remind", key=key)


def reminded(key: str) -> set:
    return {notice.person for notice in Notice.objects.filter(event__endswith=f":reminder:{key}")}


def test_only_those_who_have_not_voted_are_reminded_and_nobody_is_named(election):
    half = deadline("half_time")

    remind(pk=half.pk, now=half.due_at)

    missing = {holder_of(place_of(election, number)) for number in (2, 3)}
    assert reminded("half_time") == missing
    notice = Notice.objects.get(person=holder_of(place_of(election, 2)), event__endswith="half_time")
    assert "Red Andina" in notice.body
    assert "Red Costa" not in notice.body


def test_a_task_that_runs_twice_reminds_once(election):
    half = deadline("half_time")

    first, second = (remind(pk=half.pk, now=half.due_at) for _ in range(2))

    assert (first, second) == (2, 0)
    assert len(reminded("half_time")) == 2


def test_a_reminder_whose_next_one_is_due_is_dropped(election):
    half, last = deadline("half_time"), deadline("24h")

    dropped = remind(pk=half.pk, now=last.due_at)
    sent = remind(pk=last.pk, now=last.due_at + HOUR)

    assert (dropped, sent) == (0, 2)
    assert reminded("half_time") == set()


def test_nobody_is_reminded_after_the_end(election):
    half, last = deadline("half_time"), deadline("24h")
    late = end_of_vote(election) + timedelta(hours=1)

    assert remind(pk=last.pk, now=late) == 0
    closed(election)
    assert remind(pk=half.pk, now=half.due_at) == 0
