"""Which translation may be kept.  Pure."""

from lacralo.core.texts.enums import Bar, Language, TranslationStatus
from lacralo.core.verdicts import Line, Verdict


def may_translate(
    *,
    original: Language,
    into: Language,
    status: TranslationStatus,
    replaced: TranslationStatus | None,
) -> Verdict:
    """Whether a translation with `status` may be kept beside, or in place of, the one there is.

    A text is not translated into its own language, and what a person has reviewed gives way only to
    another reviewed translation.
    """
    downgrades = replaced == TranslationStatus.REVIEWED and status != TranslationStatus.REVIEWED
    return Verdict(
        (
            Line(Bar.SAME_LANGUAGE, passed=into != original),
            Line(Bar.REVIEWED_BEFORE, passed=not downgrades),
        )
    )
