"""Where the members of a day are."""

from datetime import date

from members.enums import MemberKind
from members.models import Member
from members.rules.coverage import Area, coverage
from members.selectors.directory import subregion_of_countries, with_status_and_subregion


def coverage_on(day: date) -> tuple[Area, ...]:
    """The ALSes of each country and sub-region as on that day (UTC); two queries."""
    structures = with_status_and_subregion(Member.objects.filter(kind=MemberKind.ALS), on=day)
    return coverage(structures.values_list("country", "status_key"), subregion_of_countries())


def without_country() -> int:
    """How many ALSes are in the register without a country: they are in no area, and on no roll."""
    return Member.objects.filter(kind=MemberKind.ALS, country="").count()
