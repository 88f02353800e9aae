"""The vote: opened with a frozen roll, ballots cast and cast again, closed once."""

import secrets
from datetime import datetime

from django.db import models

from elections.enums import CalendarKey
from elections.enums.acts import Act
from elections.models import Ballot, Candidate, Election, Envelope, Place, PublishedRoll
from elections.notifications import scrutiny as scrutiny_notifications
from elections.notifications import voting as notifications
from elections.permissions.voting import can_cast, can_close, can_open, close_verdict
from elections.rules.bundle import ballot_digest, ballot_row, opening_digest
from elections.rules.calendar import Step, step
from elections.rules.fingerprints import digest
from elections.rules.reminders import OPENING, reminder_moments
from elections.rules.roll import Roll, document, fingerprint
from elections.selectors.ballots import last_ballot, voters
from elections.selectors.box import is_set_back
from elections.selectors.bundles import paper_of
from elections.selectors.counts import as_cast, cast_ballots
from elections.selectors.elections import rules_of, steps_of
from elections.selectors.eligibility import candidate_sheets
from elections.selectors.scrutiny import is_secret
from elections.services.credits import credit_voters
from elections.services.locks import locked_election, take_with_election
from elections.services.mixing import mix
from elections.services.observers import tell_observers
from elections.services.rolls import roll_or_refuse
from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.models import Deadline
from lacralo.core.deadlines.services import schedule
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.selectors.representation import voting_representatives_on

#: The tasks that answer when the vote ends, and when members are reminded; see `elections.tasks.voting`.
CLOSE_TASK = "elections.close"
REMIND_TASK = "elections.remind"


