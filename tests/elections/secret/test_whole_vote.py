"""A secret vote from the ceremony to the count."""

import pytest

from elections.enums import TallyState
from elections.enums.seals import Purpose
from elections.models import Envelope, MixedEnvelope, Tally
from elections.selectors.bundles import composed_bundle
from tests.elections.poll import published_members
from tests.elections.sealed import Papers, mixed, open_secret_vote, opened, put_in_many

pytestmark = pytest.mark.django_db


def test_a_secret_vote_is_opened_by_two_of_three_and_counted():
    papers = Papers()
    published_members()
    election = open_secret_vote(papers)
    put_in_many(election, {number: "1" if number % 3 else "2" for number in range(1, 31)})

    mixed(election)
    answer = opened(election, papers, by=(2, 0))

    tally = Tally.objects.get(election=election)
    assert (bool(answer.verdict), tally.state) == (True, TallyState.ELECTED)
    assert MixedEnvelope.objects.filter(election=election).count() == 30
    assert not Envelope.objects.exclude(sealed=None).exists()
    election.refresh_from_db()
    recount = opened(election, papers, purpose=Purpose.RECOUNT, by=(1, 2)).recount
    assert len(recount["ballots"]) == 30
    assert composed_bundle(election)["box"]["envelopes"] == 30
