"""Who was called to a meeting, and whom alarms reach."""

from datetime import date, datetime

from django.db.models import Q

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.notifications.models import Notice
from lacralo.core.people.models import Person
from members.models import Meeting
from members.rules.meetings import ALARMED
from members.selectors.circles import invited_to
from members.selectors.offices import holders_of

#: How the invitation to a meeting is named in the outbox.
INVITATION = "members.meeting_invitation:{pk}"


def those_told(meeting: Meeting, now: datetime) -> list[Person]:
    """Who has to hear that a meeting changed: those who were invited, and those who belong to it today."""
    invitations = Notice.objects.filter(event=INVITATION.format(pk=meeting.pk))
    today = invited_to(meeting, on=statute_day(now)).values("pk").order_by()
    told = Q(pk__in=invitations.values("person")) | Q(pk__in=today)
    return list(Person.objects.filter(told).order_by("pk"))


def those_alarmed(*, on: date) -> list[Person]:
    """The chair and the secretary of that day (UTC); support staff where both offices are vacant."""
    holders = [each.person for each in holders_of(ALARMED, on=on)]
    if not holders:
        holders = [each.person for each in holders_of(("support",), on=on)]
    return list({each.pk: each for each in holders}.values())
