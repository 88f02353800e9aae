"""How all members stand, for everybody: bands, by name, never a ranking."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from members.enums.participation import CreditKind, Standing
from members.models import Credit, Member
from members.rules.parameters import MemberRules
from members.rules.standing import Answer, months_before
from members.selectors.standing import standings_on


@dataclass(frozen=True)
class Band:
    """A member and how it stands."""

    member: Member
    answer: Answer


def bands_on(on: date, rules: MemberRules, *, standing: str = "", country: str = "") -> tuple[Band, ...]:
    """The accredited members by name with their standing on that day; those chosen only."""
    answers = standings_on(on, rules)
    members = Member.objects.accredited_on(on).order_by("search_name", "pk")
    if country:
        members = members.filter(country=country)
    bands = (Band(each, answers[each.pk]) for each in members)
    return tuple(band for band in bands if not standing or band.answer.standing == standing)


def counted(bands: tuple[Band, ...]) -> dict[Standing, int]:
    """How many of them stand how."""
    return {each: sum(band.answer.standing == each for band in bands) for each in Standing}


def public_record(member: Member, *, today: date, months: int = 24) -> dict[CreditKind, int]:
    """How often the member took part in what, over the last months, as far as everybody may know."""
    public = Credit.objects.standing().filter(member=member, is_public=True)
    lately = public.filter(earned_on__gt=months_before(today, months), earned_on__lte=today)
    found = dict(lately.order_by().values_list("kind").annotate(Count("pk")))
    return {kind: found[kind] for kind in CreditKind if kind in found}
