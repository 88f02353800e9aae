"""The proclamation of a secret vote on paper: no more than is published, in each language."""

import pytest

from elections.documents.proclamation import issue_proclamation
from elections.enums.publication import Publication
from elections.models import Proclamation
from elections.services.proclamations import proclaim
from lacralo.core.deadlines.clock import database_now
from tests.builders import NOW
from tests.elections.builders import officer
from tests.elections.documents.test_proclamation import words
from tests.elections.poll import HOUR, end_of_vote, place_of, published_members
from tests.elections.sealed import Papers, open_secret_vote
from tests.elections.views.test_secret_results import CHOICES, published_at

pytestmark = pytest.mark.django_db

LANGUAGES = ("es", "pt-br", "en", "fr")


def proclaimed_at(level: Publication, **rules) -> Proclamation:
    """Ana Alva was elected by a secret vote that is published at that level."""
    published_members()
    election = open_secret_vote(Papers(), now=database_now() - HOUR, rules=rules)
    published_at(election, level)
    return proclaim(election=election, by=officer(), now=end_of_vote(election) + 24 * 60 * HOUR)


def text_of(proclamation: Proclamation, language: str = "en") -> str:
    """The words of the paper in that language."""
    return words(issue_proclamation(proclamation=proclamation, language=language, by=None, now=NOW))


@pytest.mark.parametrize("level", Publication)
def test_it_prints_the_hashes_of_the_box_and_the_outcome_at_every_level(level):
    proclamation = proclaimed_at(level)
    text, board = text_of(proclamation), proclamation.election.board

    expected = (
        "after a secret vote of its members",
        "Ana Alva",
        board.list_hash,
        board.voters_hash,
        proclamation.digest,
        *(each.person.name for each in proclamation.election.scrutineers.all()),
    )
    assert [each for each in expected if each not in text] == []
    assert "recounts everything" not in text


def test_rounded_sums_are_printed_as_rounded():
    proclamation = proclaimed_at(Publication.FIVE)
    text = text_of(proclamation)
    totals = proclamation.tally.record["tally"]["totals"]

    assert "rounded to multiples of 5, so that nobody's vote can be worked out" in text
    assert [each for each in totals if f"about {each['weight']}" not in text] == []


def test_where_only_the_outcome_is_published_the_paper_prints_no_sum_of_an_option():
    text = text_of(proclaimed_at(Publication.OUTCOME))

    assert "Only the outcome of this vote is published" in text
    assert ("Beto Brito" in text, "weighted votes that decide" in text) == (False, False)


@pytest.mark.parametrize("published", [True, False])
def test_the_list_of_voters_is_printed_where_the_rules_publish_it_and_names_no_choice(published):
    proclamation = proclaimed_at(Publication.TEN, voters_published=published)
    text = text_of(proclamation)
    name = place_of(proclamation.election, 3).member_name

    assert name in text if published else name not in text
    assert "Who voted how" not in text
    listed = text[text.index("Every place on the roll") :] if published else ""
    assert [each for each in ("Ana Alva", "Beto Brito", "Abstention") if each in listed] == []
    assert listed.count(" voted") - listed.count("did not voted") >= (len(CHOICES) if published else 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", [Publication.FIVE, Publication.OUTCOME])
def test_it_can_be_made_in_every_language(language, level):
    proclamation = proclaimed_at(level)
    text = text_of(proclamation, language)

    assert [each for each in ("Ana Alva", proclamation.election.board.list_hash) if each not in text] == []


def test_a_quorum_that_would_give_abstentions_away_is_printed_without_those_present():
    text = text_of(proclaimed_at(Publication.OUTCOME, quorum_counts_abstentions=False))

    assert "Quorum: 21 of 42 active members needed." in text
    assert "27 of 42" not in text
