"""The catalogues are complete, fresh and sound: no reader meets a sentence in the wrong language."""

import re
import shutil
from pathlib import Path

import django_countries
import polib
import pytest
import simple_history
from django.conf import settings

from lacralo.core.management.commands.catalogues import LOCALES, extract

ROOT = Path(settings.BASE_DIR)
CATALOGUES = ROOT / "lacralo" / "locale"
CODE = ("lacralo", "members", "conflicts", "elections", "templates")
#: As many as Django's own catalogues of the language have (Spanish: one, many millions, other).
PLURAL_FORMS = {"es": 3, "pt_BR": 2, "fr": 2}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogue(locale):
    return polib.pofile(CATALOGUES / locale / "LC_MESSAGES" / "django.po")


def key(entry):
    return (entry.msgctxt, entry.msgid, entry.msgid_plural)


def words(entry):
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_is_translated_and_none_is_fuzzy(locale):
    assert [entry.msgid for entry in catalogue(locale) if entry.fuzzy or not all(words(entry))] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_plural_has_every_form_of_its_language(locale):
    plurals = [entry for entry in catalogue(locale) if entry.msgid_plural]

    assert f"nplurals={PLURAL_FORMS[locale]}" in catalogue(locale).metadata["Plural-Forms"]
    assert [e.msgid for e in plurals if len(e.msgstr_plural) != PLURAL_FORMS[locale]] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_translation_keeps_its_placeholders(locale):
    def lost(entry):
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        optional = set(PLACEHOLDER.findall(entry.msgid)) ^ wanted
        return any(set(PLACEHOLDER.findall(text)) - optional != wanted - optional for text in words(entry))

    assert [
        entry.msgid for entry in catalogue(locale) if "python-brace" not in entry.flags and lost(entry)
    ] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_compiled_catalogue_matches_its_source(locale):
    compiled = polib.mofile(CATALOGUES / locale / "LC_MESSAGES" / "django.mo")
    source = catalogue(locale)

    assert {key(e): words(e) for e in compiled} == {key(e): words(e) for e in source if not e.obsolete}


def test_no_message_is_left_unextracted(settings, tmp_path, monkeypatch):
    # In a copy: the extraction writes a file beside every template, which a linter at work would stumble on.
    for part in CODE:
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    copy = tmp_path / "lacralo" / "locale"
    settings.LOCALE_PATHS = [copy]
    monkeypatch.chdir(tmp_path)

    extract()

    for locale in LOCALES:
        fresh = polib.pofile(copy / locale / "LC_MESSAGES" / "django.po")
        assert {key(e) for e in fresh if not e.obsolete} == {
            key(e) for e in catalogue(locale) if not e.obsolete
        }


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("library", [simple_history, django_countries])
def test_what_a_library_leaves_untranslated_stands_in_our_catalogue(library, locale):
    shelves = Path(library.__file__).parent / "locale"
    asked = {
        e.msgid for po in shelves.glob("*/LC_MESSAGES/django.po") for e in polib.pofile(po) if not e.obsolete
    }
    if (english := shelves / "en" / "LC_MESSAGES" / "django.po").exists():
        asked = {e.msgid for e in polib.pofile(english) if not e.obsolete}
    theirs = shelves / locale / "LC_MESSAGES" / "django.po"
    answered = {e.msgid for e in polib.pofile(theirs).translated_entries()} if theirs.exists() else set()

    assert asked - answered - {e.msgid for e in catalogue(locale)} == set()


def test_no_source_renames_gettext_to_what_the_extraction_does_not_know():
    renamed = re.compile(r"import .*\bn?p?gettext(?:_lazy|_noop)? as (?!_$)\w+", re.MULTILINE)
    rooms = (ROOT / name for name in ("lacralo", "members", "conflicts", "elections"))

    assert [
        str(path) for room in rooms for path in room.rglob("*.py") if renamed.search(path.read_text())
    ] == []
