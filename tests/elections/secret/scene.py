"""A small electorate for secret votes, and what an attacker can do: refused, past the guards, on paper."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection

from elections.models import Election, Opening, Scrutineer
from elections.rules.sealing import Inner, written
from elections.selectors.scrutiny import openings_of, present_key
from lacralo.core.audit.guards import drop_guards, make_guards
from lacralo.core.audit.models import Entry
from lacralo.core.notifications.models import Notice
from lacralo.core.vault.seals import padded, seal
from lacralo.core.verdicts import Refused, Verdict
from tests.builders import accredited

#: Who votes: place 1 weighs a third, places 2 and 3 a sixth each, places 4, 5 and 6 a ninth each.
COUNTRIES = ("BR", "JM", "JM", "PE", "PE", "PE")
SECOND = timedelta(seconds=1)


def six_members() -> None:
    """Six members of three countries, so that some places weigh the same and some do not."""
    for number, country in enumerate(COUNTRIES, 1):
        accredited(f"Member {number}", country)


def bars(verdict: Verdict) -> list:
    """The codes of what bars an act."""
    return [line.code for line in verdict.bars]


def refusal(act: Callable[[], object]) -> list:
    """Why an act is refused; empty when it is not."""
    try:
        act()
    except Refused as refused:
        return bars(refused.verdict)
    return []


@contextmanager
def past_the_guards() -> Iterator[None]:
    """Somebody who owns the database takes its guards away, does something, and puts them back."""
    drop_guards(connection)
    try:
        yield
    finally:
        make_guards(connection)


def people_of(election: Election) -> list[Scrutineer]:
    """The present scrutineers, by number."""
    return list(election.scrutineers.present().select_related("person").order_by("number"))


def sealed_for(election: Election, choice: str, weight, *, context: str, public: str = "") -> str:
    """An envelope that somebody made outside of the portal, who knows the public key."""
    inner = padded(written(Inner(choice, weight), "f" * 32), 192)
    return seal(inner, public or present_key(election).public_key, context=context)


def acts_on(election: Election) -> list[str]:
    """What the chain says was done to the election, in order."""
    return [entry.act for entry in Entry.objects.about(election).in_order()]


def mails(event: str) -> list[Notice]:
    """The mails about something, in the order in which they were written."""
    return list(Notice.objects.filter(event__contains=event).order_by("pk"))


def last_stop(election: Election) -> Opening | None:
    """The last opening with the present key, when it was stopped; None when it went well."""
    ended = [each for each in openings_of(election) if each.ended_at and each.key.superseded_at is None]
    return ended[-1] if ended and ended[-1].because else None
