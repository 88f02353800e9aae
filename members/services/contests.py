"""A member contests a line of its participation; the secretary answers, and what is right is written down."""

from datetime import datetime, timedelta

from lacralo.core.audit import act, record
from lacralo.core.audit.links import digest_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.enums.participation import ParticipationAct
from members.models import Contest, Credit, Member, Occasion
from members.notifications import participation as notifications
from members.permissions.participation import can_contest, can_keep_participation
from members.rules.participation import may_answer, may_contest
from members.selectors.rules import rules_on
from members.services.corrections import attest, kind_for, strike_credit


@act
def contest_line(
    *,
    member: Member,
    words: str,
    by: Person,
    now: datetime,
    credit: Credit | None = None,
    occasion: Occasion | None = None,
) -> Contest:
    """The member says that a credit is wrong, or that it did take part in an occasion (exactly one of them).

    Those who keep the record are told.  Raises Refused.
    """
    Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    open_ones = Contest.objects.waiting().filter(member=member, credit=credit, occasion=occasion)
    is_own = credit.member_id == member.pk if credit else occasion is not None
    require(
        can_contest(by, member, now=now)
        & may_contest(is_of_the_member=is_own, is_contested=open_ones.exists(), words=words)
    )
    today = statute_day(now)
    contest = Contest.objects.create(
        member=member,
        credit=credit,
        occasion=occasion,
        words=words.strip(),
        language=by.language,
        filed_by=by,
        filed_at=now,
        due_on=today + timedelta(days=rules_on(today).contest_days),
    )
    digest = digest_of([contest.words])
    record(ParticipationAct.LINE_CONTESTED, subject=contest, by=by, at=now, digest=digest)
    notifications.line_contested(contest, at=now)
    return contest


@act
def answer_contest(*, contest: Contest, is_upheld: bool, answer: str, by: Person, now: datetime) -> Contest:
    """The secretary answers with reasons.  Where the member is right the credit is struck, or given.

    The member is told.  Raises Refused.
    """
    contest = Contest.objects.select_for_update(of=("self",)).get(pk=contest.pk)
    require(can_keep_participation(by, now=now))
    require(may_answer(is_answered=contest.answered_at is not None, answer=answer))
    contest.is_upheld, contest.answer = is_upheld, answer.strip()
    contest.answered_by, contest.answered_at = by, now
    contest.save()
    record(ParticipationAct.CONTEST_ANSWERED, subject=contest, by=by, at=now, digest=digest_of([answer]))
    if is_upheld:
        _put_right(contest, by=by, now=now)
    notifications.contest_answered(contest, at=now)
    return contest


def _put_right(contest: Contest, *, by: Person, now: datetime) -> None:
    reason = contest.answer[:300]
    if contest.credit:
        strike_credit(credit=contest.credit, reason=reason, by=by, now=now)
        return
    attest(
        member=contest.member,
        kind=kind_for(contest.occasion),
        on=contest.occasion.held_on,
        reason=reason,
        by=by,
        now=now,
        occasion=contest.occasion,
    )
