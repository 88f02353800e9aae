"""Acts on texts: begin one, revise it, translate a revision."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from lacralo.core.audit import Act, act, record
from lacralo.core.audit.links import digest_of
from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language, TranslationStatus
from lacralo.core.texts.models import Revision, Text, Translation
from lacralo.core.texts.rules.translations import may_translate
from lacralo.core.verdicts import Refused, Verdict


class CannotTranslate(Refused):
    """The translation was not kept; the verdict says why."""

    def __init__(self, verdict: Verdict):
        super().__init__(verdict)


@act
def write_text(*, language: Language | str, body: str, by: Person | None, now: datetime) -> Text:
    """Something is written for the first time, in its original language."""
    text = Text.objects.create(original_language=Language(language))
    write_revision(text=text, body=body, by=by, now=now)
    return text


@act
def write_revision(*, text: Text, body: str, by: Person | None, now: datetime) -> Revision:
    """The next wording in the original language; every translation so far is now out of date."""
    text = Text.objects.select_for_update(of=("self",)).get(pk=text.pk)
    number = text.revisions.count() + 1
    revision = text.revisions.create(number=number, body=body, written_by=by, written_at=now)
    record(Act.REVISION_WRITTEN, subject=revision, by=by, at=now, digest=digest_of(body))
    return revision


@act
def translate_revision(
    *,
    revision: Revision,
    language: Language | str,
    body: str,
    status: TranslationStatus | str,
    by: Person | None,
    now: datetime,
) -> Translation:
    """What a revision says in another language; a later call for the same language replaces the body.

    Raises CannotTranslate.
    """
    text = Text.objects.select_for_update(of=("self",)).get(pk=revision.text_id)
    there = Translation.objects.filter(revision=revision, language=language).first()
    verdict = may_translate(
        original=Language(text.original_language),
        into=Language(language),
        status=TranslationStatus(status),
        replaced=TranslationStatus(there.status) if there else None,
    )
    if not verdict:
        raise CannotTranslate(verdict)

    translation = there or Translation(revision=revision, language=Language(language))
    translation.body, translation.status = body, TranslationStatus(status)
    translation.by, translation.at = by, now
    translation.save()

    record(Act.REVISION_TRANSLATED, subject=translation, by=by, at=now, digest=digest_of(body))
    return translation


@dataclass(frozen=True)
class Wording:
    """What a delivered file says: the original language, the body, and translations by language."""

    language: str
    body: str
    translations: Mapping[str, str] = field(default_factory=dict)


def keep_wording(text: Text | None, wording: Wording, *, by: Person | None, now: datetime) -> Text:
    """Part of an act that records a whole document: its one entry in the chain covers these writes.

    A wording that a person signed in the portal stays; translations arrive as not yet reviewed.
    """
    text = text or Text.objects.create(original_language=Language(wording.language))
    latest = text.revisions.order_by("-number").first()
    if latest is None or (latest.written_by_id is None and latest.body != wording.body):
        number = latest.number + 1 if latest else 1
        latest = text.revisions.create(number=number, body=wording.body, written_by=by, written_at=now)
    if latest.body == wording.body:
        for language, body in wording.translations.items():
            _keep_translation(latest, Language(language), body, by=by, now=now)
    return text


def _keep_translation(revision: Revision, language: Language, body: str, *, by, now) -> None:
    there = Translation.objects.filter(revision=revision, language=language).first()
    if there and (there.by_id or there.body == body):
        return
    translation = there or Translation(revision=revision, language=language)
    translation.body, translation.status, translation.by, translation.at = (
        body,
        TranslationStatus.DRAFT,
        by,
        now,
    )
    translation.save()
