"""What follows when a member's participation falls: encouragement, notices, a suspended vote.  Pure.

Los Angeles left the consequence open; where it is a suspended vote, two notices have to arrive first, with
the days between them and the days of grace that the rule set gives.  A notice that came back is none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lacralo.core.verdicts import Line, Verdict
from members.enums.participation import Consequence, ParticipationBar, Standing, WarningStep
from members.rules.parameters import MemberRules


class Follow(StrEnum):
    """What is to be done about a member now."""

    NOTHING = "nothing"
    SETTLE = "settle"
    WARN = "warn"
    SUSPEND = "suspend"


@dataclass(frozen=True)
class Sent:
    """A warning that was written on a day, and the day it reached somebody; None when it reached nobody."""

    step: WarningStep
    on: date
    delivered_on: date | None


@dataclass(frozen=True)
class Next:
    """What is done now, or what would come next and on which day (None: as soon as the last arrives)."""

    follow: Follow
    step: WarningStep | None = None
    due_on: date | None = None


def what_follows(
    standing: Standing, *, is_on_leave: bool, sent: Iterable[Sent], rules: MemberRules, today: date
) -> Next:
    """What is to be done about a member that stands so, after the warnings that are open.

    Nothing is done early; what is late is done now.  One step a day at most, so that no two come at once.
    """
    sent = {each.step: each for each in sent}
    if is_on_leave or standing in (Standing.ACTIVE, Standing.RESTORED):
        return Next(Follow.SETTLE) if sent else Next(Follow.NOTHING)
    if standing == Standing.LESS_ACTIVE or rules.consequence == Consequence.ENCOURAGE:
        return _encouraged(standing, sent)
    return _towards_suspension(sent, rules, today)


def _encouraged(standing: Standing, sent: dict[WarningStep, Sent]) -> Next:
    has_notices = sent.keys() - {WarningStep.ENCOURAGEMENT}
    if standing == Standing.LESS_ACTIVE and has_notices:
        return Next(Follow.SETTLE)
    if WarningStep.ENCOURAGEMENT in sent or has_notices:
        return Next(Follow.NOTHING)
    return Next(Follow.WARN, WarningStep.ENCOURAGEMENT)


def _towards_suspension(sent: dict[WarningStep, Sent], rules: MemberRules, today: date) -> Next:
    if WarningStep.FIRST_NOTICE not in sent:
        return Next(Follow.WARN, WarningStep.FIRST_NOTICE, today)
    if WarningStep.SECOND_NOTICE not in sent:
        due = _after(sent[WarningStep.FIRST_NOTICE], rules.notice_days)
        is_due = due is not None and due <= today
        return Next(Follow.WARN if is_due else Follow.NOTHING, WarningStep.SECOND_NOTICE, due)
    due = _after(sent[WarningStep.SECOND_NOTICE], rules.grace_days)
    return Next(Follow.SUSPEND if due is not None and due <= today else Follow.NOTHING, None, due)


def _after(sent: Sent, days: int) -> date | None:
    return sent.delivered_on + timedelta(days=days) if sent.delivered_on else None


def may_restore(*, is_suspended: bool, since: int, needed: int) -> Verdict:
    """Whether a suspended vote is given back: the member took part in `needed` things since then."""
    facts = {"since": since, "needed": needed}
    return Verdict(
        (
            Line(ParticipationBar.NOT_SUSPENDED, is_suspended),
            Line(ParticipationBar.NOT_ENOUGH_SINCE, since >= needed, facts=facts),
        )
    )
