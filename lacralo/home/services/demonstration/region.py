"""The region of the demonstration: LACRALO's real countries and numbers, invented members and people."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.people.services import register_person, set_admin_access
from members.enums import MemberStatus, Role
from members.models import Member, Position
from members.rules.names import slug_form
from members.rules.offices import expected_end
from members.selectors.directory import subregion_of_countries
from members.services.members import register_member
from members.services.offices import begin_term
from members.services.profiles import change_profile
from members.services.representation import begin_representation

DATA = Path(__file__).resolve().parent.parent.parent / "data"
_SOURCE = "Demo"
#: How long the present representatives have acted when the demonstration begins.
_SINCE = timedelta(days=500)
#: Who holds an office, as (country, place among its alternates); the others belong to no member.
_OFFICES = {
    "chair": ("BR", 0),
    "chair_elect": ("TT", 0),
    "secretary": ("MX", 0),
    "secretary_elect": ("EC", 0),
    "alac_even": ("AR", 0),
    "alac_odd": ("CO", 0),
    "nomcom": ("JM", 0),
    "ethics_member": ("CR", 0),
    "scrutineer": ("PY", 0),
}
_UNATTACHED = (
    ("Doris Demo-Elders", "elder", "GT", "es"),
    ("Hubert Demo-Elders", "elder", "DM", "en"),
    ("Conceição Demo-Elders", "elder", "BR", "pt-br"),
    ("Ramiro Demo-Ethics", "ethics_member", "BO", "es"),
    ("Yolanda Demo-Scrutineer", "scrutineer", "HN", "es"),
    ("Everton Demo-Scrutineer", "scrutineer", "BS", "en"),
)
_SCRUTINEERS = [name for name, office, *_ in _UNATTACHED if office == "scrutineer"]


@dataclass
class Seat:
    """A member and the people who act for it."""

    member: Member
    primary: Person
    alternates: list[Person] = field(default_factory=list)


@dataclass
class Region:
    """Everybody of the demonstration, as the script of the elections needs them."""

    seats: dict[str, list[Seat]]
    offices: dict[str, Person]
    standing: set[Person] = field(default_factory=set)

    @property
    def secretary(self) -> Person:
        """Who runs the elections."""
        return self.offices["secretary"]

    @property
    def scrutineers(self) -> list[Person]:
        """Who holds the codes of every secret vote."""
        return [self.offices["scrutineer"], *(self.offices[name] for name in _SCRUTINEERS)]

    @property
    def observer(self) -> Person:
        """Who watches the secret votes."""
        return self.offices[_UNATTACHED[0][0]]

    def hopeful(self, subregion: str, *, country: str = "", besides: str = "") -> tuple[Seat, Person] | None:
        """Somebody of the sub-region who neither holds an office nor stands yet; None when nobody is left.

        `country` asks for one country, `besides` leaves one out.
        """
        taken = set(self.offices.values()) | self.standing
        countries = [each for each in self.countries_of(subregion) if each != besides]
        for seat, person in _one_of_each([self._people_of(each) for each in countries]):
            if person not in taken and country in ("", seat.member.country.code):
                self.standing.add(person)
                return seat, person
        return None

    def _people_of(self, country: str) -> list[tuple[Seat, Person]]:
        return [(seat, who) for seat in self.seats[country] for who in (seat.primary, *seat.alternates)]

    def countries_of(self, subregion: str) -> list[str]:
        """The countries of the roll that lie in a sub-region."""
        subregions = subregion_of_countries()
        return [country for country in self.seats if subregions[country] == subregion]


def _one_of_each(countries: list[list]) -> list:
    """The first of every country, then the second of every country, and so on."""
    longest = max((len(people) for people in countries), default=0)
    return [people[place] for place in range(longest) for people in countries if place < len(people)]


def told(name: str) -> dict:
    """A data file of the demonstration."""
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def found_region(*, nomcom_appointee_from: str, turnover: date, now: datetime) -> Region:
    """Register members, people, representations and offices as they are when the demonstration begins.

    `nomcom_appointee_from` is the country of the ALAC member whom the NomCom appointed; on `turnover`
    the terms of the elected officers end.
    """
    names = told("demonstration")
    seats = {
        country["code"]: _country(country, names["first_names"][country["language"]], now)
        for country in names["countries"].values()
    }
    for other in names["others"]:
        status, reason = MemberStatus(other["status"]), other["reason"]
        register_member(
            name=other["name"], country=other["code"], status=status, reason=reason, by=None, now=now,
            status_start=None if status == MemberStatus.UNVERIFIED else statute_day(now) - _SINCE,
        )  # fmt: skip
    return Region(seats, _offices(seats, nomcom_appointee_from, turnover, now))


def _country(country: dict, first_names: list[str], now: datetime) -> list[Seat]:
    code, since = country["code"], statute_day(now) - _SINCE
    offset = sum(map(ord, code))
    firsts = cycle(first_names[offset % len(first_names) :] + first_names[: offset % len(first_names)])
    people = [
        _person(f"{next(firsts)} Demo-{surname}", code, country["language"], country["zone"], now)
        for surname in country["surnames"]
    ]
    seats = []
    for name, primary in zip(country["members"], people, strict=False):
        member = register_member(
            name=name, country=code, status=MemberStatus.ACCREDITED, reason=_SOURCE, status_start=since,
            accredited_on=str(since.year - 4), website="https://www.example.org/", by=None, now=now,
        )  # fmt: skip
        _begin(member, primary, Role.PRIMARY, since, now)
        seats.append(Seat(member, primary))
    for alternate, seat in zip(people[len(seats) :], cycle(seats), strict=False):
        _begin(seat.member, alternate, Role.ALTERNATE, since, now)
        seat.alternates.append(alternate)
    return seats


def _person(name: str, country: str, language: str, zone: str, now: datetime) -> Person:
    address = f"{slug_form(name)}.{country.lower()}@example.org"
    person = register_person(name=name, email=address, language=language, time_zone=zone, by=None, now=now)
    change_profile(
        person=person, name=name, language=language, time_zone=zone, residence=country,
        nationalities=[country], gender="", activities="", by=person, now=now,
    )  # fmt: skip
    return person


def _begin(member: Member, person: Person, role: Role, since: date, now: datetime) -> None:
    begin_representation(member=member, person=person, role=role, start=since, by=None, now=now)


def _offices(
    seats: dict[str, list[Seat]], nomcom_appointee_from: str, turnover: date, now: datetime
) -> dict[str, Person]:
    holders: dict[str, Person] = {}
    for key, (country, place) in _OFFICES.items():
        seat, person = [(seat, who) for seat in seats[country] for who in seat.alternates][place]
        _take_office(key, person, seat.member, turnover, now)
        holders[key] = person
    for name, key, country, language in _UNATTACHED:
        person = _person(name, country, language, "UTC", now)
        _take_office(key, person, None, turnover, now)
        holders[name] = person
    appointee = _person("Alma Demo-NomCom", nomcom_appointee_from, "es", "UTC", now)
    _take_office("alac_nomcom", appointee, None, turnover, now)
    support = _person("Silvia Demo-Staff", "US", "en", "UTC", now)
    _take_office("support", support, None, turnover, now)
    set_admin_access(person=support, is_staff=True, by=None, now=now)
    return holders | {"alac_nomcom": appointee, "support": support}


def _take_office(key: str, person: Person, member: Member | None, turnover: date, now: datetime) -> None:
    position = Position.objects.get(key=key)
    start, end = statute_day(now) - timedelta(days=120), None
    if position.term_months:
        start, end = expected_end(turnover, -position.term_months), turnover
    begin_term(
        position=position, person=person, member=member, source=_SOURCE, start=start, end=end,
        by=None, now=now,
    )  # fmt: skip
