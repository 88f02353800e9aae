"""Statements in every language in which there is one."""

from lacralo.core.texts.enums import Language, TranslationStatus
from lacralo.core.texts.models import Text
from lacralo.core.texts.rules.alignment import aligned
from lacralo.core.texts.selectors import Reading


def versions_of(text: Text | None) -> list[Reading]:
    """The original and the latest translation into each language, the original first; two queries."""
    if text is None:
        return []
    revisions = list(text.revisions.prefetch_related("translations").order_by("-number"))
    latest = revisions[0]
    original = Reading(
        latest.body, text.original_language, True, False, latest.number, text.original_language
    )
    found: dict[str, Reading] = {}
    for revision in revisions:
        for each in revision.translations.all():
            found.setdefault(each.language, _translated(text, revision, each, latest.number))
    return [original, *(found[language] for language in Language if language in found)]


def _translated(text, revision, translation, latest: int) -> Reading:
    return Reading(
        body=translation.body,
        language=translation.language,
        is_original=False,
        is_out_of_date=revision.number != latest,
        revision_number=revision.number,
        original_language=text.original_language,
        status=TranslationStatus(translation.status),
        divergences=aligned(revision.body, translation.body),
    )


def version_for(versions: list[Reading], language: str) -> Reading | None:
    """The version a reader of that language is shown first: their own, else the original."""
    own = [each for each in versions if each.language == language]
    return next(iter([*own, *versions]), None)
