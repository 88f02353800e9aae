"""Who publishes rolls, opens, votes, closes, counts and proclaims, and whether it is time."""

from datetime import datetime

from elections.enums.poll import Poll
from elections.enums.seals import Seal
from elections.models import Ballot, Election, Place, RollCorrection
from elections.permissions.elections import can_run
from elections.permissions.scrutiny import box_verdict, ready_verdict
from elections.rules.disputing import may_decide
from elections.rules.parameters import article_of
from elections.rules.phase import phase
from elections.rules.polling import may_answer_correction, may_open
from elections.rules.running import may_close, may_count, may_proclaim, may_publish_roll
from elections.rules.voting import may_ask_correction, may_cast, may_vote
from elections.selectors.ballots import options_of, voter_of
from elections.selectors.elections import acts_of, rules_of, steps_of
from elections.selectors.eligibility import acclaimed_in, sheet
from elections.selectors.progress import progress_of, roll_today
from elections.selectors.rolls import correction_window_ends, members_concerned
from elections.selectors.scrutiny import is_secret
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict


def can_publish_roll(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who publishes the provisional roll: an officer, until the roll is frozen."""
    return _runs(person, election, now) & may_publish_roll(progress_of(election, now))


def roll_verdict(election: Election, *, now: datetime) -> Verdict:
    """Whether the provisional roll may be published, whoever does it (at its moment, the calendar)."""
    return may_publish_roll(progress_of(election, now))


def can_ask_correction(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who asks for a correction of the roll: whoever acts for a member, while the window is open."""
    on = statute_day(now)
    return may_ask_correction(
        is_concerned=bool(members_concerned(person, on=on)),
        is_published=election.roll_published_at is not None,
        is_frozen=election.frozen_at is not None,
        closes=correction_window_ends(election),
        now=now,
    )


def can_answer_correction(person: Person | None, correction: RollCorrection, *, now: datetime) -> Verdict:
    """Who answers: an officer who did not file it, once, before the roll freezes."""
    is_own = person is not None and correction.filed_by_id == person.pk
    allowed = _runs(person, correction.election, now) & may_decide(is_own=is_own)
    return allowed & may_answer_correction(
        is_open=correction.answered_at is None, is_frozen=correction.election.frozen_at is not None
    )


def can_open(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who freezes the roll and opens the vote: an officer, when nothing is left open."""
    today, rules = roll_today(election, now), rules_of(election)
    return _runs(person, election, now) & may_open(
        progress_of(election, now),
        rules,
        is_as_ruled=election.secrecy == rules.secrecy_of_elections,
        is_ready=ready_verdict(election, now=now),
        has_roll=today.has_voters,
        roll_is_as_published=today.is_as_published,
    )


def can_close(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who closes the vote: an officer, when its time is over (so does the calendar)."""
    return _runs(person, election, now) & close_verdict(election, now=now)


def close_verdict(election: Election, *, now: datetime) -> Verdict:
    """Whether the vote may be closed, whoever does it."""
    return may_close(progress_of(election, now)) & box_verdict(election)


def can_count(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who counts a roll call: an officer, after the close; a secret vote is opened by its scrutineers."""
    opened = Line(Seal.SCRUTINEERS_OPEN, not is_secret(election), article_of("scrutineers_needed"))
    return _runs(person, election, now) & may_count(progress_of(election, now)) & Verdict((opened,))


def can_proclaim(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who proclaims: an officer who does not stand, when the window is over; the acclaimed is still valid."""
    verdict = _runs(person, election, now) & may_proclaim(progress_of(election, now), rules_of(election))
    acclaimed = acclaimed_in(election)
    return verdict & sheet(acclaimed, now=now).verdict if acclaimed else verdict


def can_vote_for(person: Person | None, place: Place | None, *, now: datetime) -> Verdict:
    """Who votes for a place, whatever the hour: its holder, as the rule set says which one."""
    election = place.election if place else None
    if election is None:
        return Verdict((Line(Poll.NOT_THE_VOTER, passed=False),))
    return may_vote(voter_of(person, place, on=statute_day(now)), rules_of(election))


def can_cast(
    person: Person | None,
    place: Place,
    *,
    now: datetime,
    last: Ballot | None = None,
    choice: str | None = None,
) -> Verdict:
    """Whether the person may cast this ballot for the place now; without `choice`, may open the ballot."""
    election = place.election
    return may_cast(
        voter_of(person, place, on=statute_day(now)),
        phase=phase(acts_of(election), steps_of(election), now),
        has_voted=last is not None,
        rules=rules_of(election),
        choice=choice,
        options=options_of(election) if choice is not None else (),
    )


def can_see_receipt(person: Person | None, ballot: Ballot, *, now: datetime) -> Verdict:
    """Who sees a receipt: who cast it, and who votes for that member now; after the close, everybody."""
    place = ballot.place
    closed = place.election.mixed_at is not None
    own = person is not None and ballot.cast_by_id == person.pk
    mine = closed or own or bool(can_vote_for(person, place, now=now))
    return Verdict((Line(Poll.NOT_THE_VOTER, mine),))


def _runs(person: Person | None, election: Election, now: datetime) -> Verdict:
    return can_run(person, election, on=statute_day(now))
