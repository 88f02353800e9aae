"""How all members stand, for everybody: bands, by name, never a ranking."""

from dataclasses import dataclass
from datetime import date

from members.enums.participation import Standing
from members.models import Member
from members.rules.parameters import MemberRules
from members.rules.standing import Answer
from members.selectors.standing import standings_on


@dataclass(frozen=True)
class Band:
    """A member and how it stands."""

    member: Member
    answer: Answer


def bands_on(on: date, rules: MemberRules, *, standing: str = "", country: str = "") -> tuple[Band, ...]:
    """The accredited members by name with their standing on that day; those chosen only."""
    answers = standings_on(on, rules)
    members = Member.objects.measured().accredited_on(on).order_by("search_name", "pk")
    if country:
        members = members.filter(country=country)
    bands = (Band(each, answers[each.pk]) for each in members)
    return tuple(band for band in bands if not standing or band.answer.standing == standing)


def counted(bands: tuple[Band, ...]) -> dict[Standing, int]:
    """How many of them stand how."""
    return {each: sum(band.answer.standing == each for band in bands) for each in Standing}
