"""Acts on terms of office."""

from datetime import date, datetime

from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members import notifications
from members.enums import Act, EndReason
from members.models import Member, Position, Term
from members.rules.offices import may_begin_term, may_end_term
from members.rules.periods import Period
from members.selectors.offices import terms_ahead
from members.services.roles import close_sessions


@act
def begin_term(
    *,
    position: Position,
    person: Person,
    start: date,
    by: Person | None,
    now: datetime,
    end: date | None = None,
    member: Member | None = None,
    source: str = "",
) -> Term:
    """The person holds the position from `start` until the day before `end`; they are told.

    `member` is the ALS they came from, `source` the decision.  Raises Refused when no seat is free.
    """
    position = Position.objects.select_for_update(of=("self",)).get(pk=position.pk)
    running = list(terms_ahead(position, after=start))
    require(
        may_begin_term(
            Period(start, end),
            seats=position.seats,
            others=[_period(each) for each in running if each.person_id != person.pk],
            own=[_period(each) for each in running if each.person_id == person.pk],
        )
    )
    term = Term.objects.create(
        position=position, person=person, member=member, start=start, end=end, source=source
    )
    record(Act.TERM_BEGAN, subject=term, by=by, at=now)
    notifications.term_began(term, at=now)
    if end:
        close_sessions(role=term, end=end, by=by, now=now)
    return term


@act
def end_term(*, term: Term, end: date, reason: EndReason, by: Person | None, now: datetime) -> Term:
    """The term ends on `end` (the first day without the office), and why; the person is told.

    The person's sessions end when the office does.  Raises Refused when it has ended or the day does not fit.
    """
    term = Term.objects.select_for_update(of=("self",)).get(pk=term.pk)
    require(may_end_term(_period(term), end=end, has_ended=bool(term.end_reason)))
    term.end, term.end_reason = end, reason
    term.save()
    record(Act.TERM_ENDED, subject=term, by=by, at=now)
    notifications.term_ended(term, at=now)
    close_sessions(role=term, end=end, by=by, now=now)
    return term


def _period(term: Term) -> Period:
    return Period(term.start, term.end, term.person.name)
