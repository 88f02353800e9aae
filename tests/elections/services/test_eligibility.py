"""Lines are challenged and decided; the single candidate is acclaimed and may be objected to."""

from datetime import timedelta

import pytest

from elections.enums import Bar, CalendarKey
from elections.enums.doors import Door
from elections.models import Election
from elections.selectors.eligibility import sheet, valid_nominations
from elections.services.eligibility import acclaim, answer_challenge, challenge_line
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from tests.builders import NOW, accredited, person, subregions, term, voter_of
from tests.elections.builders import candidate, challenge, end_step, officer, open_call, step_of

pytestmark = pytest.mark.django_db

NATIONALITY = str(Bar.NATIONALITY_NOT_DECLARED)
PLEDGE = str(Bar.NO_PLEDGE)


@pytest.fixture
def election():
    """An election in which lines can be challenged."""
    subregions()
    term("alac_odd", person(nationalities=("CL",)))
    return open_call(at=CalendarKey.ELIGIBILITY_CHALLENGE)


def codes(refusal) -> list[str]:
    return [str(line.code) for line in refusal.value.verdict.bars]


def dispute(nomination, line, *, by, reason="The register is wrong.", now=NOW):
    return challenge_line(nomination=nomination, line=line, reason=reason, by=by, now=now)


def decide(disputed, *, upheld, by=None, now=NOW):
    answer = "As the file shows."
    return answer_challenge(challenge=disputed, is_upheld=upheld, answer=answer, by=by or officer(), now=now)


def test_a_candidate_challenges_a_failed_line_and_an_upheld_challenge_turns_it(election):
    standing = candidate(election, nationality="")
    before = sheet(standing, now=NOW)

    disputed = dispute(standing, NATIONALITY, by=standing.nominee)
    decide(disputed, upheld=True)

    after = sheet(standing, now=NOW)
    assert (before.is_valid, after.is_valid) == (False, True)
    assert after.decided == {NATIONALITY: disputed}
    assert after.as_json()["is_valid"] is True
    assert [line["decision"]["answer"] for line in after.as_json()["lines"] if "decision" in line] == [
        "As the file shows."
    ]


def test_a_challenge_that_is_not_upheld_leaves_the_line(election):
    standing = candidate(election, nationality="")

    decide(dispute(standing, NATIONALITY, by=standing.nominee), upheld=False)

    assert sheet(standing, now=NOW).is_valid is False


def test_a_member_challenges_a_passed_line_and_can_turn_it(election):
    standing, critic = candidate(election), voter_of(accredited(country="JM"))

    decide(dispute(standing, PLEDGE, by=critic), upheld=True)

    assert sheet(standing, now=NOW).line(PLEDGE).passed is False


def test_each_challenges_only_their_kind_of_line(election):
    standing, critic = candidate(election, nationality=""), voter_of(accredited(country="JM"))

    with pytest.raises(Refused) as own:
        dispute(standing, PLEDGE, by=standing.nominee)
    with pytest.raises(Refused) as others:
        dispute(standing, NATIONALITY, by=critic)
    with pytest.raises(Refused) as stranger:
        dispute(standing, PLEDGE, by=person())

    assert codes(own) == [Door.CANDIDATE_DISPUTES_FAILED_LINES]
    assert codes(others) == [Door.MEMBERS_DISPUTE_PASSED_LINES]
    assert codes(stranger) == [Bar.NOT_CONCERNED]


def test_a_challenge_has_reasons_a_line_and_no_twin(election):
    standing, critic = candidate(election), voter_of(accredited(country="JM"))
    dispute(standing, PLEDGE, by=critic)

    with pytest.raises(Refused) as twice:
        dispute(standing, PLEDGE, by=critic)
    with pytest.raises(Refused) as silent:
        dispute(standing, str(Bar.NOT_ACCEPTED), by=critic, reason="  ")
    with pytest.raises(Refused) as unknown:
        dispute(standing, "elections.nothing", by=critic)

    assert codes(twice) == [Door.CHALLENGED_ALREADY]
    assert codes(silent) == [Door.REASON_MISSING]
    assert codes(unknown) == [Door.LINE_NOT_ON_SHEET]


def test_the_window_ends_at_the_very_instant_and_at_the_freeze(election):
    standing = candidate(election, nationality="")
    ends = step_of(election, CalendarKey.ELIGIBILITY_CHALLENGE).ends

    with pytest.raises(Refused) as late:
        dispute(standing, NATIONALITY, by=standing.nominee, now=ends)
    election.frozen_at = NOW
    election.save()
    with pytest.raises(Refused) as frozen:
        dispute(standing, NATIONALITY, by=standing.nominee)

    assert codes(late) == [Bar.CHALLENGE_WINDOW_OVER]
    assert codes(frozen) == [Bar.ROLL_FROZEN]


