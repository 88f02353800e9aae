"""Secret votes as they stand at a moment, in the field's words; made by the acts themselves."""

from datetime import datetime, timedelta
from itertools import count

from elections.enums import Secrecy
from elections.enums.seals import Purpose
from elections.models import Election, Scrutineer
from elections.services.ballots import close_vote, open_vote
from elections.services.keys import freeze_key
from elections.services.openings import Removed, remove_layer
from elections.services.scrutineers import confirm_code, make_code, name_scrutineer
from elections.services.sealed_ballots import cast_sealed_ballot
from lacralo.core.people.models import Person
from members.models import Term
from tests.builders import LONG_AGO, NOW, person, position
from tests.elections.builders import officer, rule_set
from tests.elections.poll import HOUR, before_the_vote, end_of_vote, holder_of, place_of

_number = count(1)
#: Long enough before the vote for a ceremony in peace.
CEREMONY = timedelta(days=2)


def scrutineer_person(name: str = "") -> Person:
    """Somebody who holds the office of scrutineer."""
    found = person(name or f"Scrutineer {next(_number)}")
    Term.objects.create(position=position("scrutineer"), person=found, start=LONG_AGO)
    return found


class Papers:
    """What the scrutineers keep on paper: the words, by scrutineer."""

    def __init__(self):
        self.words: dict[int, str] = {}

    def of(self, scrutineer: Scrutineer) -> str:
        """The words of a scrutineer's code."""
        return self.words[scrutineer.pk]


def secret_election(*, now: datetime = NOW, **fields) -> Election:
    """Candidates stand, the provisional roll is public, a secret vote begins at `now`; no ceremony yet."""
    rule_set(**{"secrecy_of_elections": str(Secrecy.SECRET)} | fields.pop("rules", {}))
    return before_the_vote(now=now, **fields)


def with_codes(
    election: Election, papers: Papers, *, number: int = 3, at: datetime = NOW - CEREMONY
) -> list[Scrutineer]:
    """Scrutineers are named, have their codes made and type them back."""
    people = []
    for _ in range(number):
        who = scrutineer_person()
        named = name_scrutineer(election=election, person=who, by=officer(), now=at)
        papers.words[named.pk] = " ".join(make_code(scrutineer=named, by=who, now=at))
        assert confirm_code(scrutineer=named, typed=papers.of(named), by=who, now=at)
        people.append(named)
    return people


def remove(scrutineer: Scrutineer, papers: Papers, purpose: Purpose, *, at: datetime) -> Removed:
    """A scrutineer removes their layer with the words on paper."""
    return remove_layer(
        scrutineer=scrutineer, purpose=purpose, typed=papers.of(scrutineer), by=scrutineer.person, now=at
    )


def rehearsed(
    election: Election, papers: Papers, *, number: int = 3, needed: int = 2, at: datetime = NOW - CEREMONY
) -> list[Scrutineer]:
    """The whole ceremony: codes, key, test ballot opened."""
    people = with_codes(election, papers, number=number, at=at)
    freeze_key(election=election, by=officer(), now=at)
    for each in people[:needed]:
        remove(each, papers, Purpose.REHEARSAL, at=at)
    return people


def open_secret_vote(papers: Papers, *, now: datetime = NOW, **fields) -> Election:
    """A secret vote was opened at `now`, after its ceremony."""
    election = secret_election(now=now, **fields)
    rehearsed(election, papers, at=now - CEREMONY)
    return open_vote(election=election, by=officer(), now=now)


def put_in(
    election: Election, number: int, choice: str, *, token: str = "", at: datetime = NOW + HOUR
) -> str:
    """A place puts its envelope in; its tracker."""
    place = place_of(election, number)
    return cast_sealed_ballot(
        place=place, choice=choice, token=token or f"token {next(_number)}", by=holder_of(place), now=at
    )


def put_in_many(election: Election, choices: dict[int, str], *, at: datetime = NOW + HOUR) -> dict[int, str]:
    """Several places put their envelopes in, in the order given; their trackers by place."""
    return {number: put_in(election, number, choice, at=at) for number, choice in choices.items()}


def mixed(election: Election) -> Election:
    """The officer closes the vote at its end."""
    return close_vote(election=election, by=officer(), now=end_of_vote(election))


def opened(election: Election, papers: Papers, *, purpose: Purpose = Purpose.COUNT, by=(0, 1)) -> Removed:
    """Scrutineers open the envelopes: what the last of them is answered."""
    people = list(election.scrutineers.present().select_related("person").order_by("number"))
    at, answer = end_of_vote(election) + HOUR, None
    for place in by:
        answer = remove(people[place], papers, purpose, at=at)
    return answer
