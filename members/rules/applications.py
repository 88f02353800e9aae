"""What an application is made of, and when it may be sent and moved.  Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from lacralo.core.verdicts import Line, Verdict
from members.enums import MemberKind, MemberStatus
from members.enums.accreditation import AccreditationBar as Bar
from members.enums.accreditation import AdviceResult, AlsTie, IndividualExclusion, Page, Side, Stage
from members.rules.criteria import excludes
from members.rules.parameters import MemberRules

#: The text of the Memorandum of Understanding that an applicant accepts: the one of São Paulo.
MOU_VERSION = "mou/2006-12-04"
MOU_ADDRESS = "https://community.icann.org/pages/viewpage.action?pageId=2950480"
#: The document of the rulebook that holds mission and principles.
PRINCIPLES_DOCUMENT = "operating_principles"

#: An office that is late is reminded this often.
REMIND_EVERY = timedelta(days=7)

PAGES: Mapping[MemberKind, tuple[Page, ...]] = {
    MemberKind.ALS: (
        Page.NAME,
        Page.CONTACT,
        Page.ACTIVITIES,
        Page.MEMBERS,
        Page.MONEY,
        Page.INFORMATION,
        Page.REPRESENTATIVES,
        Page.INTERESTS,
        Page.COMMITMENTS,
    ),
    MemberKind.INDIVIDUAL: (
        Page.NAME,
        Page.CONTACT,
        Page.RESIDENCE,
        Page.MOTIVATION,
        Page.INTERESTS,
        Page.COMMITMENTS,
    ),
}

#: What is written on each page, and of it what may not stay empty.
FIELDS: Mapping[Page, tuple[str, ...]] = {
    Page.NAME: ("name", "country", "language"),
    Page.CONTACT: ("contact_name", "contact_email", "contact_phone", "website"),
    Page.ACTIVITIES: ("activities",),
    Page.MEMBERS: ("member_count", "governance"),
    Page.MONEY: ("funding", "finances"),
    Page.INFORMATION: ("public_information",),
    Page.RESIDENCE: ("is_resident", "als_tie", "als_tie_note"),
    Page.MOTIVATION: ("motivation",),
    Page.REPRESENTATIVES: ("primary_name", "primary_email", "alternate_name", "alternate_email"),
    Page.INTERESTS: ("interested_parties",),
    Page.COMMITMENTS: (),
}
_MAY_BE_EMPTY = frozenset(
    {"contact_phone", "website", "als_tie_note", "alternate_name", "alternate_email", "interested_parties"}
)


def next_page(kind: MemberKind, page: Page) -> Page | None:
    """The page after this one; None after the last, where the answers are checked."""
    pages = PAGES[kind]
    place = pages.index(page) + 1
    return pages[place] if place < len(pages) else None


def is_written(page: Page, values: Mapping[str, object]) -> bool:
    """Whether nothing that is needed is empty on the page."""
    return all(
        values.get(name) not in (None, "", False) for name in FIELDS[page] if name not in _MAY_BE_EMPTY
    )


def pages_missing(
    kind: MemberKind, values: Mapping[str, object], *, seen: Collection[str], is_committed: bool
) -> tuple[Page, ...]:
    """The pages that still want something; a page on which nothing is needed has to be seen."""
    return tuple(
        page
        for page in PAGES[kind]
        if str(page) not in seen
        or not is_written(page, values)
        or (page == Page.COMMITMENTS and not is_committed)
    )


@dataclass(frozen=True)
class Candidacy:
    """What the register and other applications say of whoever applies."""

    kind: MemberKind
    is_in_region: bool
    missing: tuple[Page, ...]
    status: MemberStatus | None
    other_number: int | None
    tie: AlsTie | None = None
    acts_for_als: bool = False


def may_submit(candidacy: Candidacy, rules: MemberRules) -> Verdict:
    """Whether the application may be sent: it is whole, from the region, and not there already.

    A member that was decertified may apply again; an individual is in no ALS, as far as the rules ask.
    """
    lines = (
        Line(Bar.PAGES_MISSING, not candidacy.missing, facts={"pages": candidacy.missing}),
        Line(Bar.COUNTRY_ELSEWHERE, candidacy.is_in_region),
        Line(Bar.ALREADY_MEMBER, candidacy.status != MemberStatus.ACCREDITED),
        Line(
            Bar.ALREADY_APPLIED, candidacy.other_number is None, facts={"number": candidacy.other_number or 0}
        ),
    )
    return Verdict(lines) & (_as_individual(candidacy, rules.individual_exclusion))


def _as_individual(candidacy: Candidacy, exclusion: IndividualExclusion) -> Verdict:
    if candidacy.kind != MemberKind.INDIVIDUAL:
        return Verdict()
    excluded = candidacy.tie is not None and str(candidacy.tie) in excludes(exclusion)
    return Verdict(
        (
            Line(Bar.IN_AN_ALS, not excluded, facts={"exclusion": exclusion}),
            Line(Bar.ACTS_FOR_AN_ALS, not candidacy.acts_for_als),
        )
    )


def in_order(stage: Stage, *, is_legal: bool) -> Verdict:
    """Whether the tables know the move; the line names the stage."""
    return Verdict((Line(Bar.OUT_OF_ORDER, is_legal, facts={"stage": stage}),))


def may_ask_advice(*, unchecked: int, requests_open: bool) -> Verdict:
    """The region is asked when everything was looked at and no question to the applicant is open."""
    return Verdict(
        (
            Line(Bar.CHECKS_MISSING, unchecked == 0, facts={"number": unchecked}),
            Line(Bar.REQUEST_OPEN, not requests_open),
        )
    )


def may_advise(result: AdviceResult, sides: Iterable[Side]) -> Verdict:
    """That the region could not agree is told with the arguments of both sides."""
    needed = set(Side) if result == AdviceResult.NO_CONSENSUS else set()
    return Verdict((Line(Bar.SIDES_MISSING, needed <= set(sides)),))


def may_argue(*, acts_for_it: bool, is_accredited: bool, is_argued_now: bool, is_interested: bool) -> Verdict:
    """Representatives of accredited members argue while advice is asked for, unless they are interested."""
    return Verdict(
        (
            Line(Bar.NO_VOICE, acts_for_it and is_accredited),
            Line(Bar.NOT_ARGUED_NOW, is_argued_now),
            Line(Bar.INTERESTED, not is_interested),
        )
    )


def days_of(stage: Stage, rules: MemberRules) -> int | None:
    """How many days the stage may take; None for one in nobody's hands."""
    return {
        Stage.SUBMITTED: rules.intake_days,
        Stage.DUE_DILIGENCE: rules.due_diligence_days,
        Stage.ADVICE: rules.advice_days,
        Stage.ALAC: rules.alac_days,
    }.get(stage)


def due_after_pause(due_at: datetime, *, paused_at: datetime, now: datetime) -> datetime:
    """The deadline when the clock goes on: later by as long as it stood still."""
    return due_at + (now - paused_at)


def days_between(start: datetime, end: datetime) -> int:
    """Whole days that passed."""
    return max((end - start).days, 0)
