"""The minutes of meetings, each version with the wordings of its time."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from lacralo.core.people.models import Person
from members.enums.minutes import ItemOutcome, MinutesState, Presence
from members.models import Attendance, Meeting, Minutes, MinutesEntry
from members.selectors.agendas import ItemRow, items_of, told_items


@dataclass(frozen=True)
class EntryRow:
    """What a version of minutes says on an item, in the language in which it was written."""

    item: ItemRow
    outcome: str
    body: str = ""
    language: str = ""


def versions_of(meeting: Meeting) -> QuerySet[Minutes]:
    """Every version, newest first."""
    return meeting.minutes_versions.select_related("begun_by", "approved_in__series").order_by("-version")


def shown_version(meeting: Meeting) -> Minutes | None:
    """What everybody reads: the last version that was proposed or approved."""
    return versions_of(meeting).exclude(state=MinutesState.DRAFT).first()


def latest_version(meeting: Meeting) -> Minutes | None:
    """The newest version, drafts included."""
    return versions_of(meeting).first()


def entries_of(minutes: Minutes) -> list[EntryRow]:
    """What the version says on each item: its own wordings, or, of a draft, the present ones."""
    if minutes.state == MinutesState.DRAFT:
        return [_present(row) for row in told_items(items_of(minutes.meeting))]
    entries = MinutesEntry.objects.filter(minutes=minutes).select_related("revision__text")
    by_item = {each.item_id: each for each in entries}
    rows = told_items(each for each in items_of(minutes.meeting) if each.pk in by_item)
    return [_kept(row, by_item[row.item.pk]) for row in rows]


def _present(row: ItemRow) -> EntryRow:
    notes = row.item.notes
    if notes is None:
        return EntryRow(row, row.item.outcome)
    return EntryRow(row, row.item.outcome, row.notes.body, row.notes.language)


def _kept(row: ItemRow, entry: MinutesEntry) -> EntryRow:
    if entry.revision is None:
        return EntryRow(row, entry.outcome)
    return EntryRow(row, entry.outcome, entry.revision.body, entry.revision.text.original_language)


def unwritten(meeting: Meeting) -> int:
    """How many items have no outcome yet, or were dealt with and say nothing."""
    items: Iterable = items_of(meeting)
    return sum(
        not each.outcome or (each.outcome == ItemOutcome.DEALT_WITH and not each.notes) for each in items
    )


def those_who_were_there(meeting: Meeting) -> list[Person]:
    """The persons present, who are told of the minutes and may object to them."""
    present = Attendance.objects.filter(meeting=meeting, presence=Presence.PRESENT, person__isnull=False)
    return [each.person for each in present.select_related("person").order_by("pk")]


def to_approve(meeting: Meeting) -> Minutes | None:
    """The proposed minutes of the meeting before, in the same series, which this one may approve."""
    before = Minutes.objects.filter(
        meeting__series=meeting.series_id,
        meeting__starts_at__lt=meeting.starts_at,
        state=MinutesState.PROPOSED,
    )
    return before.select_related("meeting__series").order_by("-meeting__starts_at").first()
