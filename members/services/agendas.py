"""The agenda of a meeting is put together, proposed to, ordered and published."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.texts.services import write_revision, write_text
from lacralo.core.verdicts import require
from members.enums.minutes import ItemOutcome, ItemSource, SittingAct
from members.models import Agenda, AgendaItem, Meeting
from members.permissions.sittings import can_hold, can_propose_item
from members.rules.agendas import (
    Candidate,
    closes_at,
    may_add_item,
    may_publish,
    minutes_foreseen,
    moved,
)
from members.selectors.agendas import candidates_for, items_of
from members.selectors.rules import rules_on

_KEY = {ItemSource.DUE: "due_id", ItemSource.TERM: "term_id", ItemSource.ACTION: "action_id"}
#: What an item left over takes with it to the next meeting.
_CARRIED = ("title", "lang", "due", "term", "action", "proposed_by", "presenter", "minutes")


@dataclass(frozen=True)
class ItemTold:
    """An item as somebody tells it; `minutes` foreseen, who presents it."""

    title: str
    language: str
    minutes: int | None = None
    presenter: Person | None = None


@act
def assemble_agenda(*, meeting: Meeting, by: Person, now: datetime) -> int:
    """Put on the agenda what was left over, falls due, ends and is open; how many items that were.

    Done again, it adds what is new, and nothing twice.  Raises Refused.
    """
    meeting = locked_meeting(meeting)
    require(can_hold(by, meeting, on=statute_day(now)))
    require(may_add_item(is_closed_agenda=False, has_consent=True,
                         is_closed_meeting=meeting.closed_at is not None, title="-"))  # fmt: skip
    candidates = candidates_for(meeting)
    Agenda.objects.get_or_create(meeting=meeting, defaults={"assembled_at": now})
    order = _last(meeting)
    for place, each in enumerate(candidates, start=1):
        _put(meeting, each, order + place, now)
    record(SittingAct.AGENDA_ASSEMBLED, subject=meeting, by=by, at=now)
    return len(candidates)


def _put(meeting: Meeting, each: Candidate, order: int, now: datetime) -> None:
    common = {"meeting": meeting, "order": order, "source": each.source, "added_at": now}
    if each.source == ItemSource.CARRIED:
        left = AgendaItem.objects.get(pk=each.key)
        again = {name: getattr(left, name) for name in _CARRIED}
        AgendaItem.objects.create(**common, **again, carried_from=left)
        return
    minutes = minutes_foreseen(each.source)
    AgendaItem.objects.create(**common, **{_KEY[each.source]: each.key}, minutes=minutes)


@act
def propose_item(*, meeting: Meeting, told: ItemTold, by: Person, now: datetime) -> AgendaItem:
    """Somebody of the series puts an item on the agenda before it closes.  Raises Refused."""
    meeting = locked_meeting(meeting)
    require(can_propose_item(by, meeting, title=told.title, now=now))
    item = _add(meeting, told, ItemSource.PROPOSED, now, proposed_by=by)
    record(SittingAct.AGENDA_ITEM_PROPOSED, subject=item, by=by, at=now)
    return item


@act
def add_item(*, meeting: Meeting, told: ItemTold, has_consent: bool, by: Person, now: datetime) -> AgendaItem:
    """The secretary adds an item; once the agenda is closed, only by the consent of the meeting.

    Raises Refused.
    """
    meeting = locked_meeting(meeting)
    require(can_hold(by, meeting, on=statute_day(now)))
    days = rules_on(statute_day(now)).agenda_closes_days
    is_late = now >= closes_at(meeting.starts_at, days)
    verdict = may_add_item(
        is_closed_agenda=is_late,
        has_consent=has_consent,
        is_closed_meeting=meeting.closed_at is not None,
        title=told.title,
    )
    require(verdict)
    item = _add(meeting, told, ItemSource.ADDED, now, is_late=is_late)
    record(SittingAct.AGENDA_ITEM_ADDED, subject=item, by=by, at=now)
    return item


def _add(meeting: Meeting, told: ItemTold, source: ItemSource, now: datetime, **fields) -> AgendaItem:
    Agenda.objects.get_or_create(meeting=meeting, defaults={"assembled_at": now})
    return AgendaItem.objects.create(
        meeting=meeting, order=_last(meeting) + 1, source=source, title=told.title.strip(),
        lang=told.language, minutes=told.minutes or minutes_foreseen(source), presenter=told.presenter,
        added_at=now, **fields,
    )  # fmt: skip


@act
def change_item(
    *, item: AgendaItem, minutes: int | None, presenter: Person | None, by: Person, now: datetime
) -> AgendaItem:
    """How long an item is foreseen for, and who presents it.  Raises Refused."""
    item = _locked_item(item, by, now)
    item.minutes, item.presenter = minutes, presenter
    item.save()
    record(SittingAct.AGENDA_ITEM_CHANGED, subject=item, by=by, at=now)
    return item


@act
def move_item(*, item: AgendaItem, up: bool, by: Person, now: datetime) -> None:
    """One place up or down.  Raises Refused."""
    item = _locked_item(item, by, now)
    items = {each.pk: each for each in items_of(item.meeting)}
    for place, key in enumerate(moved(list(items), item.pk, up=up), start=1):
        if items[key].order != place:
            items[key].order = place
            items[key].save()
    record(SittingAct.AGENDA_ITEM_CHANGED, subject=item, by=by, at=now)


@act
def remove_item(*, item: AgendaItem, by: Person, now: datetime) -> AgendaItem:
    """The item is taken off the agenda; it stays in the record.  Raises Refused."""
    item = _locked_item(item, by, now)
    item.removed_at = now
    item.save()
    record(SittingAct.AGENDA_ITEM_REMOVED, subject=item, by=by, at=now)
    return item


@act
def publish_agenda(*, meeting: Meeting, by: Person, now: datetime) -> Agenda:
    """Everybody who may see the meeting reads its agenda from now on.  Raises Refused."""
    meeting = locked_meeting(meeting)
    require(can_hold(by, meeting, on=statute_day(now)))
    agenda, _made = Agenda.objects.get_or_create(meeting=meeting, defaults={"assembled_at": now})
    verdict = may_publish(
        items=items_of(meeting).count(),
        is_published=agenda.published_at is not None,
        is_cancelled=meeting.cancelled_at is not None,
    )
    require(verdict)
    agenda.published_at, agenda.published_by = now, by
    agenda.save()
    record(SittingAct.AGENDA_PUBLISHED, subject=meeting, by=by, at=now)
    return agenda


@act
def note_item(
    *, item: AgendaItem, notes: str, language: str, outcome: str, by: Person, now: datetime
) -> AgendaItem:
    """What was said on the item, in a language, and what became of it; each wording is kept.

    After the close notes may still be finished, until the minutes are proposed.  Raises Refused.
    """
    item = (
        AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting__series").get(pk=item.pk)
    )
    require(can_hold(by, item.meeting, on=statute_day(now)))
    body = notes.replace("\r\n", "\n").strip()
    if body and item.notes and item.notes.original_language == language:
        if item.notes.revisions.order_by("-number").first().body != body:
            write_revision(text=item.notes, body=body, by=by, now=now)
    elif body:
        item.notes = write_text(language=language, body=body, by=by, now=now)
    item.outcome = ItemOutcome(outcome) if outcome else ""
    item.save()
    record(SittingAct.NOTES_WRITTEN, subject=item, by=by, at=now)
    return item


def _locked_item(item: AgendaItem, by: Person, now: datetime) -> AgendaItem:
    item = (
        AgendaItem.objects.select_for_update(of=("self",)).select_related("meeting__series").get(pk=item.pk)
    )
    require(can_hold(by, item.meeting, on=statute_day(now)))
    require(may_add_item(is_closed_agenda=False, has_consent=True,
                         is_closed_meeting=item.meeting.closed_at is not None, title="-"))  # fmt: skip
    return item


def locked_meeting(meeting: Meeting) -> Meeting:
    """The meeting as it stands, locked until the act is over."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("series").get(pk=meeting.pk)


def _last(meeting: Meeting) -> int:
    return meeting.items.aggregate(last=Max("order"))["last"] or 0
