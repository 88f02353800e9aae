"""The proclamation on paper: what it says, in each language, and that it can be confirmed."""

import hashlib
import io

import pytest
from django.test import Client
from pypdf import PdfReader

from elections.documents.proclamation import issue_proclamation, proclamation_documents
from elections.models import Proclamation
from lacralo.core.audit import Act
from lacralo.core.audit.models import Entry
from lacralo.core.pdf import rendering
from tests.builders import NOW
from tests.elections.poll import open_vote_of, proclaimed, published_members, vote_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def proclamation() -> Proclamation:
    """Ana Alva beat Beto Brito on LACRALO's published roll."""
    published_members()
    election = open_vote_of()
    vote_many(election, {number: "2" if number % 3 == 0 else "1" for number in range(1, 31)})
    return proclaimed(election)


def issued(proclamation: Proclamation, language: str):
    """The paper in that language."""
    return issue_proclamation(proclamation=proclamation, language=language, by=None, now=NOW)


def words(document) -> str:
    """The text of a PDF, its lines joined."""
    reader = PdfReader(io.BytesIO(bytes(document.content)))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize(("language", "tag"), [("es", "es"), ("pt-br", "pt-BR"), ("en", "en"), ("fr", "fr")])
def test_it_is_a_tagged_document_with_language_title_and_fonts(proclamation, language, tag):
    document = issued(proclamation, language)

    reader = PdfReader(io.BytesIO(bytes(document.content)))
    root = reader.trailer["/Root"]
    fonts = {
        font.get_object()["/BaseFont"]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == (tag, True)
    assert reader.metadata.title == document.title
    assert [font for font in fonts if "Plex" not in font] == []


def test_it_says_who_is_elected_by_which_votes_and_how_to_check_it(proclamation):
    document = issued(proclamation, "en")
    text = words(document)
    total = proclamation.tally.record["tally"]["totals"][0]

    expected = (
        "Ana Alva",
        total["weight"],
        f"{total['heads']} ",
        "42 members of 16 countries stood on the roll; together they weigh 100.",
        "30 of 42 active members (71.43 %), 21 needed",
        proclamation.digest,
        proclamation.tally.digest,
        proclamation.election.rolls.get(edition="frozen").fingerprint,
        document.code,
        document.chain_hash,
        f"Entry {document.chain_sequence}",
    )
    assert [each for each in expected if each not in text] == []


def test_the_code_stands_on_every_page(proclamation):
    document = issued(proclamation, "fr")

    reader = PdfReader(io.BytesIO(bytes(document.content)))
    assert [document.code in page.extract_text() for page in reader.pages] == [True] * len(reader.pages)


def test_it_is_recorded_in_the_chain_by_the_hash_of_the_file(proclamation):
    document = issued(proclamation, "es")

    entry = Entry.objects.get(act=Act.DOCUMENT_ISSUED)
    assert entry.digest == document.digest == hashlib.sha256(bytes(document.content)).hexdigest()
    assert entry.sequence == document.chain_sequence + 1


def test_asked_again_it_is_the_same_file_and_another_language_is_another(proclamation):
    first, again, other = (issued(proclamation, language) for language in ("es", "es", "en"))

    assert (again.pk, bytes(again.content)) == (first.pk, bytes(first.content))
    assert proclamation_documents(proclamation) == {"es": first, "en": other}


def test_its_code_is_confirmed_and_the_file_comes_back_as_it_was(proclamation):
    document = issued(proclamation, "es")
    client = Client()

    page = client.get("/en/verify/", {"code": document.code.lower()}, follow=True)
    file = client.get(f"/en/verify/{document.code}/file/")

    assert (page.status_code, page.redirect_chain[-1][0]) == (200, f"/en/verify/{document.code}/")
    assert document.digest in page.content.decode()
    assert file.content == bytes(document.content)


@pytest.mark.parametrize(("changed", "answer"), [(b"", "bit for bit"), (b"x", "differs")])
def test_a_file_is_compared_bit_for_bit(proclamation, changed, answer):
    document = issued(proclamation, "es")
    file = io.BytesIO(bytes(document.content) + changed)

    page = Client().post(f"/en/verify/{document.code}/", {"file": file})

    assert answer in page.content.decode()


def test_a_hash_is_compared_too(proclamation):
    document = issued(proclamation, "es")

    page = Client().post(f"/en/verify/{document.code}/", {"digest": document.digest.upper()})

    assert "bit for bit" in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("K7QM-2XPR-9TDW-H4BN", "never issued"), ("K7QM", "is no code"), ("<b>", "&lt;b&gt;")],
)
def test_a_wrong_code_is_told_so(client, typed, answer):
    page = client.get("/en/verify/", {"code": typed})

    assert page.status_code == 404
    assert answer in page.content.decode()


def test_anybody_has_it_made_and_reads_it(proclamation):
    client, slug = Client(), proclamation.election.slug

    before = client.get(f"/en/elections/{slug}/proclamation/es.pdf")
    made = client.post(f"/en/elections/{slug}/proclamation/es/", follow=True)

    assert before.url == f"/en/elections/{slug}/proclamation/"
    assert (made.status_code, made.headers["Content-Type"]) == (200, "application/pdf")
    assert client.get(f"/en/elections/{slug}/proclamation/").status_code == 200


@pytest.mark.parametrize("language", ["de", "xx", "../es"])
def test_there_is_none_in_another_language(proclamation, language):
    answer = Client().post(f"/en/elections/{proclamation.election.slug}/proclamation/{language}/")

    assert (answer.status_code, proclamation_documents(proclamation)) == (404, {})


def test_there_is_none_before_the_proclamation(client):
    published_members()
    election = open_vote_of()

    assert client.get(f"/en/elections/{election.slug}/proclamation/").status_code == 404


def test_without_the_libraries_the_page_says_how_to_print_instead(proclamation, monkeypatch):
    def missing(name):
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(rendering.importlib, "import_module", missing)

    page = Client().post(f"/en/elections/{proclamation.election.slug}/proclamation/es/", follow=True)

    assert page.status_code == 200
    assert "can be printed from your browser" in page.content.decode()
