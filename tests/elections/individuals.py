"""An election that the individual members hold among themselves, in the field's words."""

from elections.enums import CalendarKey
from elections.models import Election
from elections.services.ballots import open_vote
from tests.builders import NOW, voter_of
from tests.elections.builders import begin_step, candidate, officer, open_call, step_of
from tests.elections.poll import publish
from tests.members.individuals_builders import individual

REPRESENTATIVE, ALTERNATE = "individuals_representative", "individuals_alternate"


def call_of_individuals(post: str = REPRESENTATIVE, **fields) -> Election:
    """The call for that post, in the middle of its nominations."""
    return open_call(post=post, subregion="", **fields)


def stands(election: Election, entry):
    """The individual member is a valid candidate."""
    return candidate(election, nominee=voter_of(entry), member=entry)


def vote_of_individuals(names=("Luz", "Teo", "Kai"), *, post: str = REPRESENTATIVE, **fields) -> Election:
    """The first two of them stand, their roll was public, and the vote was opened now."""
    entries = [individual(name) for name in names]
    election = open_call(post=post, subregion="", at=CalendarKey.PROVISIONAL_ROLL, **fields)
    for entry in entries[:2]:
        stands(election, entry)
    begin_step(election, CalendarKey.VOTE, NOW)
    publish(election, at=step_of(election, CalendarKey.PROVISIONAL_ROLL).starts)
    return open_vote(election=Election.objects.get(pk=election.pk), by=officer(), now=NOW)
