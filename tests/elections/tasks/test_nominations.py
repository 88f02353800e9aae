"""The bell of a calendar: rung through the ground's own task, whatever happens to the worker."""

from datetime import timedelta

import pytest

from elections.enums import CalendarKey
from elections.services.calls import schedule_steps
from lacralo.core.deadlines.clock import database_now
from lacralo.core.deadlines.models import Deadline
from lacralo.core.deadlines.services import ring_due
from tests.builders import subregions
from tests.elections.builders import open_call, steps_of

pytestmark = pytest.mark.django_db


def test_a_due_step_is_answered_once_however_often_the_bell_rings(django_capture_on_commit_callbacks):
    subregions()
    now = database_now()
    election = open_call(now=now, at=CalendarKey.ACCEPTANCE)
    long_ago = now - timedelta(days=60)
    schedule_steps(election, steps_of(election), now=long_ago)

    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            ring_due(now=now)

    rung = Deadline.objects.about(election).exclude(rung_at=None)
    assert [each.key.split(":")[0] for each in rung] == [CalendarKey.NOMINATIONS]
    assert election.calendar.filter(key=CalendarKey.NOMINATIONS_2).count() == 1
    assert Deadline.objects.open().about(election).filter(key__startswith="nominations_2:ends").count() == 1
