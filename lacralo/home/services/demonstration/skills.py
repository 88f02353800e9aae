"""Invented people of the demonstration say what they work on, each to whom they like."""

from datetime import datetime

from lacralo.home.services.demonstration.region import Region
from members.enums.skills import Audience, Level, SkillField, Willing, WorkingLanguage
from members.services.skills import Skills, describe_skills

_OPEN = dict.fromkeys(SkillField, Audience.EVERYBODY)
_USUAL = _OPEN | {
    SkillField.WILLING: Audience.REPRESENTATIVES,
    SkillField.ABOUT: Audience.REPRESENTATIVES,
    SkillField.HOURS: Audience.OFFICERS,
    SkillField.COUNTRY: Audience.REPRESENTATIVES,
}
_AMONG_US = dict.fromkeys(SkillField, Audience.REPRESENTATIVES)
_DISCREET = dict.fromkeys(SkillField, Audience.OFFICERS)

_NATIVE, _WORKS, _READS = Level.NATIVE, Level.WORKS, Level.READS
_ES, _PT, _EN, _FR, _HT, _NL = WorkingLanguage
#: Country and place among its members; audiences; topics; languages; willing; hours; text in its language.
_SAID = (
    ("AR", 0, _USUAL, ("dns-abuse", "consumer-protection"), {_ES: _NATIVE, _EN: _WORKS},
     (Willing.DRAFT,), 8, "Doy talleres sobre fraude en línea para asociaciones de consumidores."),
    ("BR", 0, _OPEN, ("registration-data", "human-rights"), {_PT: _NATIVE, _ES: _WORKS, _EN: _READS},
     (Willing.DRAFT, Willing.TRANSLATE), 6, "Acompanho a proteção de dados e reviso traduções."),
    ("TT", 0, _USUAL, ("new-gtlds", "icann-governance", "lac-strategy"), {_EN: _NATIVE},
     (Willing.MENTOR,), 4, "I followed the last round of new gTLDs and can explain it to newcomers."),
    ("HT", 0, _AMONG_US, ("digital-divide", "capacity-building"), {_HT: _NATIVE, _FR: _NATIVE, _EN: _READS},
     (Willing.TRANSLATE,), 5, "Je forme des associations de quartier à l'usage d'Internet."),
    ("MX", 0, _USUAL, ("accessibility", "youth"), {_ES: _NATIVE, _EN: _WORKS},
     (Willing.MENTOR, Willing.DRAFT), 10, "Trabajo en accesibilidad de sitios públicos."),
    ("CO", 0, _DISCREET, ("lacralo-rules", "icann-governance"), {_ES: _NATIVE, _EN: _WORKS},
     (Willing.ARBITRATE,), 3, "He mediado en conflictos de organizaciones sociales."),
    ("PE", 0, _OPEN, ("idn-universal-acceptance", "cctlds"), {_ES: _NATIVE}, (), None, ""),
)  # fmt: skip


def people_describe_their_skills(region: Region, *, now: datetime) -> None:
    """Some representatives fill in the skills directory, with audiences from everybody to officers only."""
    for country, place, audiences, topics, languages, willing, hours, about in _SAID:
        seats = region.seats.get(country, [])
        if place >= len(seats):
            continue
        person = seats[place].primary
        skills = Skills(
            audiences=audiences,
            topics=topics,
            languages=languages,
            willing=willing,
            about=about,
            about_language=person.language,
            hours=hours,
            country=country,
        )
        describe_skills(person=person, skills=skills, has_consented=True, by=person, now=now)