@act
def open_vote(*, election: Election, by: Person, now: datetime) -> Election:
    """Roll, weights and candidates are frozen and the vote opens; nothing of them changes after.

    Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_open(by, election, now=now))
    roll = roll_or_refuse(election, now)
    content = document(roll)

    _freeze_places(election, roll, now)
    election.is_ratification = _freeze_candidates(election, now) == 1
    if is_secret(election):
        Envelope.objects.bulk_create(Envelope(place=each) for each in election.places.order_by("number"))
    PublishedRoll.objects.create(
        election=election,
        edition=PublishedRoll.Edition.FROZEN,
        published_at=now,
        fingerprint=fingerprint(content),
        content=content,
    )
    election.frozen_at = now
    election.save(update_fields=["frozen_at", "is_ratification"])

    record(
        Act.VOTE_OPENED,
        subject=election,
        by=by,
        at=now,
        role="officer",
        rule_set=election.rule_set.slug,
        digest=opening_digest(paper_of(election), fingerprint(content)),
    )
    _tell_and_schedule(election, step(steps_of(election), CalendarKey.VOTE), now)
    if is_secret(election):
        tell_observers(election, step="opened", now=now)
    return election


def _freeze_places(election: Election, roll: Roll, now: datetime) -> None:
    holders = voting_representatives_on(statute_day(now))
    Place.objects.bulk_create(
        Place(
            election=election,
            member_id=int(place.member),
            number=place.number,
            member_name=place.name,
            country=place.country,
            status=place.status,
            weight=place.weight,
            holder=holders[int(place.member)].person if int(place.member) in holders else None,
        )
        for place in roll.places
    )


def _freeze_candidates(election: Election, now: datetime) -> int:
    """The valid candidates by name, with the sheet of the day; how many."""
    sheets = [each for each in candidate_sheets(election, now=now) if each.is_valid]
    created = Candidate.objects.bulk_create(
        Candidate(
            election=election,
            nomination=each.nomination,
            number=number,
            name=each.nomination.nominee.name,
            member_name=each.nomination.member.name,
            country=each.nomination.member.country.code or "",
            sheet=each.as_json(),
        )
        for number, each in enumerate(sheets, start=1)
    )
    return len(created)


def _tell_and_schedule(election: Election, vote: Step, now: datetime) -> None:
    rules = rules_of(election)
    for key, at in reminder_moments(vote.starts, vote.ends, rules):
        if key == OPENING:
            invited = voters(election, rules, on=statute_day(now))
            notifications.vote_opened(election=election, voters=invited, closes=vote.ends, now=now)
        elif at > now:
            schedule(task=REMIND_TASK, key=key, subject=election, due_at=at, now=now)
    schedule(task=CLOSE_TASK, key="close", subject=election, due_at=vote.ends, now=now)


@act
def cast_ballot(*, place: Place, choice: str, by: Person, now: datetime) -> Ballot:
    """The member's ballot is cast, or cast again: the last one counts, the earlier ones stay to be seen.

    The same choice again by the same person is the ballot that is there already, with its receipt.
    Raises Refused.
    """
    # The place first, then the election: whoever closed it meanwhile held every place, and is seen here.
    place = Place.objects.select_for_update(of=("self",)).select_related("member").get(pk=place.pk)
    election = Election.objects.select_related("position", "rule_set")
    place.election = election.get(pk=place.election_id)
    last = last_ballot(place)
    if last and (last.choice, last.cast_by_id) == (choice, by.pk):
        return last
    require(can_cast(by, place, now=now, last=last, choice=choice))

    ballot = Ballot.objects.create(
        place=place,
        ordinal=last.ordinal + 1 if last else 1,
        choice=choice,
        cast_at=max(now, last.cast_at) if last else now,
        cast_by=by,
        receipt=secrets.token_hex(16),
    )

    # The chain says that a ballot was cast, not by whom: until the close nobody reads there who has voted.
    record(
        Act.BALLOT_CAST,
        subject=place.election,
        by=None,
        at=ballot.cast_at,
        role="voter",
        rule_set=place.election.rule_set.slug,
        digest=ballot_digest(as_cast(ballot)),
    )
    notifications.ballot_cast(ballot=ballot, election=place.election, now=now)
    return ballot


@act
def close_vote(*, election: Election, by: Person | None, now: datetime) -> Election:
    """The vote is closed, once; a ballot that was being cast is either in it or refused.

    Closing again changes nothing.  `by` None is the calendar.  Raises Refused.
    """
    _lock_places(election)
    election = locked_election(election.pk)
    if election.mixed_at:
        return election
    require(can_close(by, election, now=now) if by else close_verdict(election, now=now))

    credit_voters(election, now=now)
    digest_of_box = mix(election, now=now) if is_secret(election) else _digest_of_ballots(election)
    election.mixed_at = now
    election.save(update_fields=["mixed_at"])

    record(
        Act.VOTE_CLOSED,
        subject=election,
        by=by,
        at=now,
        role="officer" if by else "",
        rule_set=election.rule_set.slug,
        digest=digest_of_box,
    )
    if is_secret(election):
        tell_observers(election, step="closed", now=now)
        scrutiny_notifications.envelopes_wait(election=election, now=now)
    notifications.vote_closed(election=election, now=now)
    return election


def _digest_of_ballots(election: Election) -> str:
    return digest([ballot_row(as_cast(each)) for each in cast_ballots(election)])


def _lock_places(election: models.Model) -> None:
    """Wait for every ballot that is being cast; in one order, so that two who close do not lock crosswise."""
    places = Place.objects.select_for_update(of=("self",)).filter(election=election.pk)
    list(places.order_by("number").values_list("pk"))


@act
def close_on_time(*, pk: int, now: datetime) -> Election | None:
    """The calendar closes the vote: at its end, or late, once.

    None when the deadline was answered before, or when the election was annulled meanwhile.
    """
    deadline = Deadline.objects.open().filter(pk=pk).first()
    if deadline is None:
        return None
    election = Election.objects.select_related("returning_officer", "position").get(pk=deadline.subject_id)
    if is_secret(election) and is_set_back(election):
        # The deadline stays open: it rings again until the officer has decided.
        scrutiny_notifications.box_set_back(election=election, now=now)
        return None
    _lock_places(election)
    taken = take_with_election(pk=pk, now=now)
    if taken is None or taken[1].annulled_at:
        return None
    return close_vote(election=election, by=None, now=now)
