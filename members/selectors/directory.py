"""The directory of members: who is in the register on a day, and where."""

from datetime import date

from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from members.enums import Subregion
from members.models import Member, StatusPeriod, SubregionCountry
from members.rules.names import search_form


def with_status_and_subregion(members: QuerySet[Member], *, on: date) -> QuerySet[Member]:
    """The members with `status_key` and `subregion_key` as on that day; empty where there is none."""
    periods = StatusPeriod.objects.on(on).filter(member=OuterRef("pk")).order_by("-start")
    countries = SubregionCountry.objects.filter(country=OuterRef("country"))
    return members.annotate(
        status_key=_or_empty(periods.values("status")[:1]),
        subregion_key=_or_empty(countries.values("subregion")[:1]),
    )


def _or_empty(query):
    return Coalesce(Subquery(query), Value(""), output_field=CharField())


def directory(
    *, on: date, search: str = "", country: str = "", subregion: str = "", status: str = ""
) -> QuerySet[Member]:
    """The members by name, as on that day; `search` is blind to accents and case.

    The entry of the joint vote is none of them.
    """
    wanted = {"country": country, "subregion_key": subregion, "status_key": status}
    words = Q(*[("search_name__contains", word) for word in search_form(search).split()])
    members = with_status_and_subregion(Member.objects.measured().filter(words), on=on)
    return members.filter(**{field: value for field, value in wanted.items() if value}).order_by(
        "search_name", "pk"
    )


def countries_of_members() -> list[str]:
    """The codes of the countries that have a member, whatever its status."""
    return list(Member.objects.exclude(country="").order_by().values_list("country", flat=True).distinct())


def subregion_of_countries() -> dict[str, Subregion]:
    """The sub-region of each country that has one; one query."""
    return {
        country: Subregion(subregion)
        for country, subregion in SubregionCountry.objects.values_list("country", "subregion")
    }


def status_history(member: Member) -> QuerySet[StatusPeriod]:
    """The member's periods of status, newest first; one without a known beginning is the oldest."""
    return StatusPeriod.objects.filter(member=member).newest_first()
