"""Entries of the skills directory as they would be after the act."""

from lacralo.core.people.models import Person
from members.enums.skills import Audience, Level, SkillField, Willing, WorkingLanguage
from members.models import SkillSheet
from members.services.skills import Skills, describe_skills
from tests.builders import NOW


def described(who: Person, audience: Audience = Audience.EVERYBODY, **said) -> SkillSheet:
    """The person says these things, all for the same audience but for what `audiences` names."""
    audiences = dict.fromkeys(SkillField, audience) | said.pop("audiences", {})
    skills = Skills(
        audiences=audiences,
        **{
            "topics": ("dns-abuse",),
            "languages": {WorkingLanguage.SPANISH: Level.NATIVE},
            "willing": (Willing.DRAFT,),
            "about": "canary-text",
            "hours": 7,
            "country": "PE",
            **said,
        },
    )
    return describe_skills(person=who, skills=skills, has_consented=True, by=who, now=NOW)
