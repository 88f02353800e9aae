"""What every act on an election begins with."""

from datetime import datetime

from elections.models import Election, Scrutineer
from lacralo.core.deadlines.models import Deadline
from lacralo.core.deadlines.services import take


def locked_election(pk: int) -> Election:
    """Part of an act: the election, locked, with what its pages and mails name.

    Acts on its nominations, corrections and statements lock it before them, so that none waits in a circle;
    the ballots and the close lock the places first.
    """
    locked = Election.objects.select_for_update(of=("self",))
    return locked.select_related("position", "rule_set", "returning_officer").get(pk=pk)


def locked_scrutineer(scrutineer: Scrutineer) -> Scrutineer:
    """Part of an act: the scrutineer behind their election, both locked."""
    election = locked_election(scrutineer.election_id)
    found = Scrutineer.objects.select_for_update(of=("self",)).select_related("person").get(pk=scrutineer.pk)
    found.election = election
    return found


def take_with_election(*, pk: int, now: datetime) -> tuple[Deadline, Election] | None:
    """Part of an act that answers a deadline: it and its election; None when it was answered or cancelled.

    The election is locked first: whoever annuls it holds it, and then cancels its deadlines.
    """
    deadline = Deadline.objects.open().filter(pk=pk).first()
    if deadline is None:
        return None
    election = locked_election(int(deadline.subject_id))
    return None if take(pk=pk, now=now) is None else (deadline, election)
