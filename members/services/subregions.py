"""Which country belongs to which sub-region of the rotation table."""

from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from members.enums import Act, Subregion
from members.models import SubregionCountry


@act
def assign_subregion(
    *, country: str, subregion: Subregion, source: str, by: Person | None, now: datetime
) -> SubregionCountry:
    """The country (two-letter code) belongs to the sub-region, by that decision or source."""
    row = SubregionCountry.objects.select_for_update(of=("self",)).filter(country=country).first()
    row = row or SubregionCountry(country=country)
    row.subregion, row.source = subregion, source
    row.save()
    record(Act.SUBREGION_ASSIGNED, subject=row, by=by, at=now)
    return row
