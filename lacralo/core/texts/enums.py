"""The languages of the portal and how far a translation has come.  Pure."""

from enum import StrEnum


class Language(StrEnum):
    """The four languages people read and write here."""

    SPANISH = "es"
    PORTUGUESE = "pt-br"
    ENGLISH = "en"
    FRENCH = "fr"


class TranslationStatus(StrEnum):
    """How far a translation can be trusted."""

    DRAFT = "draft"
    MACHINE = "machine"
    REVIEWED = "reviewed"


class Bar(StrEnum):
    """Why a translation cannot be kept."""

    SAME_LANGUAGE = "core.translation_into_its_own_language"
    REVIEWED_BEFORE = "core.translation_reviewed_before"


class Divergence(StrEnum):
    """Where two language versions part ways."""

    PARAGRAPHS = "core.divergence_in_paragraphs"
    NUMBERING = "core.divergence_in_numbering"
