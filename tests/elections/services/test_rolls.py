"""The provisional roll: published, told, corrected; and what stands in the way."""

from datetime import timedelta

import pytest

from elections.enums import Bar, CalendarKey
from elections.enums.doors import Door
from elections.enums.poll import Poll
from elections.models import PublishedRoll
from elections.rules.calendar import step
from elections.selectors.elections import rules_of, steps_of
from elections.selectors.rolls import current_roll, roll_sheet
from elections.services.rolls import answer_correction, ask_correction, publish_provisional_roll
from lacralo.core.audit.models import Entry
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.enums import MemberStatus
from members.models import StatusPeriod
from tests.builders import NOW, TODAY, accredited, member, person, representative, term, voter_of
from tests.elections.builders import announced, officer, open_call
from tests.elections.poll import publish

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def on_the_first_day():
    """An election on the first hour of its provisional roll, and the moment."""
    election = open_call(at=CalendarKey.PROVISIONAL_ROLL)
    return election, step(steps_of(election), CalendarKey.PROVISIONAL_ROLL).starts + HOUR


def bars(refusal) -> list:
    return [line.code for line in refusal.value.verdict.bars]


def test_the_roll_is_published_with_its_fingerprint_in_the_chain():
    accredited("Red Andina", "PE")
    election = open_call(at=CalendarKey.PROVISIONAL_ROLL)

    roll = publish(election)

    entry = Entry.objects.about(election).get()
    assert (entry.act, entry.digest) == ("elections.roll_published", roll.fingerprint)
    assert [place["name"] for place in roll.content["places"]] == ["Red Andina"]


def test_each_representative_learns_of_their_own_line_and_of_no_other():
    included, left_out = (
        accredited("Red Andina", "PE"),
        member("Red Nueva", "PE", status=MemberStatus.APPLICANT),
    )
    ana, beto = voter_of(included), representative(left_out)

    publish(open_call(at=CalendarKey.PROVISIONAL_ROLL))

    mails = {notice.person: notice.body for notice in Notice.objects.all()}
    assert set(mails) == {ana, beto}
    assert "Red Andina is on the roll. Its vote weighs 100." in mails[ana]
    assert "Red Nueva" not in mails[ana]
    assert "Red Nueva is not on the roll: " in mails[beto]


def test_the_same_roll_is_not_published_twice_and_a_changed_one_tells_those_it_concerns():
    first, second = accredited("Red Andina", "PE"), accredited("Red Canaria", "JM")
    election = open_call(at=CalendarKey.PROVISIONAL_ROLL)
    before = publish(election)
    again = publish(election, at=NOW + HOUR)
    Notice.objects.all().delete()

    third = accredited("Red Nueva", "JM")
    after = publish(election, at=NOW + 2 * HOUR)

    assert again == before
    assert after != before
    assert {each.person for each in Notice.objects.all()} == {voter_of(second), voter_of(third)}
    assert voter_of(first) not in {each.person for each in Notice.objects.all()}
    election.refresh_from_db()
    assert election.roll_published_at == NOW


def test_a_country_without_an_active_member_is_not_counted_and_the_sheet_says_so():
    accredited("Red Andina", "PE")
    member("Red Antigua", "CU", status=MemberStatus.DECERTIFIED)
    election = open_call(at=CalendarKey.PROVISIONAL_ROLL)
    publish(election)

    sheet = roll_sheet(current_roll(election), rules_of(election))

    assert [country.code for country in sheet.countries] == ["PE"]
    assert sheet.uncounted == ("CU",)
    assert sheet.total == 100


def test_a_register_without_anybody_who_votes_is_refused_loudly():
    with pytest.raises(Refused) as refusal:
        publish(open_call(at=CalendarKey.PROVISIONAL_ROLL))

    assert bars(refusal) == [Poll.ROLL_EMPTY]


def test_only_who_runs_elections_publishes_and_the_calendar_does():
    accredited()
    election = open_call(at=CalendarKey.PROVISIONAL_ROLL)
    with pytest.raises(Refused):
        publish_provisional_roll(election=election, by=person(), now=NOW)

    roll = publish_provisional_roll(election=election, by=None, now=NOW)

    assert roll.edition == PublishedRoll.Edition.PROVISIONAL


def test_a_member_asks_within_the_window_and_an_officer_answers_once():
    own = accredited("Red Andina", "PE")
    election, now = on_the_first_day()
    publish(election, at=now)

    correction = ask_correction(
        election=election, member=own, request="Wrong country.", by=voter_of(own), now=now
    )
    answered = answer_correction(
        correction=correction, is_granted=True, answer="Right.", by=officer(), now=now + HOUR
    )

    assert answered.is_granted is True
    assert Notice.objects.filter(person=voter_of(own), event__endswith="answered").count() == 1
    with pytest.raises(Refused) as refusal:
        answer_correction(correction=correction, is_granted=False, answer="No.", by=officer(), now=now + HOUR)
    assert bars(refusal) == [Poll.CORRECTION_ANSWERED]


def test_an_officer_does_not_answer_a_request_of_their_own():
    own = accredited("Red Andina", "PE")
    term("support", voter_of(own))
    election, now = on_the_first_day()
    publish(election, at=now)
    correction = ask_correction(
        election=election, member=own, request="Wrong country.", by=voter_of(own), now=now
    )

    with pytest.raises(Refused) as refusal:
        answer_correction(
            correction=correction, is_granted=True, answer="Right.", by=voter_of(own), now=now + HOUR
        )

    assert bars(refusal) == [Door.OWN_CASE]


def test_nobody_asks_for_another_member_nor_after_the_window_nor_without_words():
    own, other = accredited("Red Andina", "PE"), accredited("Red Canaria", "JM")
    election, now = on_the_first_day()
    publish(election, at=now)
    ask = {"election": election, "by": voter_of(own)}

    with pytest.raises(Refused) as for_another:
        ask_correction(member=other, request="Wrong.", now=now, **ask)
    with pytest.raises(Refused) as without_words:
        ask_correction(member=own, request="  ", now=now, **ask)
    with pytest.raises(Refused) as too_late:
        ask_correction(member=own, request="Wrong.", now=now + timedelta(days=20), **ask)

    assert bars(for_another) == [Poll.NOT_THE_MEMBERS_OWN]
    assert bars(without_words) == [Poll.WORDS_MISSING]
    assert bars(too_late) == [Bar.CORRECTION_WINDOW_OVER]


def test_a_roll_cannot_be_published_before_the_call():
    accredited()
    election = announced()
    election.published_at = None
    election.save()

    with pytest.raises(Refused) as refusal:
        publish(election)

    assert bars(refusal) == [Bar.NOT_PUBLISHED]


def test_a_change_of_status_shows_in_the_next_edition():
    leaving = accredited("Red Andina", "PE")
    accredited("Red Canaria", "JM")
    election = open_call(at=CalendarKey.PROVISIONAL_ROLL)
    publish(election)
    StatusPeriod.objects.filter(member=leaving).update(end=TODAY)
    StatusPeriod.objects.create(member=leaving, status=MemberStatus.DECERTIFIED, start=TODAY)

    roll = publish(election, at=NOW + HOUR)

    assert [each["name"] for each in roll.content["left_out"]] == ["Red Andina"]
