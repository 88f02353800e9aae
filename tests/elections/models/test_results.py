"""What the database itself keeps of a result."""

import pytest
from django.db import IntegrityError, transaction

from elections.models import Election
from tests.elections.poll import open_vote_of, proclaimed, published_members, vote_many

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "change",
    [
        {"proclaimed_at": None},
        {"proclaimed_at": None, "counted_at": None},
        {"mixed_at": None},
        {"frozen_at": None},
        {"slug": "another-2026"},
        {"year": 2024},
        {"subregion": "D"},
    ],
)
def test_an_act_of_a_vote_is_not_taken_back_past_the_portal(change):
    published_members()
    election = open_vote_of()
    vote_many(election, dict.fromkeys(range(1, 31), "1"))
    proclaimed(election)

    with pytest.raises(IntegrityError), transaction.atomic():
        Election.objects.filter(pk=election.pk).update(**change)
