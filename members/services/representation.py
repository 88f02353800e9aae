"""Acts on representations: begin, end, replace the one who holds the vote."""

from datetime import date, datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members import notifications
from members.enums import Act, Role
from members.models import Member, Representation
from members.rules.periods import Period
from members.rules.representation import may_begin, may_end, may_replace
from members.selectors.representation import running_or_ahead
from members.services.roles import close_sessions


@act
def begin_representation(
    *,
    member: Member,
    person: Person,
    role: Role,
    start: date,
    by: Person | None,
    now: datetime,
    end: date | None = None,
) -> Representation:
    """The person acts for the member from `start` until the day before `end`; they are told.

    Raises Refused when another primary holds the vote in that time, or the person already acts for it.
    """
    Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    others = list(running_or_ahead(member, on=start))
    require(
        may_begin(
            Period(start, end),
            role,
            primaries=_periods(each for each in others if each.role == Role.PRIMARY),
            own=_periods(each for each in others if each.person_id == person.pk),
        )
    )
    return _begin(member, person, role, start, end, by, now)


@act
def end_representation(
    *, representation: Representation, end: date, reason: str, by: Person | None, now: datetime
) -> Representation:
    """The person no longer acts for the member from `end` on; their sessions end then, and they are told.

    Raises Refused without a reason, when it has ended, or for a day that does not fit.
    """
    representation = Representation.objects.select_for_update(of=("self",)).get(pk=representation.pk)
    period = Period(representation.start, representation.end)
    require(may_end(period, end=end, reason=reason, today=statute_day(now)))
    return _end(representation, end, reason, by, now)


@act
def replace_primary(
    *, member: Member, person: Person, start: date, reason: str, by: Person | None, now: datetime
) -> Representation:
    """From `start` the person holds the member's vote in place of whoever holds it; both are told.

    An alternate who takes over is no longer alternate.
    Raises Refused without a reason, for the present primary, or when a day does not fit.
    """
    Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    others = list(running_or_ahead(member, on=start))
    primaries = [each for each in others if each.role == Role.PRIMARY]
    own = [each for each in others if each.person_id == person.pk]
    require(
        may_replace(
            start,
            primaries=_periods(primaries),
            own_primaries=_periods(each for each in own if each.role == Role.PRIMARY),
            reason=reason,
        )
    )
    handing_over = [each for each in (*primaries, *own) if each.start < start]
    for each in handing_over:
        _end(each, start, reason, by, now)
    left = [_period(each) for each in own if each not in handing_over]
    require(may_begin(Period(start), Role.PRIMARY, primaries=(), own=left))
    return _begin(member, person, Role.PRIMARY, start, None, by, now)


def _period(representation: Representation) -> Period:
    return Period(representation.start, representation.end, representation.person.name)


def _periods(representations) -> tuple[Period, ...]:
    return tuple(_period(each) for each in representations)


def _begin(member, person, role, start, end, by, now) -> Representation:
    representation = Representation.objects.create(
        member=member, person=person, role=role, start=start, end=end
    )
    record(Act.REPRESENTATION_BEGAN, subject=representation, by=by, at=now)
    notifications.representation_began(representation, at=now)
    if end:
        close_sessions(role=representation, end=end, by=by, now=now)
    return representation


def _end(representation, end, reason, by, now) -> Representation:
    representation.end, representation.end_reason = end, reason
    representation.save()
    record(Act.REPRESENTATION_ENDED, subject=representation, by=by, at=now)
    notifications.representation_ended(representation, at=now)
    close_sessions(role=representation, end=end, by=by, now=now)
    return representation
