"""When an agenda is closed, what comes on it by itself, and in which order.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from lacralo.core.verdicts import Line, Verdict
from members.enums.minutes import ItemSource, SittingBar

ARTICLE = "OP 11.11"
#: Terms of office that end within so many days come on the agenda.
TERMS_WITHIN = timedelta(days=60)
#: In which order the items stand when the agenda is assembled: first what was left over.
_ORDER = {source: place for place, source in enumerate(ItemSource)}
_MINUTES = {
    ItemSource.CARRIED: 10,
    ItemSource.DUE: 5,
    ItemSource.TERM: 5,
    ItemSource.ACTION: 5,
    ItemSource.PROPOSED: 10,
    ItemSource.ADDED: 10,
}


@dataclass(frozen=True)
class Candidate:
    """Something that could come on an agenda: where it comes from, and the row that it is about."""

    source: ItemSource
    key: int
    at: datetime


def closes_at(starts_at: datetime, days: int) -> datetime:
    """From which moment (UTC) no item may be proposed any more (Operating Principles, 11.11)."""
    return starts_at - timedelta(days=days)


def may_propose(
    *, starts_at: datetime, now: datetime, days: int, is_of_series: bool, is_cancelled: bool, title: str
) -> Verdict:
    """Whether somebody may put an item on the agenda of a meeting to come."""
    return Verdict(
        (
            Line(SittingBar.NOT_OF_THE_SERIES, is_of_series),
            Line(SittingBar.MEETING_CANCELLED, not is_cancelled),
            Line(
                SittingBar.AGENDA_CLOSED,
                now < closes_at(starts_at, days),
                ARTICLE,
                facts={"days": days, "closed_at": closes_at(starts_at, days)},
            ),
            Line(SittingBar.ITEM_UNSAID, bool(title.strip())),
        )
    )


def may_add_item(
    *, is_closed_agenda: bool, has_consent: bool, is_closed_meeting: bool, title: str
) -> Verdict:
    """Whether whoever keeps the agenda may add an item; a late one only by the consent of the meeting."""
    return Verdict(
        (
            Line(SittingBar.ITEM_OF_CLOSED_MEETING, not is_closed_meeting),
            Line(SittingBar.ITEM_WITHOUT_CONSENT, has_consent or not is_closed_agenda, ARTICLE),
            Line(SittingBar.ITEM_UNSAID, bool(title.strip())),
        )
    )


def may_publish(*, items: int, is_published: bool, is_cancelled: bool) -> Verdict:
    """Whether an agenda may be published: it holds something, once."""
    return Verdict(
        (
            Line(SittingBar.MEETING_CANCELLED, not is_cancelled),
            Line(SittingBar.AGENDA_EMPTY, items > 0),
            Line(SittingBar.AGENDA_PUBLISHED_ALREADY, not is_published),
        )
    )


def in_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """What was left over first, then what falls due, terms, actions, proposals; each by day."""
    return tuple(sorted(candidates, key=lambda each: (_ORDER[each.source], each.at, each.key)))


def minutes_foreseen(source: ItemSource) -> int:
    """How long an item is foreseen for, until somebody says otherwise."""
    return _MINUTES[source]


def moved(order: list[int], key: int, *, up: bool) -> list[int]:
    """The keys with one of them moved by one place; the first stays first, the last last."""
    place = order.index(key)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(order):
        return list(order)
    changed = list(order)
    changed[place], changed[other] = changed[other], changed[place]
    return changed
