"""Acts on members: enter, change, give another status."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Refused, Verdict, require
from members.enums import Act, Bar, MemberKind, MemberStatus
from members.models import Member, StatusPeriod
from members.rules.individuals import may_enter
from members.rules.names import search_form, slug_form
from members.rules.status import may_set_status
from members.services.confirmations import ask_later


@act
def register_member(
    *,
    name: str,
    country: str,
    status: MemberStatus,
    reason: str,
    by: Person | None,
    now: datetime,
    status_start: date | None = None,
    kind: MemberKind = MemberKind.ALS,
    website: str = "",
    accredited_on: str = "",
    note: str = "",
    code: Act = Act.MEMBER_REGISTERED,
    digest: str = "",
) -> Member:
    """A member enters the register with its status; `status_start` None: since when is not known.

    `accredited_on` is as exact as the source (`2008`, `2008-05`, `2008-05-14`).
    Raises Refused when the country has a member of that name, and for a second entry of the joint vote.
    """
    has_joint = Member.objects.filter(kind=MemberKind.COLLECTIVE).exists()
    entered = may_enter(kind, country=country, has_joint_entry=has_joint)
    require(_name_is_free(name, country, besides=None) & entered)
    member = Member(kind=kind, name=name.strip(), country=country, website=website, note=note)
    member.search_name, member.slug, member.accredited_on = search_form(name), _free_slug(name), accredited_on
    _save_new(member)
    StatusPeriod.objects.create(member=member, status=status, start=status_start, reason=reason)
    record(code, subject=member, by=by, at=now, digest=digest)
    ask_later(member, now=now)
    return member


@act
def change_member(
    *,
    member: Member,
    name: str,
    country: str,
    website: str,
    note: str,
    reason: str,
    by: Person | None,
    now: datetime,
) -> Member:
    """The entry of a member is put right; its address in the portal stays.

    Raises Refused without a reason, or when the country has another member of that name.
    """
    member = Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    given = Verdict((Line(Bar.REASON_MISSING, bool(reason.strip())),))
    fits = may_enter(MemberKind(member.kind), country=country, has_joint_entry=False)
    require(given & _name_is_free(name, country, besides=member) & fits)
    member.name, member.search_name = name.strip(), search_form(name)
    member.country, member.website, member.note = country, website, note
    member._change_reason = reason
    member.save()
    record(Act.MEMBER_CHANGED, subject=member, by=by, at=now)
    return member


@act
def set_status(
    *, member: Member, status: MemberStatus, start: date, reason: str, by: Person | None, now: datetime
) -> StatusPeriod:
    """The member has another status from `start` (a UTC day); the present period ends there.

    Raises Refused without a reason, for the same status, or for a day before the present period.
    """
    Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    present = StatusPeriod.objects.filter(member=member, end=None).first()
    require(
        may_set_status(
            present=MemberStatus(present.status) if present else None,
            present_start=present.start if present else None,
            status=status,
            start=start,
            reason=reason,
        )
    )
    if present:
        present.end = start
        present.save()
    period = StatusPeriod.objects.create(member=member, status=status, start=start, reason=reason)
    record(Act.STATUS_CHANGED, subject=member, by=by, at=now)
    return period


def _save_new(member: Member) -> None:
    """Two who enter the same member at the same moment: the second is refused like one who came later."""
    try:
        with transaction.atomic():
            member.save()
    except IntegrityError:
        raise Refused(Verdict((Line(Bar.NAME_TAKEN, False),))) from None


def _name_is_free(name: str, country: str, *, besides: Member | None) -> Verdict:
    same = Member.objects.filter(search_name=search_form(name), country=country)
    if besides:
        same = same.exclude(pk=besides.pk)
    return Verdict((Line(Bar.NAME_TAKEN, not same.exists()),))


def _free_slug(name: str) -> str:
    """The name as a label in addresses; numbered when another member has it."""
    label = slug_form(name)
    taken = set(Member.objects.filter(slug__startswith=label).values_list("slug", flat=True))
    numbered = (f"{label}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (label, *numbered) if each not in taken)
