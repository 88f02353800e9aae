"""The calendar of an election: made from the rules, changed by hand before the call."""

from datetime import datetime

from elections.enums.acts import Act
from elections.models import CalendarStep, Election
from elections.permissions.elections import can_edit_calendar
from elections.rules.calendar import Steps, article_for, checked
from elections.selectors.elections import rules_of, steps_of
from elections.services.locks import locked_election
from lacralo.core.audit import act, record
from lacralo.core.audit.chain import iso
from lacralo.core.audit.links import digest_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Refused, require


class CalendarRefused(Refused):
    """The calendar does not follow the rules; the verdict says which step and why."""


def digest_of_calendar(steps: Steps) -> str:
    """SHA-256 of a calendar, for the chain."""
    return digest_of([[str(each.key), iso(each.starts), iso(each.ends)] for each in steps])


def keep_steps(election: Election, steps: Steps) -> None:
    """Part of an act: the rows of the calendar become these steps."""
    rows = {row.key: row for row in election.calendar.all()}
    for key in rows.keys() - {str(each.key) for each in steps}:
        rows[key].delete()
    for each in steps:
        row = rows.get(str(each.key)) or CalendarStep(election=election, key=each.key)
        row.starts_at, row.ends_at = each.starts, each.ends
        row.article = article_for(each.key)
        row.save()


@act
def change_calendar(*, election: Election, steps: Steps, by: Person, now: datetime) -> Election:
    """An officer sets other dates before the call is out; the rules' lengths and order still hold.

    Raises Refused, CalendarRefused.
    """
    election = locked_election(election.pk)
    require(can_edit_calendar(by, election, on=statute_day(now)))
    verdict = checked(steps, rules_of(election))
    if not verdict:
        raise CalendarRefused(verdict)

    keep_steps(election, steps)

    kept = steps_of(Election.objects.get(pk=election.pk))
    record(
        Act.CALENDAR_CHANGED,
        subject=election,
        by=by,
        at=now,
        rule_set=election.rule_set.slug,
        digest=digest_of_calendar(kept),
    )
    return election
