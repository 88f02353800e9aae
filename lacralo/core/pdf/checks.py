"""A system check: can this machine draw PDF files?"""

from ctypes.util import find_library

from django.core.checks import Warning as Advice

_LIBRARIES = {
    "libpango-1.0-0": "pango-1.0",
    "libpangoft2-1.0-0": "pangoft2-1.0",
    "libharfbuzz-subset0": "harfbuzz-subset",
}


def missing_packages() -> tuple[str, ...]:
    """The Debian packages that draw PDF files and are not there."""
    return tuple(package for package, library in _LIBRARIES.items() if not find_library(library))


def check_pdf_libraries(app_configs=None, **kwargs):
    """`manage.py check` says what to install; the portal runs without it and offers the print view."""
    missing = missing_packages()
    if not missing:
        return []
    line = "sudo apt-get install " + " ".join(missing)
    return [Advice("PDF files cannot be made on this machine.", hint=f"Install: {line}", id="core.W001")]
