"""The register as it stands, in the field's words: persons, members, representations, terms.

Builders write rows as they would be after the acts; they send no mail and make no chain entry.
Moments are UTC; NOW is the present of the tests, TODAY its day of the rules.
"""

import json
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from conflicts.models import Statement
from lacralo.core.people.models import Person
from members.enums import MemberKind, MemberStatus, Role
from members.models import (
    Body,
    Member,
    Position,
    Profile,
    Representation,
    StatusPeriod,
    SubregionCountry,
    Term,
)
from members.rules.names import search_form, slug_form

NOW = datetime(2026, 3, 3, 14, 0, tzinfo=UTC)
TODAY = date(2026, 3, 3)
LONG_AGO = date(2020, 1, 1)

_DELIVERED = Path(__file__).resolve().parent.parent / "members" / "data"
_number = count(1)


def person(
    name: str = "",
    *,
    email: str | None = "",
    language: str = "en",
    time_zone: str = "America/Lima",
    residence: str = "",
    nationalities: tuple[str, ...] = (),
    **fields,
) -> Person:
    """Somebody the portal knows; with an address of their own unless `email=None`."""
    number = next(_number)
    name = name or f"Person {number}"
    email = f"{slug_form(name)}-{number}@example.org" if email == "" else email
    somebody = Person.objects.create_user(email, name=name, language=language, time_zone=time_zone, **fields)
    if residence or nationalities:
        Profile.objects.create(person=somebody, residence=residence, nationalities=list(nationalities))
    return somebody


def member(
    name: str = "",
    country: str = "PE",
    *,
    status: MemberStatus = MemberStatus.ACCREDITED,
    since: date | None = LONG_AGO,
    kind: MemberKind = MemberKind.ALS,
    **fields,
) -> Member:
    """A member in the register with its present status."""
    name = name or f"Association {next(_number)}"
    entry = Member.objects.create(
        name=name,
        country=country,
        kind=kind,
        search_name=search_form(name),
        slug=f"{slug_form(name)}-{next(_number)}",
        **fields,
    )
    StatusPeriod.objects.create(member=entry, status=status, start=since)
    return entry


def accredited(name: str = "", country: str = "PE", **fields) -> Member:
    """An accredited ALS with a primary representative: it votes."""
    entry = member(name, country, **fields)
    representative(entry)
    return entry


def representative(
    of: Member,
    who: Person | None = None,
    *,
    role: Role = Role.PRIMARY,
    start: date = LONG_AGO,
    end: date | None = None,
) -> Person:
    """A person who acts for the member; the person is made when none is given."""
    who = who or person(f"Representative {next(_number)}")
    Representation.objects.create(member=of, person=who, role=role, start=start, end=end)
    return who


def voter_of(of: Member, *, on: date = TODAY) -> Person:
    """The primary representative who holds the member's vote on a day."""
    return Representation.objects.on(on).holding_the_vote().get(member=of).person


def position(key: str) -> Position:
    """A post of the delivered register (`members/data/bodies.json`)."""
    bodies = json.loads((_DELIVERED / "bodies.json").read_text(encoding="utf-8"))["bodies"]
    for order, body in enumerate(bodies, start=1):
        for place, fields in enumerate(body["positions"], start=1):
            if fields["key"] == key:
                its_body, _ = Body.objects.get_or_create(key=body["key"], defaults={"order": order})
                return Position.objects.get_or_create(
                    key=key, defaults={**fields, "body": its_body, "order": place}
                )[0]
    raise LookupError(key)


def term(
    key: str,
    who: Person | None = None,
    *,
    start: date = date(2025, 11, 1),
    end: date | None = None,
    of: Member | None = None,
    **fields,
) -> Term:
    """A person holds the position named `key`; `of` is the member they came from."""
    return Term.objects.create(
        position=position(key), person=who or person(), start=start, end=end, member=of, **fields
    )


def secretary(who: Person | None = None) -> Person:
    """A person who runs elections: the secretary in office."""
    return term("secretary", who or person("Secretary")).person


def subregions() -> None:
    """The countries of the four sub-regions, as delivered."""
    delivered = json.loads((_DELIVERED / "subregions.json").read_text(encoding="utf-8"))
    SubregionCountry.objects.bulk_create(
        SubregionCountry(country=country, subregion=key, source=delivered["source"])
        for key in "ABCD"
        for country in delivered[key]["countries"]
    )


def statement(
    of: Person, *, on: date = TODAY, incompatibilities: tuple[str, ...] = (), other: str = ""
) -> Statement:
    """A statement of interest on file since `on`."""
    return Statement.objects.create(
        person=of,
        filed_at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
        filed_on=on,
        incompatibilities=[str(each) for each in incompatibilities],
        other_interests=other,
    )


def keeper(name: str = "Keeper") -> Person:
    """A secretary who works in the admin."""
    return secretary(person(name, is_staff=True))
