"""The papers of the scrutineers: on the page of the demonstration alone, at this machine alone."""

import pytest

from elections.models import Scrutineer
from elections.services.scrutineers import make_code
from lacralo.home.selectors.papers import papers_kept, place_of_papers
from lacralo.home.services.demonstration.papers import Papers, keep_papers, throw_papers_away
from tests.builders import NOW
from tests.elections.sealed import Papers as Words
from tests.elections.sealed import secret_election, with_codes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME, settings.DEMO = tmp_path, True


@pytest.fixture
def own() -> Scrutineer:
    """A scrutineer whose code was written down."""
    own, *_others = with_codes(secret_election(), Words())
    papers = Papers()
    words = make_code(scrutineer=own, by=own.person, now=NOW)
    own.refresh_from_db()
    papers.write_down(own, words)
    keep_papers(papers)
    return own


def words_of(own: Scrutineer) -> str:
    """What stands on the paper."""
    return papers_kept()[own.pk].typed


def test_the_page_shows_them(client, own):
    assert words_of(own) in client.get("/en/demo/").content.decode()


def test_nobody_reads_them_from_elsewhere_or_without_a_demonstration(client, own, settings):
    words = words_of(own)

    from_elsewhere = client.get("/en/demo/", REMOTE_ADDR="192.0.2.7")
    settings.DEMO = False
    without = client.get("/en/demo/")

    assert [answer.status_code for answer in (from_elsewhere, without)] == [404, 404]
    assert [words in answer.content.decode() for answer in (from_elsewhere, without)] == [False, False]
    assert papers_kept() == {}


def test_without_a_demonstration_none_are_kept(own, settings):
    throw_papers_away()
    settings.DEMO = False

    keep_papers(Papers(sheets=[{"scrutineer": own.pk, "key": own.public_key, "words": ["one"]}]))

    assert not place_of_papers().exists()


def test_only_whoever_serves_the_demonstration_reads_the_file(own):
    assert oct(place_of_papers().stat().st_mode)[-3:] == "600"


def test_a_code_that_was_made_anew_is_on_no_paper(own):
    make_code(scrutineer=own, by=own.person, now=NOW)

    assert papers_kept() == {}


def test_they_are_thrown_away_with_the_demonstration(own):
    throw_papers_away()
    throw_papers_away()

    assert papers_kept() == {}
