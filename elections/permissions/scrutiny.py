"""Who names scrutineers, holds codes, opens, bars, postpones, and watches."""

from datetime import datetime

from elections.enums import Bar
from elections.enums.seals import Purpose, Seal
from elections.models import Election, Place, Scrutineer
from elections.permissions.elections import can_run
from elections.rules.parameters import article_of
from elections.rules.phase import phase
from elections.rules.postponing import may_postpone
from elections.rules.scrutiny import (
    may_be_scrutineer,
    may_confirm_code,
    may_freeze_key,
    may_make_code,
    may_prepare_scrutiny,
    may_remove_layer,
    ready_to_open,
)
from elections.rules.voting import may_cast
from elections.selectors.ballots import options_of, voter_of
from elections.selectors.box import is_barred, is_set_back
from elections.selectors.elections import acts_of, rules_of, steps_of
from elections.selectors.progress import progress_of
from elections.selectors.scrutiny import (
    ceremony_of,
    holder_of,
    is_secret,
    observes,
    office_holders,
    scrutineer_of,
    stands_in,
    vote_stage,
)
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.selectors.offices import runs_elections


def can_prepare_scrutiny(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who names and releases scrutineers: an officer, before the vote opens."""
    on = statute_day(now)
    return can_run(person, election, on=on) & may_prepare_scrutiny(ceremony_of(election, on=on))


def can_name_scrutineer(
    person: Person | None, election: Election, named: Person, *, now: datetime
) -> Verdict:
    """Who names this person: an officer, when the person may hold a code."""
    on = statute_day(now)
    return can_run(person, election, on=on) & may_be_scrutineer(
        ceremony_of(election, on=on),
        rules_of(election),
        holds_office=named in office_holders(on=on),
        stands=stands_in(named, election),
        runs_elections=runs_elections(named, on=on),
        is_named=scrutineer_of(named, election) is not None,
    )


def can_make_code(person: Person | None, scrutineer: Scrutineer, *, now: datetime) -> Verdict:
    """Who has a code made: the scrutineer, before the vote opens; a new one gives the old one up."""
    ceremony = ceremony_of(scrutineer.election, on=statute_day(now))
    return may_make_code(ceremony, holder_of(person, scrutineer))


def can_confirm_code(person: Person | None, scrutineer: Scrutineer, *, now: datetime) -> Verdict:
    """Who types a code back: the scrutineer to whom it was shown."""
    ceremony = ceremony_of(scrutineer.election, on=statute_day(now))
    return may_confirm_code(ceremony, holder_of(person, scrutineer), now)


def can_freeze_key(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who has the key made: an officer, when every code was typed back."""
    on = statute_day(now)
    return can_run(person, election, on=on) & may_freeze_key(ceremony_of(election, on=on), rules_of(election))


def ready_verdict(election: Election, *, now: datetime) -> Verdict:
    """Whether the ceremony is complete, where the vote is secret; a roll call needs none."""
    if not is_secret(election):
        return Verdict()
    box = Verdict((_set_back_line(election),))
    return ready_to_open(ceremony_of(election, on=statute_day(now)), rules_of(election)) & box


def can_remove_layer(
    person: Person | None, scrutineer: Scrutineer, purpose: Purpose, *, now: datetime
) -> Verdict:
    """Who removes a layer now: the scrutineer whose it is, once in an opening."""
    election = scrutineer.election
    return may_remove_layer(
        purpose,
        ceremony_of(election, on=statute_day(now)),
        vote_stage(election),
        holder_of(person, scrutineer, purpose),
        now,
    )


def can_postpone(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who postpones the vote: an officer, where it is secret and has not opened."""
    allowed = can_run(person, election, on=statute_day(now))
    return allowed & may_postpone(progress_of(election, now), is_secret=is_secret(election))


def can_cast_sealed(
    person: Person | None, place: Place, *, now: datetime, has_voted: bool, choice: str | None = None
) -> Verdict:
    """Whether the person may put an envelope in for the place now; without `choice`, open the ballot."""
    election = place.election
    return may_cast(
        voter_of(person, place, on=statute_day(now)),
        phase=phase(acts_of(election), steps_of(election), now),
        has_voted=has_voted,
        rules=rules_of(election),
        choice=choice,
        options=options_of(election) if choice is not None else (),
    ) & Verdict((_set_back_line(election),))


def can_bar_place(person: Person | None, place: Place, *, now: datetime) -> Verdict:
    """Who bars a place: an officer, while the vote is open or waits for its close."""
    election = place.election
    return can_run(person, election, on=statute_day(now)) & Verdict(
        (
            Line(Seal.NOT_SECRET, is_secret(election)),
            Line(Bar.NOT_FROZEN, election.frozen_at is not None),
            Line(Bar.CLOSED_ALREADY, election.mixed_at is None),
            Line(Bar.ANNULLED, election.annulled_at is None),
            Line(Seal.BARRED_ALREADY, not is_barred(place)),
            _set_back_line(election),
        )
    )


def can_answer_set_back(person: Person | None, election: Election, *, now: datetime) -> Verdict:
    """Who decides how it goes on after a backup was put back: an officer, when one was."""
    return can_run(person, election, on=statute_day(now)) & Verdict(
        (
            Line(Seal.NOT_SET_BACK, is_set_back(election)),
            Line(Bar.ANNULLED, election.annulled_at is None),
        )
    )


def can_observe(person: Person | None, election: Election) -> Verdict:
    """Who begins to observe: whoever has an account; the figures are public, the mails only save the way."""
    return Verdict(
        (
            Line(Seal.NOT_SECRET, is_secret(election)),
            Line(Bar.NOT_PUBLISHED, election.published_at is not None),
            Line(Seal.OBSERVES_ALREADY, not observes(person, election)),
        )
    )


def box_verdict(election: Election) -> Verdict:
    """Whether the box is as the portal last confirmed it; a roll call has none."""
    return Verdict((_set_back_line(election),)) if is_secret(election) else Verdict()


def _set_back_line(election: Election) -> Line:
    return Line(Seal.BOX_SET_BACK, not is_set_back(election), article_of("secrecy_of_elections"))
