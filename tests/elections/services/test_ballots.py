"""Opening, casting, casting again, closing: allowed and refused."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from elections.enums import Bar, CalendarKey, Phase
from elections.enums.poll import Poll
from elections.enums.seals import Seal
from elections.models import Ballot, Candidate, Election, Place, PublishedRoll
from elections.rules.calendar import step
from elections.selectors.ballots import last_ballot, participation
from elections.selectors.elections import phase_of, steps_of
from elections.selectors.rolls import correction_window_ends
from elections.services.ballots import cast_ballot, close_on_time, close_vote, open_vote
from elections.services.rolls import ask_correction
from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.models import Representation
from tests.builders import NOW, TODAY, accredited, person, representative
from tests.elections.builders import challenge, officer
from tests.elections.poll import (
    HOUR,
    before_the_vote,
    closed,
    end_of_vote,
    holder_of,
    open_vote_of,
    place_of,
    publish,
    vote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def members():
    """Two members in Peru, one in Jamaica."""
    return [accredited("Red Andina", "PE"), accredited("Red Costa", "PE"), accredited("Red Canaria", "JM")]


def bars(refusal) -> list:
    return [line.code for line in refusal.value.verdict.bars]


def opening_is_refused(election, *, by=None, now=NOW) -> list:
    with pytest.raises(Refused) as refusal:
        open_vote(election=election, by=by or officer(), now=now)
    return bars(refusal)


def test_opening_freezes_places_candidates_and_roll_and_tells_the_voters():
    election = open_vote_of()

    assert phase_of(election, NOW) == Phase.OPEN
    assert [str(place.weight) for place in election.places.order_by("number")] == ["50", "25", "25"]
    assert [each.name for each in election.candidates.order_by("number")] == ["Ana Alva", "Beto Brito"]
    assert election.rolls.filter(edition=PublishedRoll.Edition.FROZEN).count() == 1
    assert Notice.objects.filter(event=f"election:{election.pk}:opening").count() == 3
    keys = Deadline.objects.open().about(election).filter(task__in=["elections.close", "elections.remind"])
    assert sorted(keys.values_list("key", flat=True)) == ["24h", "close", "half_time"]


def test_opening_before_its_time_or_late_is_refused():
    early, late = before_the_vote(), before_the_vote(post="chair_elect")

    assert Bar.VOTE_DAY_NOT_REACHED in opening_is_refused(early, now=NOW - HOUR)
    assert Bar.VOTE_TIME_OVER in opening_is_refused(late, now=end_of_vote(late))


def test_a_stranger_and_a_candidate_do_not_open():
    election = before_the_vote()
    candidate = election.nominations.first().nominee

    assert opening_is_refused(election, by=person()) != []
    assert opening_is_refused(election, by=candidate) != []


def test_a_vote_of_another_kind_than_the_rule_set_names_does_not_open():
    election = before_the_vote()
    election.secrecy = "secret"
    election.save()

    assert opening_is_refused(election) == [
        Seal.SCRUTINEERS_MISSING,
        Seal.KEY_NOT_FROZEN,
        Seal.KEY_NOT_REHEARSED,
        Poll.SECRECY_NOT_AS_RULED,
    ]


def test_no_vote_opens_on_a_roll_that_members_have_not_seen():
    election = before_the_vote()
    accredited("Red Nueva", "JM")

    assert opening_is_refused(election) == [Poll.ROLL_CHANGED_SINCE_PUBLISHED]

    publish(election)
    assert opening_is_refused(election) == [Bar.CORRECTION_WINDOW_RUNS]

    over = correction_window_ends(election)
    assert open_vote(election=election, by=officer(), now=over).frozen_at == over


def test_open_corrections_and_challenges_bar_the_opening(members):
    election = before_the_vote()
    now = step(steps_of(election), CalendarKey.PROVISIONAL_ROLL).starts + HOUR
    by = Representation.objects.get(member=members[0]).person
    ask_correction(election=election, member=members[0], request="Wrong.", by=by, now=now)
    challenge(election.nominations.first(), str(Bar.IS_OBSERVER), line_passed=True)

    assert opening_is_refused(election) == [Bar.CORRECTIONS_UNANSWERED, Bar.CHALLENGES_UNANSWERED]


def test_one_candidate_is_put_to_a_ballot_only_where_the_rules_say_so():
    acclaimed = before_the_vote(names=["Ana Alva"])

    assert opening_is_refused(acclaimed) == [Bar.ONE_CANDIDATE]


def test_a_ratification_ballot_takes_yes_no_and_abstain():
    election = open_vote_of(names=["Ana Alva"], uncontested="ratification")

    for number, choice in enumerate(["yes", "no", "abstain"], start=1):
        vote(election, number, choice)

    assert election.is_ratification
    with pytest.raises(Refused) as refusal:
        vote(election, 1, "1")
    assert bars(refusal) == [Bar.NOT_ON_BALLOT]


def test_the_last_ballot_counts_and_the_same_again_is_the_same():
    election = open_vote_of()

    first = vote(election, 1, "1")
    same = vote(election, 1, "1", at=NOW + 2 * HOUR)
    last = vote(election, 1, "abstain", at=NOW + 3 * HOUR)

    assert same == first
    assert [ballot.ordinal for ballot in Ballot.objects.order_by("pk")] == [1, 2]
    assert last_ballot(place_of(election)) == last
    assert (participation(election).voted, participation(election).abstained) == (1, 1)


def test_the_chain_says_that_a_ballot_was_cast_and_not_by_whom():
    election = open_vote_of()
    ballot = vote(election, 1, "1")

    entry = Entry.objects.about(election).get(act="elections.ballot_cast")
    assert (entry.actor_role, entry.actor_id) == ("voter", "")
    assert ballot.receipt not in entry.digest


def test_nobody_votes_for_a_member_that_is_not_theirs():
    election = open_vote_of()

    for who in (person(), holder_of(place_of(election, 2)), officer()):
        with pytest.raises(Refused):
            cast_ballot(place=place_of(election, 1), choice="1", by=who, now=NOW + HOUR)
    assert Ballot.objects.count() == 0


def test_what_is_not_on_the_ballot_cannot_be_chosen():
    election = open_vote_of()

    with pytest.raises(Refused) as refusal:
        vote(election, 1, "3")

    assert bars(refusal) == [Bar.NOT_ON_BALLOT]


def test_the_instant_of_the_close_is_too_late():
    election = open_vote_of()
    end = end_of_vote(election)

    assert vote(election, 1, "1", at=end - timedelta(microseconds=1)).ordinal == 1
    with pytest.raises(Refused) as refusal:
        vote(election, 2, "1", at=end)
    assert bars(refusal) == [Bar.VOTE_NOT_OPEN]


@pytest.mark.parametrize(("rule", "votes"), [("successor_votes", "new"), ("holder_at_freeze_votes", "old")])
def test_the_rule_set_says_who_votes_when_a_representative_is_replaced(rule, votes):
    election = open_vote_of(replaced_representative=rule)
    place = place_of(election)
    people = {"old": holder_of(place)}
    Representation.objects.filter(member=place.member).update(end=TODAY)
    people["new"] = representative(place.member, start=TODAY)

    other = "old" if votes == "new" else "new"
    ballot = cast_ballot(place=place, choice="1", by=people[votes], now=NOW + HOUR)
    with pytest.raises(Refused):
        cast_ballot(place=place, choice="2", by=people[other], now=NOW + HOUR)

    assert (ballot.cast_by, place.holder) == (people[votes], people["old"])


def test_voting_again_is_refused_where_the_rules_say_once():
    election = open_vote_of(vote_again_allowed=False)
    vote(election, 1, "1")

    with pytest.raises(Refused) as refusal:
        vote(election, 1, "2")

    assert bars(refusal) == [Bar.VOTED_ALREADY]


def test_the_vote_is_closed_at_its_end_not_before_and_once():
    election = open_vote_of()
    with pytest.raises(Refused) as refusal:
        close_vote(election=election, by=officer(), now=NOW + HOUR)

    first = closed(election)
    again = close_vote(election=election, by=officer(), now=end_of_vote(election) + HOUR)

    assert bars(refusal) == [Bar.VOTE_STILL_RUNS]
    assert first.mixed_at == again.mixed_at
    assert Entry.objects.filter(act="elections.vote_closed").count() == 1


def test_the_calendar_closes_late_and_once_even_when_the_task_runs_twice():
    election = open_vote_of()
    deadline = Deadline.objects.get(task="elections.close")
    late = end_of_vote(election) + timedelta(days=3)

    closed_by_calendar = close_on_time(pk=deadline.pk, now=late)

    assert closed_by_calendar.mixed_at == late
    assert close_on_time(pk=deadline.pk, now=late) is None


def refuses(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


def test_the_database_refuses_edits_of_what_is_frozen():
    election = open_vote_of()
    ballot = vote(election, 1, "1")
    closed(election)
    place = place_of(election)
    new_place = {"election": election, "member": place.member, "number": 99, "member_name": "x", "weight": 1}

    assert refuses(lambda: Ballot.objects.filter(pk=ballot.pk).update(choice="2"))
    assert refuses(lambda: Ballot.objects.filter(pk=ballot.pk).delete())
    assert refuses(lambda: Place.objects.filter(pk=place.pk).update(weight="100"))
    assert refuses(lambda: Place.objects.create(**new_place | {"member": accredited()}))
    assert refuses(lambda: Candidate.objects.filter(election=election).update(name="x"))
    assert refuses(lambda: PublishedRoll.objects.filter(election=election).update(fingerprint="0" * 64))
    assert refuses(lambda: Election.objects.filter(pk=election.pk).update(secrecy="secret"))
    assert refuses(lambda: Election.objects.filter(pk=election.pk).update(mixed_at=None))
    late = {"place": place, "ordinal": 9, "choice": "1", "cast_at": NOW, "cast_by": officer()}
    assert refuses(lambda: Ballot.objects.create(receipt="late", **late))
