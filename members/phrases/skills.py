"""The words of the skills directory, and the sentences of its acts."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.skills import Audience, Level, SkillAct, SkillBar, SkillField, Willing, WorkingLanguage

FIELD_NAMES = {
    SkillField.TOPICS: _("Topics"),
    SkillField.LANGUAGES: _("Working languages"),
    SkillField.WILLING: _("Willing to"),
    SkillField.ABOUT: _("In their own words"),
    SkillField.HOURS: _("Hours a month"),
    SkillField.COUNTRY: _("Country"),
}

AUDIENCE_NAMES = {
    Audience.EVERYBODY: _("Everybody, also without an account"),
    Audience.REPRESENTATIVES: _("Representatives of members, and officers"),
    Audience.OFFICERS: _("Officers only"),
}

WORKING_LANGUAGE_NAMES = {
    WorkingLanguage.SPANISH: _("Spanish"),
    WorkingLanguage.PORTUGUESE: _("Portuguese"),
    WorkingLanguage.ENGLISH: _("English"),
    WorkingLanguage.FRENCH: _("French"),
    WorkingLanguage.HAITIAN: _("Haitian Creole"),
    WorkingLanguage.DUTCH: _("Dutch"),
}

LEVEL_NAMES = {
    Level.READS: pgettext_lazy("level", "reads it"),
    Level.WORKS: pgettext_lazy("level", "works in it"),
    Level.NATIVE: pgettext_lazy("level", "first language"),
}

WILLING_NAMES = {
    Willing.DRAFT: pgettext_lazy("willing", "Draft texts"),
    Willing.MENTOR: pgettext_lazy("willing", "Mentor newcomers"),
    Willing.TRANSLATE: pgettext_lazy("willing", "Translate or review translations"),
    Willing.ARBITRATE: pgettext_lazy("willing", "Mediate or arbitrate"),
}

ACTS = {
    SkillAct.DESCRIBED: _("A person described their skills for the directory."),
    SkillAct.REMOVED: _("A person removed their skills from the directory."),
}

BARS = {
    SkillBar.NOT_YOUR_SKILLS: Phrase(
        passed=_("These are your own skills."),
        failed=_("Skills are described and removed only by the person themselves."),
        remedy=_("Ask the person."),
    ),
    SkillBar.NO_CONSENT: Phrase(
        passed=_("You agree that the directory shows what you say."),
        failed=_("You have not agreed that the directory shows what you say."),
        remedy=_("Tick that you agree; you can remove everything at any time."),
    ),
    SkillBar.NOTHING_SAID: Phrase(
        passed=_("You say at least one thing about what you can do."),
        failed=_("Nothing is said yet: no topic, no language, no willingness, no text."),
        remedy=_("Say at least one thing, or remove yourself from the directory."),
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
register_phrases(BARS)
