"""Who prepares and holds a meeting, who proposes items, who signs in."""

from datetime import date, datetime

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.enums.minutes import SittingBar
from members.models import Meeting, Term
from members.permissions.register import can_keep_register
from members.rules.agendas import may_propose
from members.rules.sittings import is_running, may_send_apologies
from members.selectors.invited import seat_of
from members.selectors.rules import rules_on
from members.selectors.sittings import standing_of


def can_hold(person: Person | None, meeting: Meeting, *, on: date) -> Verdict:
    """Whether the person prepares and holds the meeting: secretary, staff, whoever convenes the series."""
    keeps = bool(can_keep_register(person, on=on))
    convenor = meeting.series.convenor_id
    if not keeps and person is not None and convenor:
        keeps = Term.objects.on(on).filter(person=person, position=convenor).exists()
    return Verdict((Line(SittingBar.NOT_MEETING_KEEPER, keeps),))


def can_propose_item(person: Person | None, meeting: Meeting, *, title: str = "-", now: datetime) -> Verdict:
    """Whether the person puts an item on the agenda of this meeting now."""
    return may_propose(
        starts_at=meeting.starts_at,
        now=now,
        days=rules_on(statute_day(now)).agenda_closes_days,
        is_of_series=seat_of(person, meeting) is not None,
        is_cancelled=meeting.cancelled_at is not None,
        title=title,
    )


def _may_come(person: Person | None, meeting: Meeting) -> Verdict:
    is_expected = meeting.is_public or seat_of(person, meeting) is not None
    return Verdict((Line(SittingBar.NOT_OF_THE_SERIES, person is not None and is_expected),))


def can_sign_in(person: Person | None, meeting: Meeting) -> Verdict:
    """Whether the person signs in: while the meeting runs; to an open one everybody may come."""
    return _may_come(person, meeting) & is_running(standing_of(meeting))


def can_send_apologies(person: Person | None, meeting: Meeting) -> Verdict:
    """Whether the person sends apologies: invited, before the meeting is opened."""
    is_invited = Line(SittingBar.NOT_OF_THE_SERIES, seat_of(person, meeting) is not None)
    return Verdict((is_invited,)) & may_send_apologies(standing_of(meeting))
