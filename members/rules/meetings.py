"""Where a meeting stands, and what may be done to it.  Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lacralo.core.verdicts import Line, Verdict
from members.enums.meetings import Circle, MeetingBar, MeetingPhase

#: The offices of the coordination group of Los Angeles, and the one that joins it by a parameter.
COORDINATION = ("alac_even", "alac_odd", "alac_nomcom", "chair", "secretary")
BY_PARAMETER = "nomcom"
#: Whom alarms reach: the offices, whoever holds them on the day.
ALARMED = ("chair", "secretary")


def coordination_offices(*, includes_nomcom: bool) -> tuple[str, ...]:
    """The keys of the positions whose holders are the coordination group."""
    return (*COORDINATION, BY_PARAMETER) if includes_nomcom else COORDINATION


@dataclass(frozen=True)
class Standing:
    """What is stored of a meeting, moments in UTC; None for what has not happened."""

    starts_at: datetime
    minutes: int
    invited_at: datetime | None = None
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    cancelled_at: datetime | None = None

    @property
    def ends_at(self) -> datetime:
        """When it is to end."""
        return self.starts_at + timedelta(minutes=self.minutes)


def phase(meeting: Standing, now: datetime) -> MeetingPhase:
    """Where a meeting stands at that moment: what was done first, then what the clock says."""
    if meeting.cancelled_at:
        return MeetingPhase.CANCELLED
    if meeting.closed_at:
        return MeetingPhase.HELD
    if meeting.opened_at:
        return MeetingPhase.RUNNING
    if now >= meeting.ends_at:
        return MeetingPhase.MISSED
    return MeetingPhase.INVITED if meeting.invited_at else MeetingPhase.PLANNED


def is_missed(meeting: Standing, now: datetime, *, hours: int) -> bool:
    """Whether its time passed so many hours ago and nobody opened or cancelled it."""
    return phase(meeting, now) == MeetingPhase.MISSED and now >= meeting.ends_at + timedelta(hours=hours)


def may_convene(*, keeps_register: bool, convenes: bool) -> Verdict:
    """Who plans, moves and cancels: whoever keeps the register, and whoever holds the convening post."""
    return Verdict((Line(MeetingBar.NOT_CONVENOR, keeps_register or convenes),))


def may_plan(
    starts_at: datetime,
    *,
    on: date,
    now: datetime,
    others: Collection[datetime],
    starts_on: date,
    ends_on: date | None,
) -> Verdict:
    """Whether a meeting may begin then: ahead, in the time of the series, and not twice at one moment.

    `on` is the local day; `others` are the moments (UTC) of the other meetings of the series.
    """
    meets = starts_on <= on and (ends_on is None or on < ends_on)
    return Verdict(
        (
            Line(MeetingBar.IN_THE_PAST, starts_at > now),
            Line(MeetingBar.SERIES_ENDED, meets),
            Line(MeetingBar.SAME_MOMENT, starts_at not in others),
        )
    )


def may_record(starts_at: datetime, minutes: int, *, now: datetime, others: Collection[datetime]) -> Verdict:
    """Whether a meeting held at that time may be recorded afterwards."""
    return Verdict(
        (
            Line(MeetingBar.NOT_IN_THE_PAST, starts_at + timedelta(minutes=minutes) <= now),
            Line(MeetingBar.SAME_MOMENT, starts_at not in others),
        )
    )


def may_note_held(meeting: Standing, now: datetime) -> Verdict:
    """Whether it may be said afterwards of a planned meeting that it was held."""
    return Verdict(
        (
            Line(MeetingBar.CANCELLED_ALREADY, meeting.cancelled_at is None),
            Line(MeetingBar.OPENED_ALREADY, meeting.opened_at is None),
            Line(MeetingBar.NOT_IN_THE_PAST, meeting.ends_at <= now),
        )
    )


def may_change(meeting: Standing, now: datetime) -> Verdict:
    """Whether a meeting may be moved: neither opened nor cancelled, and its time has not passed."""
    return Verdict(
        (
            Line(MeetingBar.CANCELLED_ALREADY, meeting.cancelled_at is None),
            Line(MeetingBar.OPENED_ALREADY, meeting.opened_at is None),
            Line(MeetingBar.TIME_PASSED, meeting.opened_at is not None or now < meeting.ends_at),
        )
    )


def may_cancel(meeting: Standing, *, reason: str) -> Verdict:
    """Whether a meeting may be cancelled, also afterwards: then the reason says why it was not held."""
    return Verdict(
        (
            Line(MeetingBar.CANCELLED_ALREADY, meeting.cancelled_at is None),
            Line(MeetingBar.OPENED_ALREADY, meeting.opened_at is None),
            Line(MeetingBar.NO_REASON, bool(reason.strip())),
        )
    )


def does_change(meeting: Standing, *, starts_at: datetime, minutes: int) -> Verdict:
    """Whether a move moves anything."""
    moves = (meeting.starts_at, meeting.minutes) != (starts_at, minutes)
    return Verdict((Line(MeetingBar.TIME_UNCHANGED, moves),))


@dataclass(frozen=True)
class SeriesFacts:
    """What is asked of a series before it is kept."""

    circle: Circle
    has_body: bool
    every_months: int | None
    nth: int | None
    weekday: int | None
    rhythm_from: date
    is_public: bool
    shows_links: bool
    starts_on: date
    ends_on: date | None


def may_keep_series(facts: SeriesFacts, *, today: date, rhythm_changes: bool) -> Verdict:
    """Whether a series is whole: rhythm, circle, openness and days fit together."""
    given = [facts.nth is not None, facts.weekday is not None]
    is_whole = any(given) <= (all(given) and facts.every_months is not None)
    ends_well = facts.ends_on is None or facts.ends_on > max(facts.starts_on, today - timedelta(days=1))
    return Verdict(
        (
            Line(MeetingBar.RHYTHM_INCOMPLETE, is_whole),
            Line(MeetingBar.RHYTHM_FROM_PAST, not rhythm_changes or facts.rhythm_from >= today),
            Line(MeetingBar.BODY_MISSING, facts.circle != Circle.BODY or facts.has_body),
            Line(MeetingBar.LINKS_OF_CLOSED_MEETING, facts.is_public or not facts.shows_links),
            Line(MeetingBar.ENDS_BEFORE_TODAY, ends_well),
        )
    )


@dataclass(frozen=True)
class Cadence:
    """How a series kept its rhythm over the last twelve months."""

    last_held_at: datetime | None
    next_at: datetime | None
    expected: int
    held: int

    @property
    def is_kept(self) -> bool:
        """Whether every meeting expected was held."""
        return self.held >= self.expected
