"""What the result of a secret vote could give away, before it opens."""

from elections.models import Election


def leak_report(election: Election):
    """The report on the roll of the vote; None before a roll was published."""
    return None


def ballot_warning(election: Election) -> bool:
    """Whether the ballot has to warn that perhaps only the outcome will be published."""
    return False
