"""Whose calendar an address opens, and what of the rooms of members stands in it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Count, Max, QuerySet

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.models import CalendarAddress, PlanTask, StaffRequest, Term
from members.rules.calendars import digest_of_secret
from members.selectors.handover import terms
from members.selectors.plan import tasks_waiting_for
from members.selectors.staff_requests import visible_requests

#: What was longer ago is no longer in a calendar.
PAST = timedelta(days=60)


def address_of(person: Person) -> CalendarAddress | None:
    """The address of the person's calendar; None when there is none, or it was revoked."""
    return CalendarAddress.objects.filter(person=person, revoked_at=None).first()


def reader_of(secret: str) -> Person | None:
    """Whose calendar the secret opens; None for one that is unknown, revoked, or of a closed account."""
    addresses = CalendarAddress.objects.filter(digest=digest_of_secret(secret), revoked_at=None)
    found = addresses.filter(person__is_active=True).select_related("person").first()
    return found.person if found else None


def dated_tasks(person: Person, now: datetime) -> QuerySet[PlanTask]:
    """The open tasks with a due day of the person and their offices, with how often each was changed."""
    mine = tasks_waiting_for(person, on=statute_day(now)).filter(due_on__isnull=False)
    return mine.annotate(times_changed=Count("changes"), changed_at=Max("changes__at"))


def dated_requests(person: Person, *, answers: bool) -> QuerySet[StaffRequest]:
    """The open requests to staff that are needed by a day: the person's own, or all of those who answer."""
    waiting = visible_requests(person, answers=answers).waiting().filter(needed_by__isnull=False)
    return waiting.order_by("needed_by", "pk")


def ends_of_terms(person: Person, now: datetime) -> Iterable[Term]:
    """The person's terms of office that end, from the past of a calendar on."""
    since = statute_day(now - PAST)
    return terms().filter(person=person, end__isnull=False, end__gte=since).order_by("end", "pk")
