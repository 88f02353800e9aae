"""Mails about calls, nominations and eligibility; each goes to a person once, in their language."""

from collections.abc import Iterable
from datetime import datetime

from elections.enums import CalendarKey, NominationState
from elections.models import Election, EligibilityChallenge, Nomination
from elections.rules.calendar import Step, Steps
from elections.selectors.links import link_token
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.notifications.services import tell
from lacralo.core.people.models import Person
from members.selectors.individuals import own_votes_on
from members.selectors.representation import voting_representatives_on


def everybody(election: Election, now: datetime) -> list[Person]:
    """Who holds a vote on the day of `now`, once each; where individuals elect, the individual members."""
    day = statute_day(now)
    among = election.is_among_individuals
    votes = own_votes_on(day) if among else voting_representatives_on(day).values()
    return list({each.person_id: each.person for each in votes}.values())


def call_published(*, election: Election, steps: Steps, now: datetime) -> None:
    """Every voting representative gets the call with its calendar, the text in the mail."""
    for person in everybody(election, now):
        _tell(person, election, "call", "call_published", now, steps=steps)


def nominated(*, nomination: Nomination, acceptance: Step, now: datetime) -> None:
    """The nominee gets the link by which they accept or decline, and until when."""
    _tell(
        nomination.nominee,
        nomination.election,
        f"nomination:{nomination.pk}",
        "nomination_received",
        now,
        nomination=nomination,
        token=link_token(nomination),
        until=acceptance.ends,
    )


def answered(*, nomination: Nomination, now: datetime) -> None:
    """Whoever nominated and the returning officer learn of the answer; nobody is told of their own act."""
    template = {
        NominationState.ACCEPTED: "nomination_accepted",
        NominationState.DECLINED: "nomination_declined",
        NominationState.WITHDRAWN: "nomination_withdrawn",
        NominationState.LAPSED: "nomination_lapsed",
    }[NominationState(nomination.state)]
    concerned = {nomination.nominated_by, nomination.election.returning_officer}
    if nomination.state == NominationState.LAPSED:
        concerned.add(nomination.nominee)
    else:
        concerned.discard(nomination.nominee)
    event = f"nomination:{nomination.pk}:{nomination.state}"
    for person in concerned:
        _tell(person, nomination.election, event, template, now, nomination=nomination)


def nominations_reopened(*, election: Election, opened: Step, steps: Steps, now: datetime) -> None:
    """Every voting representative learns that a further phase opened, why, and the new calendar."""
    for person in everybody(election, now):
        _tell(
            person,
            election,
            f"reopened:{opened.key}",
            "nominations_reopened",
            now,
            opened=opened,
            is_third=opened.key == CalendarKey.NOMINATIONS_3,
            steps=steps,
        )


def challenge_filed(*, challenge: EligibilityChallenge, now: datetime) -> None:
    """The returning officer has to answer; the candidate knows what is said of them."""
    concerned = {challenge.nomination.election.returning_officer, challenge.nomination.nominee}
    _tell_of_challenge(challenge, concerned - {challenge.filed_by}, "challenge_filed", now)


def challenge_answered(*, challenge: EligibilityChallenge, now: datetime) -> None:
    """Whoever filed it and the candidate get the answer with its reasons."""
    _tell_of_challenge(
        challenge, {challenge.filed_by, challenge.nomination.nominee}, "challenge_answered", now
    )


def acclaimed(*, nomination: Nomination, until: datetime, now: datetime) -> None:
    """Every voting representative learns who is acclaimed, and until when they may object."""
    for person in everybody(nomination.election, now):
        _tell(
            person,
            nomination.election,
            f"acclaimed:{now.isoformat()}",
            "candidate_acclaimed",
            now,
            nomination=nomination,
            until=until,
        )


def annulled(*, election: Election, now: datetime) -> None:
    """Every voting representative learns that the election is annulled, and why."""
    for person in everybody(election, now):
        _tell(person, election, "annulled", "election_annulled", now)


def step_due(*, election: Election, due: Step, now: datetime) -> None:
    """The returning officer learns that a step has begun that needs an act of theirs."""
    event = f"due:{due.key}:{due.starts.date().isoformat()}"
    _tell(election.returning_officer, election, event, "officer_due", now, due=due)


def _tell_of_challenge(
    challenge: EligibilityChallenge, people: Iterable[Person], template: str, now: datetime
) -> None:
    for person in people:
        _tell(
            person,
            challenge.nomination.election,
            f"challenge:{challenge.pk}:{template}",
            template,
            now,
            challenge=challenge,
            nomination=challenge.nomination,
        )


def _tell(person: Person, election: Election, event: str, template: str, now: datetime, **context) -> None:
    tell(
        person=person,
        event=f"election:{election.pk}:{event}",
        template=f"elections/{template}",
        context={"election": election} | context,
        at=now,
    )
