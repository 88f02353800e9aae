"""Actions are agreed, done or dropped; their owners are reminded, and the chair hears of late ones."""

from dataclasses import dataclass
from datetime import date, datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel, schedule, take
from lacralo.core.people.models import Person
from lacralo.core.texts.services import write_text
from lacralo.core.verdicts import require
from members.enums import CreditKind
from members.enums.decisions import ActionStatus, DecisionAct
from members.models import Action, Credit, Meeting, Position
from members.notifications import decisions as notifications
from members.permissions.decisions import can_keep_decisions, can_move_action
from members.rules.decisions import may_agree_action, may_move_action, rings_for
from members.selectors.decisions import member_credited, owners
from members.selectors.offices import holders_of
from members.selectors.rules import rules_on
from members.services.credits import give_credits
from members.workflows.minutes import ACTION

#: The task that reminds of an action, and tells the chair; see `members.tasks`.
_TASK = "members.action_due"
_CHAIR = "chair"
_LATE = "late"
_MOVED = {
    "finish": DecisionAct.ACTION_DONE,
    "drop": DecisionAct.ACTION_DROPPED,
    "reopen": DecisionAct.ACTION_REOPENED,
}


@dataclass(frozen=True)
class ActionTold:
    """An action as somebody tells it: what, who, and until the end of which day (UTC)."""

    language: str
    what: str
    due_on: date
    owner_position: Position | None = None
    owner_person: Person | None = None
    meeting: Meeting | None = None

    @property
    def has_owner(self) -> bool:
        """Whether an office or a person owns it, and only one of the two."""
        return (self.owner_position is None) != (self.owner_person is None)


@act
def agree_action(*, told: ActionTold, by: Person, now: datetime) -> Action:
    """Something is to be done until a day; its owner is told.

    Whoever may do this is asked by the entrance.  Raises Refused.
    """
    today = statute_day(now)
    require(may_agree_action(what=told.what, has_owner=told.has_owner, due_on=told.due_on, today=today))
    action = Action.objects.create(
        what=write_text(language=told.language, body=told.what.strip(), by=by, now=now),
        owner_position=told.owner_position,
        owner_person=told.owner_person,
        due_on=told.due_on,
        meeting=told.meeting,
        agreed_on=today,
    )
    record(DecisionAct.ACTION_AGREED, subject=action, by=by, at=now)
    _remind(action, now=now)
    for person in owners(action, on=today):
        if person != by:
            notifications.action_yours(action, person, at=now)
    return action


@act
def change_action(
    *,
    action: Action,
    due_on: date,
    owner_position: Position | None,
    owner_person: Person | None,
    by: Person,
    now: datetime,
) -> Action:
    """An open action gets another owner or another due day.  Raises Refused."""
    action, today = _locked(action), statute_day(now)
    require(can_keep_decisions(by, on=today))
    is_open = action.status == ActionStatus.OPEN
    has_owner = (owner_position is None) != (owner_person is None)
    require(may_move_action(is_legal=is_open, note="-"))
    require(may_agree_action(what="-", has_owner=has_owner, due_on=due_on, today=today))
    before = (action.owner_position_id, action.owner_person_id)
    action.due_on, action.owner_position, action.owner_person = due_on, owner_position, owner_person
    action.save()
    record(DecisionAct.ACTION_CHANGED, subject=action, by=by, at=now)
    _remind(action, now=now)
    if before != (action.owner_position_id, action.owner_person_id):
        for person in owners(action, on=today):
            notifications.action_yours(action, person, at=now)
    return action


@act
def move_action(*, action: Action, move: str, note: str, language: str, by: Person, now: datetime) -> Action:
    """The action is done (with its evidence), dropped or taken up again (with the reason).

    Who brings it to its end for a member earns that member a credit.  Raises Refused.
    """
    action, today = _locked(action), statute_day(now)
    require(can_move_action(by, action, on=today))
    is_legal = move in ACTION.moves_from(ActionStatus(action.status))
    require(may_move_action(is_legal=is_legal, note=note))
    action.status = ACTION.move(ActionStatus(action.status), move)
    action.note, action.note_language = note.strip(), language
    is_open = action.status == ActionStatus.OPEN
    action.moved_on, action.moved_by = (None, None) if is_open else (today, by)
    action.save()
    record(_MOVED[move], subject=action, by=by, at=now)
    if action.status == ActionStatus.DONE:
        _credit(action, today)
    _remind(action, now=now)
    return action


def _credit(action: Action, today: date) -> None:
    """The member for which its owner acts, once for each action however often it is taken up again."""
    known = Credit.objects.of_kind(CreditKind.ACTION_DONE, Action).filter(evidence_id=str(action.pk))
    if known.exists():
        return
    found = [(member_credited(person, on=today), person) for person in owners(action, on=today)]
    to = {member: person for member, person in found if member is not None}
    give_credits(CreditKind.ACTION_DONE, to.items(), evidence=action, on=today, is_public=True)


def _remind(action: Action, *, now: datetime) -> None:
    cancel(subject=action, task=_TASK, now=now)
    if action.status != ActionStatus.OPEN:
        return
    rules = rules_on(statute_day(now))
    moments = rings_for(
        action.due_on,
        before_days=rules.action_reminder_days,
        after_days=rules.action_escalation_days,
        now=now,
    )
    for key, at in moments.items():
        # What was rung for one due day is rung anew for another.
        schedule(task=_TASK, key=f"{key}:{now:%Y%m%dT%H%M%S%f}", subject=action, due_at=at, now=now)


def _locked(action: Action) -> Action:
    found = Action.objects.select_for_update(of=("self",))
    return found.select_related("owner_position", "owner_person", "what").get(pk=action.pk)


@act
def answer_due_action(*, pk: int, now: datetime) -> bool:
    """Answer such a deadline: remind the owner, or tell the chair.  Whether it was answered now."""
    due = take(pk=pk, now=now)
    if due is None:
        return False
    action, today = Action.objects.get(pk=due.subject_id), statute_day(now)
    if action.status != ActionStatus.OPEN:
        return False
    stage = due.key.partition(":")[0]
    for person in owners(action, on=today):
        notifications.action_due(action, person, is_over=stage != "before", event=str(due.pk), at=now)
    if stage == _LATE:
        for term in holders_of([_CHAIR], on=today):
            notifications.action_late(action, term.person, event=str(due.pk), at=now)
    code = DecisionAct.ACTION_ESCALATED if stage == _LATE else DecisionAct.ACTION_REMINDED
    record(code, subject=action, by=None, at=now)
    return True
