"""What follows when the participation of a member falls: told, told again, suspended; and given back."""

from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.rulebook.models import NoRuleSet
from lacralo.core.verdicts import Line, Verdict, require
from members.enums import Bar
from members.enums.participation import ParticipationAct, ParticipationBar, Rule, Standing, WarningStep
from members.models import Credit, Leave, Member, ParticipationWarning, Suspension
from members.notifications import participation as notifications
from members.permissions.participation import can_keep_participation
from members.rules.consequences import Follow, may_restore, what_follows
from members.selectors.rules import rule_set_on, rules_of, rules_on
from members.selectors.standing import standings_on
from members.selectors.warnings import told_to


def review_participation(*, now: datetime) -> int:
    """Do what the rules say follows for every member today; for how many something was done.

    Safe to run twice, late, or beside another: each member is one act, and is asked again inside it.
    """
    today = statute_day(now)
    try:
        answers = standings_on(today, rules_on(today))
    except NoRuleSet:
        return 0
    calm = {member for member, answer in answers.items() if answer.standing == Standing.ACTIVE}
    warned = set(ParticipationWarning.objects.open().values_list("member", flat=True))
    suspended = set(Suspension.objects.on(today).values_list("member", flat=True))
    concerned = (answers.keys() - calm) | (warned & answers.keys()) | (suspended & answers.keys())
    return sum(review_member(pk=pk, now=now) for pk in sorted(concerned))


@act
def review_member(*, pk: int, now: datetime) -> bool:
    """Do what follows for one member today; whether anything did."""
    member = Member.objects.select_for_update(of=("self",)).get(pk=pk)
    today = statute_day(now)
    suspension = Suspension.objects.on(today).filter(member=member).first()
    if suspension:
        return _give_back(suspension, now)
    rule_set = rule_set_on(today)
    rules = rules_of(rule_set)
    told = told_to(member)
    next_one = what_follows(
        standings_on(today, rules, [member.pk])[member.pk].standing,
        is_on_leave=Leave.objects.on(today).filter(member=member).exists(),
        sent=[each.as_sent for each in told],
        rules=rules,
        today=today,
    )
    if next_one.follow == Follow.SETTLE:
        _close(member, now, ParticipationAct.WARNING_SETTLED)
    elif next_one.follow == Follow.WARN:
        _warn(member, next_one.step, rule_set.slug, now)
    elif next_one.follow == Follow.SUSPEND:
        _suspend(member, rule_set.slug, now)
    return next_one.follow != Follow.NOTHING


def _close(member: Member, now: datetime, code: ParticipationAct) -> None:
    for warning in ParticipationWarning.objects.open().filter(member=member):
        warning.closed_at = now
        warning.save()
        record(code, subject=warning, by=None, at=now)


def _warn(member: Member, step: WarningStep, rule_set: str, now: datetime) -> ParticipationWarning:
    warning = ParticipationWarning.objects.create(member=member, step=step, written_at=now)
    record(ParticipationAct.MEMBER_WARNED, subject=warning, by=None, at=now, rule_set=rule_set)
    notifications.member_warned(warning, at=now)
    return warning


def _suspend(member: Member, rule_set: str, now: datetime) -> Suspension:
    _close(member, now, ParticipationAct.WARNING_SETTLED)
    suspension = Suspension.objects.create(member=member, start=statute_day(now), reason=Rule.TWO_NOTICES)
    record(ParticipationAct.VOTE_SUSPENDED, subject=suspension, by=None, at=now, rule_set=rule_set)
    notifications.vote_suspended(suspension, at=now)
    return suspension


def _give_back(suspension: Suspension, now: datetime) -> bool:
    verdict = may_restore(
        is_suspended=True,
        since=credits_since(suspension),
        needed=rules_on(statute_day(now)).restoration_credits,
    )
    if verdict:
        _end(suspension, Rule.TOOK_PART, by=None, now=now)
    return bool(verdict)


def credits_since(suspension: Suspension) -> int:
    """In how many things the member took part since its vote was suspended."""
    since = Credit.objects.standing().filter(member=suspension.member_id, earned_on__gte=suspension.start)
    return since.count()


@act
def restore_vote(*, member: Member, reason: str, by: Person, now: datetime) -> Suspension:
    """The secretary gives a suspended vote back by a decision; from the next roll on.  Raises Refused."""
    Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    require(can_keep_participation(by, now=now))
    suspension = Suspension.objects.on(statute_day(now)).filter(member=member).first()
    require(
        Verdict(
            (
                Line(ParticipationBar.NOT_SUSPENDED, suspension is not None),
                Line(Bar.REASON_MISSING, bool(reason.strip())),
            )
        )
    )
    return _end(suspension, reason.strip(), by=by, now=now)


def _end(suspension: Suspension, reason: str, *, by: Person | None, now: datetime) -> Suspension:
    suspension.end, suspension.end_reason = statute_day(now), reason
    suspension.save()
    record(ParticipationAct.VOTE_RESTORED, subject=suspension, by=by, at=now)
    notifications.vote_restored(suspension, at=now)
    return suspension


@act
def send_again(*, warning: ParticipationWarning, by: Person, now: datetime) -> ParticipationWarning:
    """A warning that reached nobody is withdrawn, and written anew to whoever acts for the member now.

    Its days count from the new one.  Raises Refused when it is closed.
    """
    Member.objects.select_for_update(of=("self",)).get(pk=warning.member_id)
    warning = ParticipationWarning.objects.select_for_update(of=("self",)).get(pk=warning.pk)
    require(can_keep_participation(by, now=now))
    require(Verdict((Line(ParticipationBar.WARNING_SETTLED_ALREADY, warning.closed_at is None),)))
    warning.closed_at = now
    warning.save()
    record(ParticipationAct.WARNING_WITHDRAWN, subject=warning, by=by, at=now)
    return _warn(warning.member, WarningStep(warning.step), rule_set_on(statute_day(now)).slug, now)
