"""Voting is taking part: every member that voted gets its credit when the vote is closed."""

from datetime import datetime

from elections.models import Ballot, Election
from elections.selectors.ballots import voters
from elections.selectors.box import marked_places
from elections.selectors.elections import rules_of
from elections.selectors.scrutiny import is_secret
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums import CreditKind
from members.models import Member
from members.services.credits import give_credits


def credit_voters(election: Election, *, now: datetime) -> None:
    """Part of the act of closing: all voters at once, in the order of the roll.

    A credit at the cast would tell when somebody voted in secret.  It is public when the voters are.
    """
    secret = is_secret(election)
    give_credits(
        CreditKind.VOTED,
        _in_secret(election, now) if secret else _by_name(election),
        evidence=election,
        on=statute_day(now),
        is_public=not secret or rules_of(election).voters_published,
    )


def _in_secret(election: Election, now: datetime) -> list[tuple[Member, Person | None]]:
    """Nothing says who cast an envelope: whoever holds the vote at the close is named."""
    holders = {
        place.pk: person for place, person in voters(election, rules_of(election), on=statute_day(now))
    }
    marked = marked_places(election).select_related("member").order_by("number")
    return [(place.member, holders.get(place.pk)) for place in marked]


def _by_name(election: Election) -> list[tuple[Member, Person | None]]:
    ballots = Ballot.objects.filter(place__election=election).counting()
    counting = ballots.select_related("place__member", "cast_by").order_by("place__number")
    return [(ballot.place.member, ballot.cast_by) for ballot in counting]
