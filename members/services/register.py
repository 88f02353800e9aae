"""The delivered register: bodies, their posts, and the countries of the sub-regions."""

import json
from datetime import datetime
from pathlib import Path

from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from members.enums import Act, Subregion
from members.models import Body, Position, SubregionCountry
from members.services.subregions import assign_subregion

DATA = Path(__file__).resolve().parent.parent / "data"


@act
def load_register(*, by: Person | None, now: datetime) -> int:
    """Make the bodies, posts and countries that are delivered and missing; answers how many.

    What is already there stays as it is: somebody may have changed it since.
    """
    return _load_positions(by, now) + _load_subregions(by, now)


def _delivered(name: str) -> dict:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def _load_positions(by, now) -> int:
    made = 0
    for order, body in enumerate(_delivered("bodies.json")["bodies"], start=1):
        its_body, _ = Body.objects.get_or_create(key=body["key"], defaults={"order": order})
        for place, fields in enumerate(body["positions"], start=1):
            position, is_new = Position.objects.get_or_create(
                key=fields["key"], defaults={**fields, "body": its_body, "order": place}
            )
            if is_new:
                record(Act.POSITION_DEFINED, subject=position, by=by, at=now)
            made += is_new
    return made


def _load_subregions(by, now) -> int:
    delivered = _delivered("subregions.json")
    known = set(SubregionCountry.objects.values_list("country", flat=True))
    missing = [
        (country, key) for key in Subregion for country in delivered[key]["countries"] if country not in known
    ]
    for country, key in missing:
        assign_subregion(country=country, subregion=key, source=delivered["source"], by=by, now=now)
    return len(missing)
