"""Codes become sentences: each app registers its own, one for passed and one for not passed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise

from lacralo.core.verdicts import Line, Verdict


@dataclass(frozen=True)
class Phrase:
    """The two sentences of a code; `%(name)s` in them is filled from the facts of the line.

    `remedy` says what would change a refusal, and whom to ask.  `words` turns facts that are codes
    (a country, a step of a calendar) into words of the reader's language.
    """

    passed: str | Promise
    failed: str | Promise
    remedy: str | Promise = ""
    words: Mapping[str, Callable[[object], object]] = field(default_factory=dict)


_PHRASES: dict[StrEnum, Phrase] = {}


class NoPhrase(LookupError):
    """A code without a sentence: a defect, found by the tests before any reader."""


def register_phrases(phrases: Mapping[StrEnum, Phrase]) -> None:
    """Teach the portal the sentences of an app's codes (called when its `phrases` is imported)."""
    _PHRASES.update(phrases)


def registered_phrases() -> Mapping[StrEnum, Phrase]:
    """Every code that has a sentence."""
    return dict(_PHRASES)


def phrase_of(code: StrEnum) -> Phrase:
    """The sentences of a code.

    Raises NoPhrase when the app never registered one.
    """
    try:
        return _PHRASES[code]
    except KeyError:
        raise NoPhrase(f"{type(code).__name__}.{code.name}") from None


def _filled(phrase: Phrase, sentence: str | Promise, facts: Mapping[str, object]) -> str:
    if not facts:
        return str(sentence)
    plain = {name: phrase.words[name](fact) if name in phrase.words else fact for name, fact in facts.items()}
    return str(sentence) % plain


def sentence(line: Line) -> str:
    """The line as a sentence in the active language."""
    phrase = phrase_of(line.code)
    return _filled(phrase, phrase.passed if line.passed else phrase.failed, line.facts)


def remedy(line: Line) -> str:
    """What would change a refusal; empty for a line that passed."""
    phrase = phrase_of(line.code)
    return "" if line.passed else _filled(phrase, phrase.remedy, line.facts)


def sentences(verdict: Verdict) -> str:
    """Why not, in one paragraph: the sentences of the bars."""
    return " ".join(sentence(line) for line in verdict.bars)
