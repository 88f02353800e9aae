"""The record of participation as it stands: occasions, credits, and the rules in force."""

from datetime import date, timedelta
from itertools import count

from lacralo.core.rulebook.models import RuleSet
from lacralo.core.rulebook.parameters import encoded
from members.enums import CreditKind, OccasionKind
from members.models import Credit, Member, Occasion
from tests.builders import NOW, TODAY

_number = count(1)
_EARNED = {OccasionKind.VOTE: CreditKind.VOTED, OccasionKind.CALL: CreditKind.ATTENDED}


def rules_in_force(since: date = date(2020, 1, 1), **parameters) -> RuleSet:
    """A rule set in force with these parameters of members, all others as declared."""
    stored = {key: encoded(value) for key, value in parameters.items()}
    number = next(_number)
    return RuleSet.objects.create(
        name=f"Rules {number}",
        slug=f"rules-{number}",
        status="in_force",
        in_force_from=since,
        published_at=NOW,
        parameters={"members": stored},
    )


def held(kind: OccasionKind = OccasionKind.CALL, *, days_ago: int = 40, before: date = TODAY) -> Occasion:
    """Something that was held so many days before TODAY, or another day."""
    return Occasion.objects.create(
        kind=kind,
        held_on=before - timedelta(days=days_ago),
        evidence_type="members.attestation",
        evidence_id=str(next(_number) + 10_000),
    )


def took_part(of: Member, occasion: Occasion, **fields) -> Credit:
    """The member took part in the occasion."""
    return Credit.objects.create(
        member=of,
        kind=fields.pop("kind", _EARNED[OccasionKind(occasion.kind)]),
        earned_on=occasion.held_on,
        evidence_type=occasion.evidence_type,
        evidence_id=occasion.evidence_id,
        is_public=fields.pop("is_public", True),
        **fields,
    )


def a_full_record(before: date = TODAY) -> None:
    """A call and a vote longer ago than any window: the record reaches back far enough to measure."""
    for kind in (OccasionKind.CALL, OccasionKind.VOTE):
        held(kind, days_ago=700, before=before)


def fallen(before: date = TODAY) -> list[Occasion]:
    """A vote and a call within the year, in which nobody took part: every member is on standby."""
    a_full_record(before)
    return [held(OccasionKind.VOTE, before=before), held(OccasionKind.CALL, before=before)]
