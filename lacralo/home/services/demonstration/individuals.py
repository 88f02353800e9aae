"""The individual members of the demonstration, whom they elected, and the entry of their joint vote."""

from datetime import date, datetime, timedelta

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.services import register_person
from members.enums import MemberKind, MemberStatus, Role
from members.models import Position
from members.rules.names import slug_form
from members.rules.offices import expected_end
from members.services.members import register_member
from members.services.offices import begin_term
from members.services.representation import begin_representation

_SOURCE = "Demo"
_JOINT = "Voto conjunto de los miembros individuales (Demo)"
_SINCE = timedelta(days=400)
#: Name, country, language, time zone; the first is their representative, the second the alternate.
_PEOPLE = (
    ("Lucía Demo-Individual", "MX", "es", "America/Mexico_City"),
    ("Tiago Demo-Individual", "BR", "pt-br", "America/Sao_Paulo"),
    ("Marva Demo-Individual", "JM", "en", "America/Jamaica"),
)
_ELECTED = (
    ("individuals_representative", Role.PRIMARY),
    ("individuals_alternate", Role.ALTERNATE),
)


def found_individuals(*, turnover: date, now: datetime) -> None:
    """Three individual members, and the entry of their joint vote with whom they elected until `turnover`.

    The practice rules give individual members no vote: nothing of it is on a roll.
    """
    since = statute_day(now) - _SINCE
    individuals = [_individual(*each, since=since, now=now) for each in _PEOPLE]
    joint = _registered(_JOINT, "", MemberKind.COLLECTIVE, since, now)
    for (person, member), (key, role) in zip(individuals, _ELECTED, strict=False):
        position = Position.objects.get(key=key)
        start = expected_end(turnover, -position.term_months)
        begin_term(
            position=position, person=person, member=member, start=start, end=turnover, source=_SOURCE,
            by=None, now=now,
        )  # fmt: skip
        begin_representation(member=joint, person=person, role=role, start=start, by=None, now=now)


def _registered(name: str, country: str, kind: MemberKind, since: date, now: datetime):
    return register_member(
        name=name, country=country, kind=kind, status=MemberStatus.ACCREDITED, reason=_SOURCE,
        status_start=since, by=None, now=now,
    )  # fmt: skip


def _individual(name: str, country: str, language: str, zone: str, *, since: date, now: datetime):
    address = f"{slug_form(name)}.{country.lower()}@example.org"
    person = register_person(name=name, email=address, language=language, time_zone=zone, by=None, now=now)
    member = _registered(name, country, MemberKind.INDIVIDUAL, since, now)
    begin_representation(member=member, person=person, role=Role.PRIMARY, start=since, by=None, now=now)
    return person, member
