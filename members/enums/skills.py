"""The words of the skills directory.  Pure."""

from enum import StrEnum


class SkillField(StrEnum):
    """What a person may say of what they can do; each says on its own who sees it."""

    TOPICS = "topics"
    LANGUAGES = "languages"
    WILLING = "willing"
    ABOUT = "about"
    HOURS = "hours"
    COUNTRY = "country"


#: The fields that hold several things.
MANY = (SkillField.TOPICS, SkillField.LANGUAGES, SkillField.WILLING)


class Audience(StrEnum):
    """Who sees a field, from the widest to the narrowest."""

    EVERYBODY = "everybody"
    REPRESENTATIVES = "representatives"
    OFFICERS = "officers"


class WorkingLanguage(StrEnum):
    """The languages of the region in which people work: the portal's four, and two of the Caribbean."""

    SPANISH = "es"
    PORTUGUESE = "pt-br"
    ENGLISH = "en"
    FRENCH = "fr"
    HAITIAN = "ht"
    DUTCH = "nl"


class Level(StrEnum):
    """How well a person works in a language."""

    READS = "reads"
    WORKS = "works"
    NATIVE = "native"


class Willing(StrEnum):
    """What a person is willing to be asked for."""

    DRAFT = "draft"
    MENTOR = "mentor"
    TRANSLATE = "translate"
    ARBITRATE = "arbitrate"


class SkillAct(StrEnum):
    """What is done to the directory."""

    DESCRIBED = "members.skills_described"
    REMOVED = "members.skills_removed"


class SkillBar(StrEnum):
    """Why skills are not written down."""

    NOT_YOUR_SKILLS = "members.not_your_skills"
    NO_CONSENT = "members.skills_without_consent"
    NOTHING_SAID = "members.skills_say_nothing"
