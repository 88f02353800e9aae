"""Who runs an election, and what they may do with it now."""

from datetime import date

from elections.enums import Bar, NominationState
from elections.models import Election
from elections.rules.disputing import may_run
from elections.rules.preparing import call_day_line
from elections.rules.running import Progress, may_acclaim, may_object, may_publish_call
from elections.selectors.elections import acts_of, rules_of, stage_of, steps_of
from elections.selectors.eligibility import open_challenges, valid_nominations
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.selectors.offices import runs_elections
from members.selectors.representation import representations_of


def can_run_elections(person: Person | None, *, on: date) -> Verdict:
    """Who prepares elections on that day: the holder of an office that runs them."""
    is_officer = person is not None and runs_elections(person, on=on)
    return may_run(is_officer=is_officer, is_nominee_in_it=False)


def can_run(person: Person | None, election: Election, *, on: date) -> Verdict:
    """Who runs this election on that day: such an officer, unless they stand in it."""
    is_officer = person is not None and runs_elections(person, on=on)
    stands = (
        is_officer and election.nominations.filter(nominee=person, state=NominationState.ACCEPTED).exists()
    )
    return may_run(is_officer=is_officer, is_nominee_in_it=stands)


def can_edit_calendar(person: Person | None, election: Election, *, on: date) -> Verdict:
    """Who changes the calendar: an officer, before the call is out."""
    return can_run(person, election, on=on) & Verdict(
        (
            Line(Bar.PUBLISHED_ALREADY, election.published_at is None),
            Line(Bar.ANNULLED, election.annulled_at is None),
        )
    )


def can_publish(person: Person | None, election: Election, *, now) -> Verdict:
    """Who publishes the call: an officer, when the calendar follows the rules."""
    return can_run(person, election, on=statute_day(now)) & publish_verdict(election, now=now)


def publish_verdict(election: Election, *, now) -> Verdict:
    """Whether the call may go out, whoever sends it: every line of the calendar, and its first day."""
    steps = steps_of(election)
    progress = Progress(acts_of(election), steps, now)
    first_day = steps[0].starts.date()
    return may_publish_call(progress, rules_of(election)) & Verdict(
        (call_day_line(first_day, statute_day(now)),)
    )


def can_annul(person: Person | None, election: Election, *, on: date) -> Verdict:
    """Who annuls: an officer, before the proclamation; after it only a decision on a dispute could."""
    return can_run(person, election, on=on) & Verdict(
        (
            Line(Bar.NOT_PUBLISHED, election.published_at is not None),
            Line(Bar.ANNULLED, election.annulled_at is None),
            Line(Bar.PROCLAIMED_ALREADY, election.proclaimed_at is None),
        )
    )


def acclamation_progress(election: Election, *, now) -> Progress:
    """How far the election has come towards an acclamation."""
    stage = stage_of(election, now)
    return Progress(
        acts=acts_of(election),
        steps=stage.steps,
        now=now,
        valid_candidates=len(valid_nominations(election, now)),
        open_challenges=open_challenges(election).count(),
    )


def can_acclaim(person: Person | None, election: Election, *, now) -> Verdict:
    """Who acclaims the single candidate: an officer, when nothing more can make another valid."""
    allowed = can_run(person, election, on=statute_day(now))
    return allowed & may_acclaim(acclamation_progress(election, now=now), rules_of(election))


def can_object(person: Person | None, election: Election, *, now) -> Verdict:
    """Who objects to an acclamation: whoever acts for a member, while the window is open."""
    progress = Progress(acts_of(election), steps_of(election), now)
    acts = person is not None and representations_of(person, on=statute_day(now)).exists()
    return may_object(progress, rules_of(election), is_concerned=acts)
