"""What a text says to a reader of a given language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from lacralo.core.texts.enums import TranslationStatus
from lacralo.core.texts.models import Revision, Text, Translation
from lacralo.core.texts.rules.alignment import aligned
from lacralo.core.verdicts import PASS, Verdict


@dataclass(frozen=True)
class Reading:
    """What is shown: the wording, its language, and how it stands to the original.

    `revision_number` is the revision that `body` is, or translates.  `divergences` bars when the
    translation does not run in step with that revision.
    """

    body: str
    language: str
    is_original: bool
    is_out_of_date: bool
    revision_number: int
    original_language: str
    status: TranslationStatus | None = None
    divergences: Verdict = PASS

    def __str__(self):
        return self.body


class Unwritten(LookupError):
    """The text has no revision: nothing to read."""


def reading(text: Text, language: str) -> Reading:
    """What `text` says in `language`, or, untranslated, in its original language.

    A translation is out of date exactly when its source revision is not the latest.
    Raises Unwritten.
    """
    return readings([text], language)[text.pk]


def readings(texts: Iterable[Text], language: str) -> dict[int, Reading]:
    """The readings of many texts by their keys, in two queries however many they are.

    Raises Unwritten.
    """
    texts = {text.pk: text for text in texts if text is not None}
    latest = {revision.text_id: revision for revision in _latest_revisions(texts)}
    translations = {
        translation.revision.text_id: translation for translation in _latest_translations(texts, language)
    }
    if unwritten := texts.keys() - latest.keys():
        raise Unwritten(f"texts without a revision: {sorted(unwritten)}")
    return {
        key: _reading(
            text, latest[key], None if language == text.original_language else translations.get(key)
        )
        for key, text in texts.items()
    }


def _reading(text: Text, latest: Revision, translation: Translation | None) -> Reading:
    if translation is None:
        return Reading(
            latest.body, text.original_language, True, False, latest.number, text.original_language
        )
    source = translation.revision
    return Reading(
        body=translation.body,
        language=translation.language,
        is_original=False,
        is_out_of_date=source.number != latest.number,
        revision_number=source.number,
        original_language=text.original_language,
        status=TranslationStatus(translation.status),
        divergences=aligned(source.body, translation.body),
    )


def _latest_revisions(keys):
    later = Revision.objects.filter(text=OuterRef("text"), number__gt=OuterRef("number"))
    return Revision.objects.filter(~Exists(later), text__in=keys)


def _latest_translations(keys, language):
    later = Translation.objects.filter(
        revision__text=OuterRef("revision__text"),
        revision__number__gt=OuterRef("revision__number"),
        language=OuterRef("language"),
    )
    return Translation.objects.filter(
        ~Exists(later), revision__text__in=keys, language=language
    ).select_related("revision")
