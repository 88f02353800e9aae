"""People describe what they can do, and take it back; with it everything they said is gone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.enums.skills import Audience, Level, SkillAct, SkillField, Willing, WorkingLanguage
from members.models import SkillLine, SkillSheet
from members.permissions.skills import can_remove_skills
from members.rules.skills import may_describe


@dataclass(frozen=True)
class Skills:
    """What a person says of what they can do, and who sees each part; empty where they say nothing."""

    audiences: Mapping[SkillField, Audience]
    topics: tuple[str, ...] = ()
    languages: Mapping[WorkingLanguage, Level] = field(default_factory=dict)
    willing: tuple[Willing, ...] = ()
    about: str = ""
    about_language: str = "es"
    hours: int | None = None
    country: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to find the person by; hours and a country alone are not."""
        return bool(self.topics or self.languages or self.willing or self.about)


@act
def describe_skills(
    *, person: Person, skills: Skills, has_consented: bool, by: Person, now: datetime
) -> SkillSheet:
    """What the person says takes the place of what they said before.  Raises Refused."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    sheet = SkillSheet.objects.filter(person=person).first()
    require(
        may_describe(
            is_own=by.pk == person.pk,
            has_consented=has_consented or sheet is not None,
            says_something=skills.says_something,
        )
    )
    sheet = sheet or SkillSheet(person=person, consented_at=now)
    sheet.about, sheet.about_language = skills.about, skills.about_language
    sheet.hours, sheet.country, sheet.changed_at = skills.hours, skills.country, now
    for which, audience in skills.audiences.items():
        setattr(sheet, f"{which}_audience", audience)
    sheet.save()
    SkillLine.objects.filter(sheet=sheet).delete()
    SkillLine.objects.bulk_create(_lines(sheet, skills))
    record(SkillAct.DESCRIBED, subject=sheet, by=by, at=now)
    return sheet


def _lines(sheet: SkillSheet, skills: Skills) -> list[SkillLine]:
    said = [
        *((SkillField.TOPICS, key, "") for key in skills.topics),
        *((SkillField.LANGUAGES, key, level) for key, level in skills.languages.items()),
        *((SkillField.WILLING, key, "") for key in skills.willing),
    ]
    return [SkillLine(sheet=sheet, field=which, key=key, level=level) for which, key, level in said]


@act
def remove_skills(*, person: Person, by: Person, now: datetime) -> bool:
    """Everything the person said is deleted; whether there was anything.  Raises Refused."""
    require(can_remove_skills(by, person))
    sheet = SkillSheet.objects.select_for_update(of=("self",)).filter(person=person).first()
    if sheet is None:
        return False
    record(SkillAct.REMOVED, subject=sheet, by=by, at=now)
    SkillLine.objects.filter(sheet=sheet).delete()
    sheet.delete()
    return True
