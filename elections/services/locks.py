"""What every act on an election begins with."""

from elections.models import Election


def locked_election(pk: int) -> Election:
    """Part of an act: the election, locked, with what its pages and mails name.

    Acts on its nominations, corrections and statements lock it before them, so that none waits in a circle;
    the ballots and the close lock the places first.
    """
    locked = Election.objects.select_for_update(of=("self",))
    return locked.select_related("position", "rule_set", "returning_officer").get(pk=pk)
