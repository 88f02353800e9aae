"""Acts on persons: make one known, end their sessions."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from allauth.account.models import EmailAddress
from django.db.models import F
from simple_history.utils import bulk_create_with_history

from lacralo.core.audit import Act, act, record
from lacralo.core.people.models import Person
from lacralo.core.people.names import one_line


@act
def register_person(
    *, name: str, email: str | None, language: str, time_zone: str, by: Person | None, now: datetime
) -> Person:
    """A person becomes known; with an address they can sign in by a code sent to it."""
    person = Person.objects.create_user(email, name=one_line(name), language=language, time_zone=time_zone)
    if person.email:
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=False)
    record(Act.PERSON_REGISTERED, subject=person, by=by, at=now)
    return person


def register_persons(
    lines: Iterable[tuple[str, str | None, str, str]],
    *,
    code: StrEnum,
    digest: str,
    by: Person | None,
    now: datetime,
) -> list[Person]:
    """Part of an act: many people become known at once, from a file with this SHA-256.

    Each line: name, address (None for none), language, time zone.
    Raises IntegrityError for an address that is known.
    """
    people = []
    for name, email, language, time_zone in lines:
        address = email.lower().strip() if email else None
        person = Person(email=address, name=one_line(name), language=language, time_zone=time_zone)
        person.set_unusable_password()
        people.append(person)
    bulk_create_with_history(people, Person, default_user=by, default_date=now)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=each, email=each.email, primary=True, verified=False)
        for each in people
        if each.email
    )
    for each in people:
        record(code, subject=each, by=by, at=now, digest=digest)
    return people


@act
def end_sessions(*, person: Person, by: Person | None, now: datetime) -> None:
    """Every open session of the person ends: a role was lost, or an address is no longer theirs."""
    Person.objects.filter(pk=person.pk).update(rights_epoch=F("rights_epoch") + 1)
    record(Act.SESSIONS_ENDED, subject=person, by=by, at=now)


@act
def set_admin_access(*, person: Person, is_staff: bool, by: Person | None, now: datetime) -> None:
    """The person may, or may no longer, work in the administration; with the right their sessions end."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    person.is_staff = is_staff
    person.save(update_fields=["is_staff"])
    record(Act.ADMIN_ACCESS_SET, subject=person, by=by, at=now)
    if not is_staff:
        end_sessions(person=person, by=by, now=now)


@act
def set_account_open(*, person: Person, is_active: bool, by: Person | None, now: datetime) -> None:
    """The account is opened or closed; a closed one ends every session at once, and nothing is lost."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    person.is_active = is_active
    person.save(update_fields=["is_active"])
    record(Act.ACCOUNT_SET, subject=person, by=by, at=now)
    if not is_active:
        end_sessions(person=person, by=by, now=now)
