"""Who sees which field of a person's skills, and where nobody covers a topic.  Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lacralo.core.verdicts import Line, Verdict
from members.enums.skills import Audience, Level, SkillBar, SkillField, Willing, WorkingLanguage

#: Whoever works in a language, and whoever grew up with it, can take part in it; reading is not enough.
TAKES_PART = (Level.WORKS, Level.NATIVE)


def audiences_of(*, acts_for_a_member: bool, holds_office: bool) -> frozenset[Audience]:
    """To which audiences a reader belongs; everybody belongs to the widest, officers to all."""
    if holds_office:
        return frozenset(Audience)
    if acts_for_a_member:
        return frozenset({Audience.EVERYBODY, Audience.REPRESENTATIVES})
    return frozenset({Audience.EVERYBODY})


def may_describe(*, is_own: bool, has_consented: bool, says_something: bool) -> Verdict:
    """A person describes themselves only, agrees to it, and says at least one thing."""
    return Verdict(
        (
            Line(SkillBar.NOT_YOUR_SKILLS, is_own),
            Line(SkillBar.NO_CONSENT, has_consented),
            Line(SkillBar.NOTHING_SAID, says_something),
        )
    )


def may_remove(*, is_own: bool) -> Verdict:
    """A person removes their own, whenever they like and without a reason."""
    return Verdict((Line(SkillBar.NOT_YOUR_SKILLS, is_own),))


@dataclass(frozen=True)
class Offer:
    """What one person offers, as far as the reader may see it: what is hidden is absent."""

    topics: frozenset[str] = frozenset()
    languages: Mapping[WorkingLanguage, Level] | None = None
    willing: frozenset[Willing] = frozenset()

    @property
    def takes_part_in(self) -> frozenset[WorkingLanguage]:
        """The languages in which the person can take part in the work."""
        spoken = self.languages or {}
        return frozenset(language for language, level in spoken.items() if level in TAKES_PART)


@dataclass(frozen=True)
class Covered:
    """How many people cover a thing, in all and in each language asked for."""

    key: str
    people: int
    by_language: tuple[tuple[WorkingLanguage, int], ...]

    @property
    def missing(self) -> tuple[WorkingLanguage, ...]:
        """The languages in which nobody does."""
        return tuple(language for language, people in self.by_language if not people)


def covered(
    offers: Iterable[Offer],
    field: SkillField,
    keys: Iterable[str],
    languages: Iterable[WorkingLanguage],
) -> tuple[Covered, ...]:
    """For each topic (or each willingness), how many of these people, and how many in each language."""
    languages, alone, paired = tuple(languages), Counter(), Counter()
    for offer in offers:
        things = offer.topics if field == SkillField.TOPICS else offer.willing
        alone.update(things)
        paired.update((thing, language) for thing in things for language in offer.takes_part_in)
    return tuple(
        Covered(key, alone[key], tuple((language, paired[key, language]) for language in languages))
        for key in keys
    )
