"""The periodic tasks of the ground are known and named in the schedule."""

from datetime import timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.contrib.sessions.models import Session

from lacralo.core.deadlines.clock import database_now
from lacralo.core.tasks import tidy


def test_every_task_of_the_schedule_is_known():
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}

    assert scheduled <= set(current_app.tasks)
    assert {"core.ring", "core.send", "core.tidy"} <= scheduled


@pytest.mark.django_db
def test_sessions_that_are_over_are_forgotten_and_no_other():
    now = database_now()
    Session.objects.create(session_key="over", session_data="", expire_date=now - timedelta(seconds=1))
    Session.objects.create(session_key="open", session_data="", expire_date=now + timedelta(hours=1))

    tidy()

    assert [each.session_key for each in Session.objects.all()] == ["open"]
