"""What could come on an agenda, and what stands on it in the reader's words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.moments import day_text, moment_text
from lacralo.core.texts.selectors import Reading, readings
from members.enums.meetings import Circle, SeriesKind
from members.enums.minutes import ItemOutcome, ItemSource
from members.models import AgendaItem, Meeting, Term
from members.rules.agendas import TERMS_WITHIN, Candidate, in_order
from members.selectors.decisions import open_actions
from members.selectors.due import described, dues_between

#: What falls due within so long after a meeting comes on its agenda.
_DUE_WITHIN = timedelta(days=31)
#: These meet about what all of LACRALO has to do; other series about their own.
_ABOUT_ALL = (SeriesKind.MONTHLY_CALL, SeriesKind.COORDINATION, SeriesKind.ASSEMBLY)


@dataclass(frozen=True)
class ItemRow:
    """An item in the reader's words: its title with its language, where to read more, and its notes."""

    item: AgendaItem
    title: str
    language: str
    url: str = ""
    notes: Reading | None = None


def items_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    """The items that stand on the agenda, in order, with what their rows show."""
    found = meeting.items.filter(removed_at=None).select_related(
        "due", "term__position", "term__person", "action__what", "proposed_by", "presenter", "notes"
    )
    return found.order_by("order", "pk")


def told_items(items: Iterable[AgendaItem]) -> list[ItemRow]:
    """Items in the reader's words; a constant number of queries."""
    items, language = list(items), get_language()
    texts = [each.notes for each in items] + [each.action.what for each in items if each.action]
    words = readings([each for each in texts if each], language)
    dues = described([each.due for each in items if each.due])
    return [_told(each, words, dues, language) for each in items]


def _told(item: AgendaItem, words, dues, language: str) -> ItemRow:
    notes = words.get(item.notes_id)
    if item.term:
        title = _("Term of office ends on %(day)s: %(office)s, %(name)s") % {
            "day": day_text(item.term.end),
            "office": item.term.position.name,
            "name": item.term.person.name,
        }
        return ItemRow(item, title, language, notes=notes)
    if item.action:
        what = words[item.action.what_id]
        return ItemRow(item, what.body, what.language, item.action.get_absolute_url(), notes)
    if item.due_id in dues:
        due = dues[item.due_id]
        title = f"{due.words} ({moment_text(item.due.due_at)})"
        return ItemRow(item, title, language, due.url, notes)
    title = item.title or _("A deadline that was taken back")
    return ItemRow(item, title, item.lang or language, notes=notes)


def candidates_for(meeting: Meeting) -> tuple[Candidate, ...]:
    """What is due, ends, is open or was left over, and does not stand on the agenda yet; in order."""
    known = list(meeting.items.values_list("carried_from", "due", "term", "action"))
    carried, dues, terms, actions = (
        (set(column) for column in zip(*known, strict=True)) if known else [()] * 4
    )
    left = leftovers(meeting)
    again = {(each.due_id, each.term_id, each.action_id) for each in left}
    skip_dues = set(dues) | {each[0] for each in again}
    skip_terms = set(terms) | {each[1] for each in again}
    skip_actions = set(actions) | {each[2] for each in again}
    starts = meeting.starts_at
    found = [Candidate(ItemSource.CARRIED, each.pk, each.added_at) for each in left if each.pk not in carried]
    if meeting.series.kind in _ABOUT_ALL:
        later = dues_between(starts, starts + _DUE_WITHIN)
        found += [
            Candidate(ItemSource.DUE, each.pk, each.due_at) for each in later if each.pk not in skip_dues
        ]
    found += [
        Candidate(ItemSource.TERM, each.pk, starts) for each in _terms(meeting) if each.pk not in skip_terms
    ]
    found += [
        Candidate(ItemSource.ACTION, each.pk, starts)
        for each in _actions(meeting)
        if each.pk not in skip_actions
    ]
    return in_order(found)


def leftovers(meeting: Meeting) -> list[AgendaItem]:
    """What the last meeting of the series that was held before this one did not deal with."""
    held = Meeting.objects.filter(series=meeting.series_id, closed_at__isnull=False)
    last = held.filter(starts_at__lt=meeting.starts_at).order_by("-starts_at").first()
    if last is None:
        return []
    return list(items_of(last).filter(outcome=ItemOutcome.CARRIED_OVER))


def _terms(meeting: Meeting) -> QuerySet[Term]:
    series, day = meeting.series, statute_day(meeting.starts_at)
    ending = Term.objects.on(day).filter(end__lte=day + TERMS_WITHIN, position__is_elected=True)
    if series.kind in _ABOUT_ALL:
        return ending.order_by("end", "pk")
    if series.circle == Circle.BODY:
        return Term.objects.on(day).filter(end__lte=day + TERMS_WITHIN, position__body=series.body_id)
    return Term.objects.none()


def _actions(meeting: Meeting) -> list:
    own = Q(meeting__series=meeting.series_id)
    wish = own | Q(meeting=None) if meeting.series.kind in _ABOUT_ALL else own
    return list(open_actions().filter(wish).exclude(meeting=meeting.pk))
