"""A person changes what the portal knows of them."""

from collections.abc import Collection
from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.people.names import one_line
from lacralo.core.verdicts import require
from members.enums import Act
from members.models import Profile
from members.permissions import can_change_profile


@act
def change_profile(
    *,
    person: Person,
    name: str,
    language: str,
    time_zone: str,
    residence: str,
    nationalities: Collection[str],
    gender: str,
    activities: str,
    by: Person,
    now: datetime,
) -> Profile:
    """The person's name, language, zone, countries, and what they choose to say of themselves.

    Raises Refused unless it is their own.
    """
    require(can_change_profile(by, person))
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    person.name, person.language, person.time_zone = one_line(name), language, time_zone
    person.save(update_fields=["name", "language", "time_zone"])

    profile = Profile.objects.filter(person=person).first() or Profile(person=person)
    profile.residence, profile.nationalities = residence, list(nationalities)
    profile.gender, profile.activities = gender.strip(), activities.strip()
    profile.save()
    record(Act.PROFILE_CHANGED, subject=profile, by=by, at=now)
    return profile
