"""What can be asked of staff, how long it waits, and whether the languages are served alike.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from lacralo.core.verdicts import Line, Verdict
from members.enums.staff_requests import RequestBar, RequestKind, RequestStatus

#: What is no longer waiting for staff.
CLOSED = frozenset({RequestStatus.DONE, RequestStatus.DECLINED, RequestStatus.WITHDRAWN})
#: Staff's words on a refusal are never left out.
NEEDS_REASON = frozenset({"decline"})
#: What is done can be opened somewhere.
NEEDS_LINK = frozenset({"deliver"})


@dataclass(frozen=True)
class Wish:
    """What somebody asks for: from a language into others, for what, and until which day (UTC)."""

    kind: RequestKind
    purpose: str
    from_language: str
    languages: tuple[str, ...]
    needed_by: date | None


@dataclass(frozen=True)
class Waiting:
    """A request as it is counted: its language, where it stands, when it was asked, when it was closed."""

    language: str
    status: RequestStatus
    asked_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True)
class Served:
    """How one language is served.  `median_days` None: nothing was done yet."""

    language: str
    asked: int
    waiting: int
    done: int
    declined: int
    median_days: Fraction | None
    longest_waiting: int | None


def may_ask(wish: Wish, *, today: date) -> Verdict:
    """Whether staff can make something of it.  A transcription stays in its language."""
    into_another = wish.kind == RequestKind.TRANSCRIPTION or wish.from_language not in wish.languages
    is_ahead = wish.needed_by is None or wish.needed_by >= today
    return Verdict(
        (
            Line(RequestBar.PURPOSE_MISSING, bool(wish.purpose.strip())),
            Line(RequestBar.LANGUAGE_MISSING, bool(wish.languages)),
            Line(RequestBar.SAME_LANGUAGE, into_another),
            Line(RequestBar.NEEDED_IN_THE_PAST, is_ahead),
        )
    )


def may_move(move: str, *, is_legal: bool, reason: str, link: str) -> Verdict:
    """Whether a request may be moved so: from where it stands, with reason or address where one is due."""
    return Verdict(
        (
            Line(RequestBar.MOVE_NOT_OPEN, is_legal),
            Line(RequestBar.REASON_MISSING, move not in NEEDS_REASON or bool(reason.strip())),
            Line(RequestBar.LINK_MISSING, move not in NEEDS_LINK or bool(link)),
        )
    )


def days_waited(asked_at: datetime, until: datetime) -> int:
    """Whole days from one moment to the other."""
    return max((until - asked_at).days, 0)


def served(requests: Iterable[Waiting], languages: Iterable[str], *, now: datetime) -> tuple[Served, ...]:
    """Each language, those for which nothing was asked included.

    Days waited are those from asking to delivery; what was taken back counts as not asked.
    """
    found = [each for each in requests if each.status != RequestStatus.WITHDRAWN]
    return tuple(
        _served(language, [each for each in found if each.language == language], now)
        for language in languages
    )


def _served(language: str, requests: list[Waiting], now: datetime) -> Served:
    done = [each for each in requests if each.status == RequestStatus.DONE]
    waiting = [each for each in requests if each.status not in CLOSED]
    return Served(
        language=language,
        asked=len(requests),
        waiting=len(waiting),
        done=len(done),
        declined=sum(each.status == RequestStatus.DECLINED for each in requests),
        median_days=median([days_waited(each.asked_at, each.closed_at) for each in done]),
        longest_waiting=max((days_waited(each.asked_at, now) for each in waiting), default=None),
    )


def median(numbers: list[int]) -> Fraction | None:
    """The middle one, or half-way between the two middle ones; None of nothing."""
    if not numbers:
        return None
    ordered, half = sorted(numbers), len(numbers) // 2
    if len(ordered) % 2:
        return Fraction(ordered[half])
    return Fraction(ordered[half - 1] + ordered[half], 2)
