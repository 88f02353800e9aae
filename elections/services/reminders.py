"""Those who have not voted are reminded, once for each distance, however late the worker is."""

from datetime import datetime

from elections.enums import CalendarKey
from elections.enums.acts import Act
from elections.models import Election
from elections.notifications import voting as notifications
from elections.rules.calendar import Step, step
from elections.rules.parameters import ElectionRules
from elections.rules.reminders import due, reminder_moments
from elections.selectors.ballots import voters
from elections.selectors.elections import rules_of, steps_of
from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import take


@act
def remind(*, pk: int, now: datetime) -> int:
    """Answer the deadline of one reminder; how many members are reminded.

    A reminder that comes so late that the next one is due, or after the close, is dropped.
    """
    deadline = take(pk=pk, now=now)
    if deadline is None:
        return 0
    election = Election.objects.select_related("position", "rule_set").get(pk=deadline.subject_id)
    rules, vote = rules_of(election), step(steps_of(election), CalendarKey.VOTE)
    if election.annulled_at or election.mixed_at or not _is_timely(deadline.key, vote, rules, now):
        return 0

    missing = voters(election, rules, on=statute_day(now), missing_only=True)
    record(Act.REMINDERS_SENT, subject=election, by=None, at=now, rule_set=election.rule_set.slug)
    notifications.vote_reminder(
        election=election, key=deadline.key, voters=missing, closes=vote.ends, now=now
    )
    return len(missing)


def _is_timely(key: str, vote: Step, rules: ElectionRules, now: datetime) -> bool:
    """Whether it is the latest one that is due, and the vote has not ended."""
    moments = reminder_moments(vote.starts, vote.ends, rules)
    return due(moments, closes=vote.ends, now=now)[-1:] == (key,)
