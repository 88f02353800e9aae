"""A person's own calendar: what waits for them in every part of the portal, in the active language."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from elections.models import Nomination
from elections.phrases.names import step_name
from elections.selectors.calendar import ElectionDate, election_dates, nominations_to_answer
from lacralo.core.calendars import CalendarEntry, calendar_file
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.documents.calendars import own_deadlines
from members.permissions.staff_requests import can_answer_requests
from members.selectors.calendars import PAST


def own_calendar(person: Person, now: datetime) -> bytes:
    """The calendar file of the person: their deadlines, and the dates of elections.

    What is confidential stands in it only where it is theirs: a nomination that waits for their answer.
    """
    answers = bool(can_answer_requests(person, on=statute_day(now)))
    entries = [
        *own_deadlines(person, now, answers=answers),
        *map(_election_date, election_dates(since=now - PAST)),
        *(_nomination(nomination, end) for nomination, end in nominations_to_answer(person)),
    ]
    return calendar_file(_("LACRALO: %(name)s") % {"name": person.name}, entries)


def _election_date(date: ElectionDate) -> CalendarEntry:
    named = {"election": date.election.title, "step": step_name(date.key)}
    title = _("%(election)s · %(step)s: ends") if date.is_end else _("%(election)s · %(step)s: begins")
    return CalendarEntry(
        key=f"election-{date.election.pk}-{date.key}-{'ends' if date.is_end else 'begins'}",
        title=title % named,
        starts=date.at,
        changed_at=date.changed_at,
        sequence=date.times_moved,
        path=date.election.get_absolute_url(),
        is_cancelled=date.is_cancelled,
    )


def _nomination(nomination: Nomination, end: datetime) -> CalendarEntry:
    return CalendarEntry(
        key=f"nomination-{nomination.pk}",
        title=_("Answer your nomination: %(election)s") % {"election": nomination.election.title},
        starts=end,
        changed_at=nomination.nominated_at,
        path=reverse("home:front"),
    )
