"""The skills directory as one reader may see it: list, page and file are made of the same facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, QuerySet

from lacralo.core.people.models import Person
from members.enums.skills import Audience, Level, SkillField, Willing, WorkingLanguage
from members.models import Representation, SkillLine, SkillSheet, Term
from members.phrases.topics import TOPICS
from members.rules.names import search_form
from members.rules.skills import Covered, Offer, audiences_of, covered
from members.selectors.representation import ACTING

#: The languages in which LACRALO works.
PORTAL_LANGUAGES = tuple(WorkingLanguage)[:4]


@dataclass(frozen=True)
class Reader:
    """Somebody who reads the directory, and the audiences to which they belong."""

    person: Person | None
    audiences: frozenset[Audience]

    def may_see(self, sheet: SkillSheet, which: SkillField) -> bool:
        """Whether the field is for them: it is their own, or they belong to its audience."""
        is_own = self.person is not None and sheet.person_id == self.person.pk
        return is_own or sheet.audience_of(which) in self.audiences


def reader(person: Person | None, *, on: date) -> Reader:
    """The audiences of a person on that day (UTC): who acts for a member, who holds a protected office."""
    if person is None:
        return Reader(None, audiences_of(acts_for_a_member=False, holds_office=False))
    acts = Representation.objects.on(on).filter(person=person, role__in=ACTING).exists()
    offices = Term.objects.on(on).filter(person=person, position__is_protected=True)
    return Reader(
        person,
        audiences_of(acts_for_a_member=acts, holds_office=person.is_superuser or offices.exists()),
    )


@dataclass(frozen=True)
class Shown:
    """What one reader sees of one person; what they may not see is as if it were not said."""

    sheet_id: int
    name: str
    is_own: bool
    members: tuple[str, ...]
    topics: tuple[str, ...] = ()
    languages: Mapping[WorkingLanguage, Level] = field(default_factory=dict)
    willing: tuple[Willing, ...] = ()
    about: str = ""
    about_language: str = ""
    hours: int | None = None
    country: str = ""

    @property
    def offer(self) -> Offer:
        """What counts for the coverage."""
        return Offer(frozenset(self.topics), self.languages, frozenset(self.willing))


def skills_seen_by(
    who: Reader, *, on: date, topic: str = "", language: str = "", willing: str = "", country: str = ""
) -> list[Shown]:
    """The people of the directory by name, with what the reader may see of each; three queries.

    Each filter looks only where the reader may look.
    """
    sheets = _visible_sheets(who, on)
    asked = {
        SkillField.TOPICS: topic,
        SkillField.LANGUAGES: language,
        SkillField.WILLING: willing,
        SkillField.COUNTRY: country,
    }
    for which, key in asked.items():
        if key:
            sheets = sheets.saying(which, key, who.person, who.audiences)
    acting = _members_of(sheets, on)
    shown = [_shown(sheet, who, acting.get(sheet.person_id, ())) for sheet in sheets]
    return sorted(shown, key=lambda each: (search_form(each.name), each.sheet_id))


def skills_of(pk: int, who: Reader, *, on: date) -> Shown | None:
    """What the reader may see of one person of the directory; None when there is nothing to see."""
    sheet = _visible_sheets(who, on).filter(pk=pk).first()
    if sheet is None:
        return None
    return _shown(sheet, who, _members_of([sheet], on).get(sheet.person_id, ()))


def own_skills(person: Person) -> SkillSheet | None:
    """The person's own sheet with its lines; None when they are not in the directory."""
    return SkillSheet.objects.filter(person=person).prefetch_related("lines").first()


def coverage_of_topics(shown: Iterable[Shown]) -> tuple[Covered, ...]:
    """How many of these people work on each topic, and in which of the portal's languages."""
    return covered((each.offer for each in shown), SkillField.TOPICS, TOPICS, PORTAL_LANGUAGES)


def coverage_of_willingness(shown: Iterable[Shown]) -> tuple[Covered, ...]:
    """How many of these people are willing to do each thing, and in which of the portal's languages."""
    return covered((each.offer for each in shown), SkillField.WILLING, Willing, PORTAL_LANGUAGES)


def _visible_sheets(who: Reader, on: date) -> QuerySet[SkillSheet]:
    lines = Prefetch("lines", SkillLine.objects.order_by("pk"))
    sheets = SkillSheet.objects.visible_to(who.person, who.audiences)
    return sheets.select_related("person").prefetch_related(lines)


def _members_of(sheets: Iterable[SkillSheet], on: date) -> dict[int, tuple[str, ...]]:
    """The names of the members for which each person acts; public in the register."""
    acting = Representation.objects.on(on).filter(
        person__in=[each.person_id for each in sheets], role__in=ACTING
    )
    found: dict[int, tuple[str, ...]] = {}
    for person, name in acting.order_by("member__search_name").values_list("person", "member__name"):
        found[person] = (*found.get(person, ()), name)
    return found


def _shown(sheet: SkillSheet, who: Reader, members: tuple[str, ...]) -> Shown:
    seen = {which for which in SkillField if who.may_see(sheet, which)}
    lines = [line for line in sheet.lines.all() if line.field in seen]
    keys = {which: [line.key for line in lines if line.field == which] for which in SkillField}
    has_text = SkillField.ABOUT in seen
    return Shown(
        sheet_id=sheet.pk,
        name=sheet.person.name,
        is_own=who.person is not None and sheet.person_id == who.person.pk,
        members=members,
        topics=tuple(keys[SkillField.TOPICS]),
        languages={WorkingLanguage(each.key): Level(each.level) for each in lines if each.level},
        willing=tuple(Willing(key) for key in keys[SkillField.WILLING]),
        about=sheet.about if has_text else "",
        about_language=sheet.about_language if has_text else "",
        hours=sheet.hours if SkillField.HOURS in seen else None,
        country=(sheet.country.code or "") if SkillField.COUNTRY in seen else "",
    )
