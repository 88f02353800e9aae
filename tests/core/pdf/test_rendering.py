"""A PDF is tagged, carries its language and fonts, and fetches nothing from anywhere."""

import http.server
import io
import threading
from contextlib import contextmanager

import pytest
from django.template import engines
from pypdf import PdfReader

from lacralo.core.pdf import rendering
from lacralo.core.pdf.rendering import CannotMakePdf, render_pdf
from tests.builders import NOW

ISSUE = {
    "code": "K7QM-2XPR-9TDW-H4BN",
    "address": "https://portal.example.org/es/verify/",
    "at": NOW,
    "chain_sequence": 12,
    "chain_hash": "ab" * 32,
}


def drawn(body: str = "<p>Text</p>", language: str = "es", **context) -> PdfReader:
    """The document with that body, as it would be issued."""
    template = engines["django"].from_string(
        '{% extends "pdf/base.html" %}{% block content %}' + body + "{% endblock %}"
    )
    pdf = render_pdf(template, {"title": "Acta", "issue": ISSUE} | context, language)
    return PdfReader(io.BytesIO(pdf))


@pytest.fixture(autouse=True)
def _templates_given_as_they_are(monkeypatch):
    monkeypatch.setattr(rendering, "render_to_string", lambda template, context: template.render(context))


@pytest.mark.parametrize("language, tag", [("es", "es"), ("pt-br", "pt-BR"), ("en", "en"), ("fr", "fr")])
def test_a_document_is_tagged_and_carries_title_and_language(language, tag):
    root = drawn(language=language).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == tag
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_the_title_of_the_file_is_the_title_of_the_document():
    assert drawn().metadata.title == "Acta"


def test_every_font_is_embedded_and_ours():
    fonts = [
        font.get_object()
        for page in drawn("<p>áéíóúñçãõêü ≈ ✓ – — × <i>i</i> <b>b</b> <code>c0de</code></p>").pages
        for font in page["/Resources"]["/Font"].values()
    ]
    descendants = [font["/DescendantFonts"][0].get_object() for font in fonts]

    assert all("Plex" in font["/BaseFont"] for font in fonts)
    assert all(
        "/FontFile2" in d["/FontDescriptor"] or "/FontFile3" in d["/FontDescriptor"] for d in descendants
    )


def test_the_code_stands_in_the_text_and_at_the_foot_of_every_page():
    reader = drawn("<p>line</p>" * 120)

    assert len(reader.pages) > 2
    assert all(ISSUE["code"] in page.extract_text() for page in reader.pages)


@contextmanager
def listener():
    """A server on a loopback port; what it was asked for stands in the list."""
    asked = []

    class Listening(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments):
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


INJECTIONS = (
    '<img src="{url}/img">',
    '<link rel="stylesheet" href="{url}/sheet">',
    '<link rel="attachment" href="{url}/attached">',
    "<style>@import '{url}/import';</style>",
    "<style>@font-face {{ font-family: x; src: url('{url}/font'); }} p {{ font-family: x }}</style><p>x</p>",
    '<p style="background-image: url({url}/background)">x</p>',
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}/svg" width="9" height="9"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><use href="{url}/use#a"/></svg>',
    '<object data="{url}/object"></object><embed src="{url}/embed"><iframe src="{url}/frame"></iframe>',
    '<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E'
    '%3Cimage href=%22{url}/nested%22 width=%229%22 height=%229%22/%3E%3C/svg%3E">',
    '<meta http-equiv="refresh" content="0; url={url}/refresh">',
    '<base href="{url}/"><img src="relative">',
)


@pytest.mark.parametrize("injection", INJECTIONS)
def test_nothing_is_fetched_even_where_markup_slipped_in(injection):
    with listener() as (url, asked):
        drawn(injection.format(url=url))

    assert asked == []


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "/etc/passwd", "static:../manage.py", "static:verify/lacralo_verify.py"]
)
def test_no_file_is_attached_but_the_portals_own_sheets_and_fonts(address):
    reader = drawn(f'<link rel="attachment" href="{address}"><a rel="attachment" href="{address}">x</a>')

    assert reader.attachments == {}


def test_what_a_person_typed_is_text_never_markup():
    reader = drawn("<p>{{ name }}</p>", name='<img src="http://127.0.0.1:9/x">')

    assert '<img src="http://127.0.0.1:9/x">' in reader.pages[0].extract_text().replace("\n", "")


def test_without_its_libraries_a_clear_error_is_raised(monkeypatch):
    def missing(name):
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(rendering.importlib, "import_module", missing)

    with pytest.raises(CannotMakePdf, match="libpango"):
        drawn()
