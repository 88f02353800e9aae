"""From a template to a PDF/UA file, without fetching anything from anywhere."""

import importlib
from functools import cache
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils import translation

#: How a template names a file of the portal itself: `static:pdf/document.css`.
OWN_FILES = "static:"
#: What a file of ours may end in; anything else is refused, wherever it lies.
_FONT = ".woff2"
_SUFFIXES = (".css", _FONT, ".svg", ".png")


class CannotMakePdf(RuntimeError):
    """The libraries that draw PDF files are missing on this machine; pages offer the print view instead."""


def render_pdf(template: str, context: dict, language: str) -> bytes:
    """The template as a tagged PDF (PDF/UA-1) in that language.

    Nothing is fetched but `data:` addresses and the portal's own style sheets and fonts.
    Raises CannotMakePdf where pango is missing.
    """
    weasyprint = _weasyprint()
    with translation.override(language):
        html = render_to_string(template, context | {"language": language})
    document = weasyprint.HTML(string=html, base_url="about:blank", url_fetcher=_closed_fetcher(weasyprint))
    return document.write_pdf(pdf_variant="pdf/ua-1")


def _weasyprint():
    """The library, loaded only when a PDF is made: it needs system libraries that may be missing."""
    try:
        return importlib.import_module("weasyprint")
    except (ImportError, OSError) as missing:
        raise CannotMakePdf(str(missing)) from missing


def _closed_fetcher(weasyprint):
    """A fetcher that opens no connection and no file but the portal's own."""

    class ClosedFetcher(weasyprint.urls.URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith(OWN_FILES):
                return _own_file(url)
            return super().fetch(url, headers)

    def _own_file(url):
        name = url.removeprefix(OWN_FILES)
        path = finders.find(name) if name.endswith(_SUFFIXES) and ".." not in name else None
        if path is None:
            raise ValueError(f"not a file of the portal: {url}")
        if path.endswith(_FONT):
            return weasyprint.urls.URLFetcherResponse(url, _font(path), {"Content-Type": "font/ttf"})
        body, kind = Path(path).read_bytes(), guess_type(name)[0]
        return weasyprint.urls.URLFetcherResponse(url, body, {"Content-Type": kind})

    return ClosedFetcher(allowed_protocols=("data",), allow_redirects=False)


@cache
def _font(path: str) -> bytes:
    """A font, unpacked once: for every document anew it took longer than all the rest of it."""
    woff2 = importlib.import_module("fontTools.ttLib.woff2")
    unpacked = BytesIO()
    woff2.decompress(path, unpacked)
    return unpacked.getvalue()
