"""A person has an address made at which their own programs read their calendar, and revokes it."""

import secrets
from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.enums.calendars import CalendarAct
from members.models import CalendarAddress
from members.rules.calendars import digest_of_secret, may_revoke


@act
def make_calendar_address(*, by: Person, now: datetime) -> str:
    """The secret of a new address of the person's own calendar; shown once, kept nowhere.

    The address there was before no longer opens anything.
    """
    Person.objects.select_for_update(of=("self",)).get(pk=by.pk)
    _revoke(by, now=now)
    secret = secrets.token_urlsafe(32)
    address = CalendarAddress.objects.create(person=by, digest=digest_of_secret(secret), made_at=now)
    record(CalendarAct.ADDRESS_MADE, subject=address, by=by, at=now)
    return secret


@act
def revoke_calendar_address(*, by: Person, now: datetime) -> None:
    """Nobody reads the person's calendar at the present address any more.  Raises Refused without one."""
    Person.objects.select_for_update(of=("self",)).get(pk=by.pk)
    require(may_revoke(has_address=_revoke(by, now=now)))


def _revoke(person: Person, *, now: datetime) -> bool:
    address = CalendarAddress.objects.filter(person=person, revoked_at=None).first()
    if address is None:
        return False
    address.revoked_at = now
    address.save(update_fields=["revoked_at"])
    record(CalendarAct.ADDRESS_REVOKED, subject=address, by=person, at=now)
    return True
