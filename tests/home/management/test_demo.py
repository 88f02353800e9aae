"""`manage.py demo`: run twice it changes nothing, and it touches nobody else's data."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from elections.models import Ballot, Election, Place
from elections.selectors.elections import phase_of
from lacralo.core.audit.chain import head, verify
from lacralo.core.deadlines.clock import database_now
from lacralo.core.notifications.models import Notice
from lacralo.core.pdf.models import IssuedDocument
from members.models import Member
from tests.builders import person


@pytest.fixture
def demonstration(settings, transactional_db):
    settings.DEMO = True


def demo(**options) -> str:
    """What the command prints."""
    said = StringIO()
    call_command("demo", no_server=True, stdout=said, **options)
    return said.getvalue()


def everything() -> tuple:
    """What would be more if something was made twice."""
    counted = (Member, Election, Ballot, Place, Notice, IssuedDocument)
    return head().hash, *(model.objects.count() for model in counted)


def test_run_twice_it_changes_nothing(demonstration):
    first = demo()
    made = everything()

    second = demo()

    assert everything() == made
    assert verify() is None
    assert "The demonstration is ready: http://127.0.0.1:8000/" in first
    assert second in first
    _real_numbers_and_every_stage()


def _real_numbers_and_every_stage():
    """Sixteen countries with forty-two members, and an election at every stage."""
    now = database_now()
    phases = {str(phase_of(each, now)) for each in Election.objects.prefetch_related("calendar")}
    places = Place.objects.filter(election__position__key="nomcom")

    assert (places.count(), places.values("country").distinct().count()) == (42, 16)
    assert sum(place.weight for place in places) == 100
    assert {"proclaimed", "counted", "open", "not_opened", "nominations"} <= phases
    assert Notice.objects.filter(address__endswith="@example.org").count() == Notice.objects.count()


@pytest.mark.django_db
def test_it_leaves_other_peoples_databases_alone(settings):
    settings.DEMO = True
    person("Somebody real")

    with pytest.raises(CommandError, match="holds people who are not the demonstration's"):
        demo()

    assert Member.objects.count() == 0


def test_it_is_started_by_its_own_command_alone(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match=r"python3 manage\.py demo"):
        demo()
