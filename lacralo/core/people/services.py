"""Acts on persons: make one known, end their sessions."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db.models import F

from lacralo.core.audit import Act, act, record
from lacralo.core.people.models import Person


@act
def register_person(
    *, name: str, email: str | None, language: str, time_zone: str, by: Person | None, now: datetime
) -> Person:
    """A person becomes known; with an address they can sign in by a code sent to it."""
    person = Person.objects.create_user(email, name=name, language=language, time_zone=time_zone)
    if person.email:
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=False)
    record(Act.PERSON_REGISTERED, subject=person, by=by, at=now)
    return person


@act
def end_sessions(*, person: Person, by: Person | None, now: datetime) -> None:
    """Every open session of the person ends: a role was lost, or an address is no longer theirs."""
    Person.objects.filter(pk=person.pk).update(rights_epoch=F("rights_epoch") + 1)
    record(Act.SESSIONS_ENDED, subject=person, by=by, at=now)
