"""The ballots are counted, exactly, once."""

from collections.abc import Mapping
from datetime import datetime

from elections.enums.acts import Act
from elections.models import Election, Tally
from elections.permissions.voting import can_count
from elections.rules.bundle import tally_document, trace_document
from elections.rules.count import Tally as Count
from elections.rules.fingerprints import digest
from elections.selectors.ballots import elected_nomination
from elections.selectors.counts import counted
from elections.selectors.results import last_tally
from elections.services.locks import locked_election
from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require


@act
def count_vote(*, election: Election, by: Person, now: datetime) -> Tally:
    """The count with its whole record: totals, quorum, trace.  A tie or a missing quorum elects nobody.

    Counting again changes nothing.  Raises Refused.
    """
    election = locked_election(election.pk)
    if election.counted_at:
        return last_tally(election)
    require(can_count(by, election, now=now))
    found, quorum = counted(election)
    kept = {
        "tally": tally_document(found),
        "trace": trace_document(found),
        "quorum": quorum.facts | {"met": quorum.met},
    }
    return keep_count(election, found, kept, by=by, now=now, role="officer")


def keep_count(
    election: Election, found: Count, kept: Mapping[str, object], *, by: Person, now: datetime, role: str
) -> Tally:
    """Part of an act: the count with what is kept of it (`tally`, `trace`, `quorum`); the chain binds it."""
    tally = Tally.objects.create(
        election=election,
        version=election.tallies.count() + 1,
        counted_at=now,
        counted_by=by,
        state=found.state,
        elected=elected_nomination(election, found.elected),
        record=kept,
        digest=digest(kept["tally"]),
    )
    election.counted_at = now
    election.save(update_fields=["counted_at"])

    record(
        Act.VOTE_COUNTED,
        subject=election,
        by=by,
        at=now,
        role=role,
        rule_set=election.rule_set.slug,
        digest=tally.digest,
    )
    return tally
