"""Where LACRALO has members and where it has none: countries and sub-regions, counted.  Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from members.enums import MemberStatus, Reach, Subregion


@dataclass(frozen=True)
class Country:
    """A country, and how many ALSes it has: accredited, and of any other status or none."""

    code: str
    accredited: int
    others: int

    @property
    def reach(self) -> Reach:
        """Whether it has an accredited ALS, only others, or none at all."""
        if self.accredited:
            return Reach.COVERED
        return Reach.NOT_ACCREDITED if self.others else Reach.NOBODY


@dataclass(frozen=True)
class Area:
    """A sub-region with its countries, in the order of their codes; None are countries without one."""

    subregion: Subregion | None
    countries: tuple[Country, ...]

    @property
    def covered(self) -> int:
        """How many of its countries have an accredited ALS."""
        return sum(country.reach == Reach.COVERED for country in self.countries)

    @property
    def accredited(self) -> int:
        """How many accredited ALSes it has."""
        return sum(country.accredited for country in self.countries)

    @property
    def others(self) -> int:
        """How many ALSes of any other status, or of none, it has."""
        return sum(country.others for country in self.countries)


def coverage(members: Iterable[tuple[str, str]], subregions: Mapping[str, Subregion]) -> tuple[Area, ...]:
    """The sub-regions in their order, then the countries of members that are in none.

    `members` are country and status of each ALS, both empty where they are not known; `subregions` names
    every country of the region.  An ALS without a country is in no area.
    """
    counted = Counter((country, status == MemberStatus.ACCREDITED) for country, status in members if country)
    codes = {country for country, _ in counted}
    areas = {each: sorted(code for code, of in subregions.items() if of == each) for each in Subregion}
    elsewhere = sorted(codes - subregions.keys())
    return tuple(
        Area(subregion, tuple(Country(code, counted[code, True], counted[code, False]) for code in within))
        for subregion, within in (*areas.items(), *([(None, elsewhere)] if elsewhere else []))
    )
