"""Words for the languages and for the states of a translation."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.texts.enums import Bar, Divergence, Language, TranslationStatus
from lacralo.core.verdicts.phrases import Phrase, register_phrases

LANGUAGE_NAMES = {
    Language.SPANISH: _("Spanish"),
    Language.PORTUGUESE: _("Portuguese"),
    Language.ENGLISH: _("English"),
    Language.FRENCH: _("French"),
}

TRANSLATION_STATUS_NAMES = {
    TranslationStatus.DRAFT: _("Translation not yet reviewed"),
    TranslationStatus.MACHINE: _("Machine translation"),
    TranslationStatus.REVIEWED: _("Reviewed translation"),
}

register_phrases(
    {
        Bar.SAME_LANGUAGE: Phrase(
            passed=_("The text was written in another language."),
            failed=_("The text was written in this language: write a new revision instead."),
        ),
        Bar.REVIEWED_BEFORE: Phrase(
            passed=_("No reviewed translation is lost."),
            failed=_("A reviewed translation is there already; only a reviewed one can take its place."),
        ),
        Divergence.PARAGRAPHS: Phrase(
            passed=_("Both versions have %(original)s paragraphs."),
            failed=_("The original has %(original)s paragraphs, the translation %(translation)s."),
        ),
        Divergence.NUMBERING: Phrase(
            passed=_("Paragraph %(paragraph)s has the same number in both versions."),
            failed=_(
                "Paragraph %(paragraph)s is numbered “%(original)s” in the original and "
                "“%(translation)s” in the translation."
            ),
        ),
    }
)