def test_the_answering_officer_may_not_be_a_candidate_and_answers_once(election):
    standing = candidate(election)
    both = candidate(election, nominee=term("support").person)
    disputed = challenge(standing, PLEDGE, line_passed=True, by=person())

    with pytest.raises(Refused) as interested:
        decide(disputed, upheld=True, by=both.nominee)
    decide(disputed, upheld=False)
    with pytest.raises(Refused) as again:
        decide(disputed, upheld=True)

    assert codes(interested) == [Door.OWN_CANDIDACY]
    assert codes(again) == [Door.CHALLENGE_ANSWERED]


def test_an_officer_does_not_decide_a_challenge_of_their_own(election):
    standing, officer_too = candidate(election), voter_of(accredited(country="JM"))
    term("support", officer_too)
    disputed = dispute(standing, PLEDGE, by=officer_too)

    with pytest.raises(Refused) as refusal:
        decide(disputed, upheld=True, by=officer_too)

    assert codes(refusal) == [Door.OWN_CASE]
    assert decide(disputed, upheld=False).answered_by == officer()


def test_candidate_and_officer_learn_of_a_challenge_and_both_sides_of_its_answer(election):
    standing, critic = candidate(election), voter_of(accredited(country="JM"))

    disputed = dispute(standing, PLEDGE, by=critic)
    decide(disputed, upheld=False)

    filed = Notice.objects.filter(event__endswith="challenge_filed")
    answered = Notice.objects.filter(event__endswith="challenge_answered")
    assert {notice.person for notice in filed} == {standing.nominee, officer()}
    assert {notice.person for notice in answered} == {standing.nominee, critic}


def test_the_only_valid_candidate_is_acclaimed(election):
    standing = candidate(election)
    candidate(election, nationality="")

    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    assert acclaim(election=election, by=officer(), now=NOW) == standing
    assert Election.objects.get().acclaimed_at == NOW


def test_several_valid_candidates_or_none_are_not_acclaimed(election):
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    with pytest.raises(Refused) as none:
        acclaim(election=election, by=officer(), now=NOW)
    candidate(election), candidate(election)
    with pytest.raises(Refused) as several:
        acclaim(election=election, by=officer(), now=NOW)

    assert codes(none) == [Bar.NO_CANDIDATE]
    assert codes(several) == [Bar.SEVERAL_CANDIDATES]


def test_where_the_rules_ask_for_a_ballot_nobody_is_acclaimed():
    subregions()
    election = open_call(at=CalendarKey.REVIEW, uncontested="ratification")
    candidate(election)

    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    with pytest.raises(Refused) as refusal:
        acclaim(election=election, by=officer(), now=NOW)

    assert codes(refusal) == [Bar.BALLOT_NEEDED]


def test_members_object_to_an_acclamation_within_the_hours_of_the_rule(election):
    standing, critic = candidate(election), voter_of(accredited(country="JM"))
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    acclaim(election=election, by=officer(), now=NOW)
    standing.election.refresh_from_db()

    with pytest.raises(Refused) as late:
        dispute(standing, PLEDGE, by=critic, now=NOW + timedelta(hours=48))
    disputed = dispute(standing, PLEDGE, by=critic, now=NOW + timedelta(hours=48, microseconds=-1))

    assert codes(late) == [Bar.OBJECTION_WINDOW_OVER]
    assert disputed.line == PLEDGE


def test_an_upheld_objection_ends_the_acclamation_and_opens_the_second_phase(election):
    standing, critic = candidate(election), voter_of(accredited(country="JM"))
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    acclaim(election=election, by=officer(), now=NOW)
    disputed = dispute(standing, PLEDGE, by=critic)
    after = step_of(election, CalendarKey.ELIGIBILITY_CHALLENGE).ends + timedelta(hours=2)

    decide(disputed, upheld=True, now=after)

    election.refresh_from_db()
    assert election.acclaimed_at is None
    assert valid_nominations(election, after) == []
    assert election.calendar.filter(key=CalendarKey.NOMINATIONS_2).count() == 1


def test_an_upheld_objection_ends_the_acclamation_though_somebody_else_became_valid(election):
    acclaimed, critic = candidate(election), voter_of(accredited(country="JM"))
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    acclaim(election=election, by=officer(), now=NOW)
    candidate(election)
    disputed = dispute(acclaimed, PLEDGE, by=critic)

    decide(disputed, upheld=True)

    election.refresh_from_db()
    assert election.acclaimed_at is None
