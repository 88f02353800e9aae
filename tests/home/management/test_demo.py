"""`manage.py demo`: run twice it changes nothing, and it touches nobody else's data."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from elections.enums.seals import Purpose
from elections.models import Ballot, Election, Place, RetiredTracker, SealedKey
from elections.selectors.box import is_set_back
from elections.selectors.elections import phase_of
from elections.services.openings import remove_layer
from lacralo.core.audit.chain import head, verify
from lacralo.core.deadlines.clock import database_now
from lacralo.core.notifications.models import Notice
from lacralo.core.pdf.models import IssuedDocument
from lacralo.home.selectors.cast import cast
from members.models import Member
from tests.builders import person


@pytest.fixture
def demonstration(settings, transactional_db, tmp_path):
    settings.DEMO, settings.HOME = True, tmp_path


def demo(**options) -> str:
    """What the command prints."""
    said = StringIO()
    call_command("demo", no_server=True, stdout=said, **options)
    return said.getvalue()


def everything() -> tuple:
    """What would be more if something was made twice."""
    counted = (Member, Election, Ballot, Place, Notice, IssuedDocument)
    return head().hash, *(model.objects.count() for model in counted)


def test_run_twice_it_changes_nothing_and_its_papers_open_the_envelopes(demonstration):
    first = demo()
    made = everything()

    second = demo()

    assert everything() == made
    assert verify() is None
    assert "The demonstration is ready: http://127.0.0.1:8000/" in first
    assert second in first
    _real_numbers_and_every_stage()
    _the_papers_of_the_scrutineers_open_the_envelopes()


def _real_numbers_and_every_stage():
    """Sixteen countries with forty-two members, and an election at every stage."""
    now = database_now()
    phases = {str(phase_of(each, now)) for each in Election.objects.prefetch_related("calendar")}
    places = Place.objects.filter(election__position__key="nomcom", election__secrecy="roll_call")

    assert (places.count(), places.values("country").distinct().count()) == (42, 16)
    assert sum(place.weight for place in places) == 100
    assert {"proclaimed", "counted", "open", "not_opened", "nominations"} <= phases
    _secret_votes_at_every_step(now)
    assert Notice.objects.filter(address__endswith="@example.org").count() == Notice.objects.count()


def _secret_votes_at_every_step(now):
    """One to prepare, one to vote in, one to open, and one that is over and whose box is destroyed."""
    found = {vote.try_now: vote for vote in cast(now).secret_votes}
    over = found["read"].stage.election

    assert list(found) == ["ceremony", "vote", "closed", "read"]
    assert [bool(each.words) for each in found["ceremony"].scrutineers] == [True, True, False]
    assert [each.has_confirmed for each in found["ceremony"].scrutineers] == [True, False, False]
    assert not SealedKey.objects.filter(key__election=over).exists()
    assert over.mixed_envelopes.count() == 0
    assert [is_set_back(vote.stage.election) for vote in found.values()] == [False] * 4
    assert RetiredTracker.objects.filter(election=found["vote"].stage.election).count() > 0


def _the_papers_of_the_scrutineers_open_the_envelopes():
    now = database_now()
    (waiting,) = [vote for vote in cast(now).secret_votes if vote.try_now == "closed"]

    for holder in waiting.scrutineers[1:]:
        own = waiting.stage.election.scrutineers.get(number=holder.number)
        removed = remove_layer(
            scrutineer=own, purpose=Purpose.COUNT, typed=" ".join(holder.words), by=holder.person, now=now
        )

    assert (bool(removed.verdict), removed.missing) == (True, 0)
    assert waiting.stage.election.tallies.count() == 1


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
