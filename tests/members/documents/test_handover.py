"""The handover on paper: what it says in each language, and who gets the file."""

import io
from datetime import timedelta

import pytest
from django.test import Client
from pypdf import PdfReader

from lacralo.core.audit import Act
from lacralo.core.audit.models import Entry
from members.documents.handover import issue_handover
from members.enums.staff_requests import RequestKind
from members.models import StaffRequest, Term
from members.selectors.handover import terms
from tests.builders import NOW, TODAY, person, position, term
from tests.members.plan_builders import task

pytestmark = pytest.mark.django_db

ONE = timedelta(days=1)


@pytest.fixture
def own() -> Term:
    """Ana is secretary until the end of March; Beto follows her, Carla came before."""
    term("secretary", person("Carla"), start=TODAY - 400 * ONE, end=TODAY - 100 * ONE)
    mine = term("secretary", person("Ana"), start=TODAY - 100 * ONE, end=TODAY + 28 * ONE)
    term("secretary", person("Beto"), start=TODAY + 28 * ONE)
    task("Write the guide", owner_position=position("secretary"), due_on=TODAY - ONE)
    task("Somebody else's", owner_position=position("chair"))
    StaffRequest.objects.create(
        kind=RequestKind.TRANSLATION, from_language="es", language="en", purpose="Secret words.",
        purpose_language="en", asked_by=mine.person, asked_at=NOW,
    )  # fmt: skip
    return terms().get(pk=mine.pk)


def words(document) -> str:
    reader = PdfReader(io.BytesIO(bytes(document.content)))
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


def issued(own: Term, language: str, at=NOW):
    return issue_handover(term=own, language=language, by=own.person, now=at)


@pytest.mark.parametrize(("language", "tag"), [("es", "es"), ("pt-br", "pt-BR"), ("en", "en"), ("fr", "fr")])
def test_it_is_a_tagged_document_with_language_and_title(own, language, tag):
    document = issued(own, language)

    reader = PdfReader(io.BytesIO(bytes(document.content)))
    root = reader.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value) == (tag, True)
    assert reader.metadata.title == document.title
    assert [document.code in page.extract_text() for page in reader.pages] == [True] * len(reader.pages)


def test_it_says_what_is_open_who_follows_and_what_the_office_opens(own):
    text = words(issued(own, "en"))

    expected = (
        "Handover: Secretary", "Ana", "Carla", "Beto", "Write the guide", "late",
        "1 request waits for the office's answer.", "Translation, Spanish → English · Asked",
        "No election is under way.", "It runs elections", "second step at sign-in", "3 March 2026, 14:00 UTC",
    )  # fmt: skip
    assert [each for each in expected if each not in text] == []
    assert [each for each in ("Secret words.", "Somebody else's") if each in text] == []


def test_an_office_that_runs_no_elections_hands_over_less():
    mine = term("nomcom", person("Ana"), end=TODAY + ONE)

    text = words(issued(terms().get(pk=mine.pk), "en"))

    assert "No open task of the plan belongs to this office." in text
    assert [
        each for each in ("Elections under way", "runs elections", "queue of requests") if each in text
    ] == []


def test_links_lead_to_the_portal(own):
    reader = PdfReader(io.BytesIO(bytes(issued(own, "es").content)))

    links = [
        note.get_object()["/A"]["/URI"]
        for page in reader.pages
        for note in page.get("/Annots", ())
        if "/A" in note.get_object()
    ]
    assert any("/es/members/plan/" in each for each in links)
    assert [each for each in links if not each.startswith("http")] == []


def test_of_one_day_it_is_the_same_file_and_the_next_day_another(own):
    first, again, other = issued(own, "es"), issued(own, "es", NOW + ONE / 8), issued(own, "es", NOW + ONE)

    assert (again.pk, other.edition) == (first.pk, "2026-03-04")
    assert other.pk != first.pk
    assert Entry.objects.filter(act=Act.DOCUMENT_ISSUED).count() == 2


def test_its_code_is_confirmed_to_everybody_and_the_file_is_given_to_nobody_by_it(own):
    document = issued(own, "es")
    client = Client()

    page = client.get(f"/en/verify/{document.code}/")
    file = client.get(f"/en/verify/{document.code}/file/")
    same = client.post(f"/en/verify/{document.code}/", {"file": io.BytesIO(bytes(document.content))})

    assert (page.status_code, file.status_code) == (200, 404)
    assert "The file itself is confidential" in page.content.decode()
    assert "Download the document" not in page.content.decode()
    assert "bit for bit" in same.content.decode()
