"""Credits are written by the acts that show that a member took part."""

from collections.abc import Iterable
from datetime import date

from django.db import models

from lacralo.core.people.models import Person
from members.enums import CreditKind
from members.models import Credit, Member


def give_credits(
    kind: CreditKind,
    to: Iterable[tuple[Member, Person | None]],
    *,
    evidence: models.Model,
    on: date,
    is_public: bool,
) -> None:
    """Part of an act: each member, with who acted for it, gets one credit for this evidence, all at once.

    `on` is a UTC day.  Raises IntegrityError for a member that has it already.
    """
    Credit.objects.bulk_create(
        Credit(
            member=member,
            person=person,
            kind=kind,
            earned_on=on,
            evidence_type=evidence._meta.label_lower,
            evidence_id=str(evidence.pk),
            is_public=is_public,
        )
        for member, person in to
    )
