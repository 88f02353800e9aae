"""What the database refuses, whoever asks."""

import pytest
from django.db import IntegrityError, transaction

from elections.enums import NominationState
from elections.models import Nomination, RotationRow
from tests.builders import NOW
from tests.elections.builders import (
    announced,
    candidate,
    challenge,
    nomination_for,
    on_ballot,
    open_call,
    rotation,
)

pytestmark = pytest.mark.django_db


def refuses(change) -> bool:
    """Whether the database refuses the change."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


def test_a_person_has_one_live_nomination_in_an_election():
    first = nomination_for(open_call())

    assert refuses(lambda: nomination_for(first.election, first.nominee))
    assert not refuses(lambda: nomination_for(announced(year=2025), first.nominee))


def test_nobody_is_a_candidate_without_pledge_or_answer():
    nomination = nomination_for(open_call())
    rows = Nomination.objects.filter(pk=nomination.pk)

    assert refuses(lambda: rows.update(state=NominationState.ACCEPTED, answered_at=NOW))
    assert refuses(lambda: rows.update(state=NominationState.ACCEPTED, has_pledged=True))
    assert refuses(lambda: rows.update(state="perhaps"))


def test_a_challenge_is_answered_whole_or_not_at_all():
    disputed = challenge(candidate(open_call()), "elections.no_pledge")

    assert refuses(lambda: type(disputed).objects.filter(pk=disputed.pk).update(is_upheld=True))


def test_an_election_is_annulled_with_a_reason_and_its_steps_end_after_they_start():
    election = open_call()

    assert refuses(lambda: type(election).objects.filter(pk=election.pk).update(annulled_at=NOW))
    assert refuses(lambda: election.calendar.filter(key="vote").update(ends_at=NOW.replace(year=2000)))
    assert refuses(lambda: type(election).objects.filter(pk=election.pk).update(subregion="E"))


def test_the_rotation_table_and_the_ballot_paper_never_change():
    rotation(), on_ballot(candidate(open_call()))

    assert refuses(lambda: RotationRow.objects.update(subregion="A"))
    assert refuses(lambda: RotationRow.objects.all().delete())
    assert refuses(lambda: on_ballot(Nomination.objects.get()))
