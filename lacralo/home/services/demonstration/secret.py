"""The secret votes of the demonstration: ceremony, envelopes, mix, opening, proclamation."""

from datetime import datetime, timedelta

from elections.enums import CalendarKey
from elections.enums.seals import Purpose
from elections.models import Place, Scrutineer
from elections.selectors.box import witness_name
from elections.services.ballots import close_vote, open_vote
from elections.services.keys import freeze_key
from elections.services.observers import begin_observing
from elections.services.openings import remove_layer
from elections.services.scrutineers import confirm_code, make_code, name_scrutineer
from elections.services.sealed_ballots import cast_sealed_ballot
from lacralo.core.people.models import Person
from lacralo.core.vault import witness
from lacralo.home.services.demonstration.contests import DAY, HOUR, Contest
from lacralo.home.services.demonstration.papers import Papers
from lacralo.home.services.demonstration.voting import BETWEEN_BALLOTS, choice_of, stays_away

#: Every so many places on the roll somebody changes their mind.
_VOTES_AGAIN = 5
_CHANGES_AFTER = timedelta(hours=9)


def is_watched(contest: Contest, *, by: Person) -> None:
    """Somebody observes the vote from its call on."""
    moment = contest.begins(CalendarKey.CALL) + 5 * HOUR
    contest.at(moment, lambda at: begin_observing(election=contest.election, by=by, now=at))


def is_prepared(contest: Contest, papers: Papers, *, shown: int, confirmed: int, before: timedelta) -> None:
    """The secretary names the scrutineers so long before the vote; the first ones have their codes shown,
    and the first of those type them back."""
    start = contest.begins(CalendarKey.VOTE) - before
    contest.at(start, lambda _at: _forget_earlier_demonstration(contest))
    for place, person in enumerate(contest.region.scrutineers):
        named = start + place * HOUR / 4
        contest.at(named, lambda at, person=person: _name(contest, person, at))
        if place < shown:
            contest.at(
                named + (2 + place) * HOUR, lambda at, person=person: _show(contest, papers, person, at)
            )
        if place < confirmed:
            contest.at(
                named + (3 + place) * HOUR, lambda at, person=person: _confirm(contest, papers, person, at)
            )


def is_rehearsed(contest: Contest, papers: Papers) -> None:
    """The whole ceremony: codes, key, and two scrutineers who open the test ballot."""
    before = 3 * DAY
    is_prepared(contest, papers, shown=3, confirmed=3, before=before)
    start, officer = contest.begins(CalendarKey.VOTE) - before + 20 * HOUR, contest.region.secretary
    contest.at(start, lambda at: freeze_key(election=contest.election, by=officer, now=at))
    _remove(contest, papers, Purpose.REHEARSAL, contest.region.scrutineers[:2], start)


def votes_secretly(contest: Contest, *, voters: int) -> None:
    """The vote opens, and the first so many places put their envelopes in, more or less; some again."""
    opened, officer = contest.begins(CalendarKey.VOTE) + HOUR, contest.region.secretary
    contest.at(opened, lambda at: open_vote(election=contest.election, by=officer, now=at))
    for number in range(1, voters + 1):
        moment = opened + HOUR + number * BETWEEN_BALLOTS
        if stays_away(number):
            continue
        contest.at(moment, lambda at, number=number: _put_in(contest, number, number, at))
        if not number % _VOTES_AGAIN:
            later = moment + _CHANGES_AFTER
            contest.at(later, lambda at, number=number: _put_in(contest, number, number + 1, at))


def is_mixed(contest: Contest) -> None:
    """The secretary closes the vote after its end: the envelopes are mixed."""
    moment, officer = contest.ends(CalendarKey.VOTE) + HOUR, contest.region.secretary
    contest.at(moment, lambda at: close_vote(election=contest.election, by=officer, now=at))


def is_unsealed(contest: Contest, papers: Papers) -> None:
    """Two scrutineers open the envelopes, and they are counted."""
    start = contest.ends(CalendarKey.VOTE) + 2 * HOUR
    _remove(contest, papers, Purpose.COUNT, contest.region.scrutineers[1:], start)


def _forget_earlier_demonstration(contest: Contest) -> None:
    """A demonstration made anew on the same day has the same votes: what the old one confirmed is gone."""
    witness.set_to(witness_name(contest.election), 0)


def _name(contest: Contest, person: Person, at: datetime) -> None:
    name_scrutineer(election=contest.election, person=person, by=contest.region.secretary, now=at)


def _of(contest: Contest, person: Person) -> Scrutineer:
    return Scrutineer.objects.get(election=contest.election, person=person)


def _show(contest: Contest, papers: Papers, person: Person, at: datetime) -> None:
    words = make_code(scrutineer=_of(contest, person), by=person, now=at)
    papers.write_down(_of(contest, person), words)


def _confirm(contest: Contest, papers: Papers, person: Person, at: datetime) -> None:
    own = _of(contest, person)
    confirm_code(scrutineer=own, typed=papers.words_of(own), by=person, now=at)


def _remove(
    contest: Contest, papers: Papers, purpose: Purpose, people: list[Person], start: datetime
) -> None:
    for place, person in enumerate(people, start=1):
        contest.at(
            start + place * 2 * HOUR, lambda at, person=person: _layer(contest, papers, purpose, person, at)
        )


def _layer(contest: Contest, papers: Papers, purpose: Purpose, person: Person, at: datetime) -> None:
    own = _of(contest, person)
    remove_layer(scrutineer=own, purpose=purpose, typed=papers.words_of(own), by=person, now=at)


def _put_in(contest: Contest, number: int, wish: int, at: datetime) -> None:
    place = Place.objects.select_related("holder").get(election=contest.election, number=number)
    cast_sealed_ballot(
        place=place,
        choice=choice_of(contest, wish),
        token=f"{number} {at.isoformat()}",
        by=place.holder,
        now=at,
    )
