"""Words for rule sets, articles and parameters, and the sentences of what is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lacralo.core.rulebook.enums import Bar, ContentKind, Impossible, RuleSetStatus, Standing
from lacralo.core.verdicts.phrases import Phrase, register_phrases

STATUS_NAMES = {
    RuleSetStatus.DRAFT: _("Draft"),
    RuleSetStatus.IN_FORCE: _("In force"),
    RuleSetStatus.SUPERSEDED: _("Superseded"),
}

STANDING_NAMES = {
    Standing.DRAFT: _("Draft, not in force"),
    Standing.TO_COME: _("Not yet in force"),
    Standing.GOVERNS: _("In force"),
    Standing.NO_LONGER: _("No longer in force"),
}

CONTENT_KIND_NAMES = {
    ContentKind.TEXT: _("Text"),
    ContentKind.SUMMARY: _("Summary with its source, not the words of the article"),
    ContentKind.NOT_AVAILABLE: _("Text not available"),
}

#: Rule sets that the portal is delivered with; their names are shown in the reader's language.
DELIVERED_NAMES = (
    _("Rules of 2006 and 2007"),
    _("Rules of 2009"),
    _("Rules of 2014"),
    _("Transition of 2019"),
    _("Rules of 2018 and 2020"),
    _("Los Angeles (draft)"),
)


@dataclass(frozen=True)
class Words:
    """How a parameter is called, what it does, and what its values mean."""

    label: str | Promise
    sentence: str | Promise = ""
    values: Mapping[str, str | Promise] = field(default_factory=dict)


_WORDS: dict[str, dict[str, Words]] = {}


def register_words(app: str, words: Mapping[str, Words]) -> None:
    """Teach the rulebook the words of an app's parameters, by key (called when its `phrases` is imported)."""
    _WORDS.setdefault(app, {}).update(words)


def words_of(app: str, key: str) -> Words:
    """The words of a parameter; for one without, a label made of its key."""
    return _WORDS.get(app, {}).get(key) or Words(label=key.replace("_", " ").capitalize())


def value_in_words(app: str, key: str, value: object) -> str:
    """A stored value of a parameter as a reader says it: "yes", "nationality, ALS", "1/2"."""
    words = words_of(app, key).values
    if isinstance(value, bool):
        return str(words.get(str(value).lower(), _("yes") if value else _("no")))
    if value is None or value in ([], {}, ""):
        return str(words.get("", _("none")))
    if isinstance(value, list):
        return ", ".join(value_in_words(app, key, item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {value_in_words(app, key, item)}" for name, item in value.items())
    return str(words.get(str(value), value))


APP_NAMES = {
    "members": _("Members and participation"),
    "conflicts": _("Conflicts of interest"),
    "elections": _("Elections and decisions"),
    "policy": _("Policy contributions"),
    "disputes": _("Disputes and appeals"),
}

register_phrases(
    {
        Impossible.UNKNOWN_APP: Phrase(
            passed=_("“%(field)s” has parameters."),
            failed=_("“%(field)s” has no parameters: no part of the portal declared any."),
        ),
        Impossible.UNKNOWN_KEY: Phrase(
            passed=_("“%(field)s” is a parameter."),
            failed=_("“%(field)s” is no parameter that the portal knows."),
        ),
        Impossible.WRONG_KIND: Phrase(
            passed=_("“%(field)s” can be “%(value)s”."),
            failed=_("“%(field)s” cannot be “%(value)s”: that is not of the right kind (%(kind)s)."),
        ),
        Impossible.NOT_PERMITTED: Phrase(
            passed=_("“%(field)s” can be “%(value)s”."),
            failed=_("“%(field)s” cannot be “%(value)s”; it can be: %(permitted)s."),
        ),
        Impossible.TOO_SMALL: Phrase(
            passed=_("“%(field)s” can be “%(value)s”."),
            failed=_("“%(field)s” cannot be “%(value)s”: the least is %(bound)s."),
        ),
        Impossible.TOO_LARGE: Phrase(
            passed=_("“%(field)s” can be “%(value)s”."),
            failed=_("“%(field)s” cannot be “%(value)s”: the most is %(bound)s."),
        ),
        Impossible.DO_NOT_FIT: Phrase(
            passed=_("The values of “%(field)s” fit together."),
            failed=_("The values of “%(field)s” do not fit together: %(why)s."),
        ),
        Bar.PUBLISHED: Phrase(
            passed=_("The rule set is still a draft."),
            failed=_("The rule set is published, and a published rule set never changes."),
            remedy=_("Draft the next rule set from this one."),
        ),
        Bar.NO_FIRST_DAY: Phrase(
            passed=_("The first day in force is set."),
            failed=_("The rule set has no first day in force."),
            remedy=_("Give the draft its first day in force."),
        ),
        Bar.IN_THE_PAST: Phrase(
            passed=_("The rule set does not reach back into the past."),
            failed=_("The rule set would be in force from %(first_day)s, a day that is already past."),
            remedy=_("Choose today or a later day: what was decided stays under the rules of its day."),
        ),
        Bar.OVERLAP: Phrase(
            passed=_("No other rule set is in force on those days."),
            failed=_("Another rule set, “%(other)s”, would be in force on the same days."),
            remedy=_("Choose a first day after %(last_day)s."),
        ),
        Bar.NO_VERSIONS: Phrase(
            passed=_("The rule set says which documents are in force together."),
            failed=_("The rule set names no document."),
            remedy=_("Add the versions of the documents that are in force together."),
        ),
        Bar.LABEL_TAKEN: Phrase(
            passed=_("No other rule set has this label."),
            failed=_("Another rule set is already called “%(slug)s” in addresses."),
            remedy=_("Choose another label."),
        ),
        Bar.NOT_THE_KEEPER: Phrase(
            passed=_("You keep the rulebook."),
            failed=_("Only staff who keep the rulebook draft, change and publish rule sets."),
            remedy=_("Propose the change as a motion, or ask the secretary."),
        ),
        Bar.NO_REASON: Phrase(
            passed=_("A reason is given."),
            failed=_("No reason is given for the change."),
            remedy=_("Say why, in a sentence that members can read."),
        ),
    }
)
