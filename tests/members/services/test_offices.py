"""Terms of office begin and end."""

from datetime import date, timedelta

import pytest

from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Refused
from members.enums import Act, Bar, EndReason
from members.services.offices import begin_term, end_term
from members.services.roles import lose_role
from tests.builders import NOW, TODAY, person, position, term

pytestmark = pytest.mark.django_db


def begin(key, who=None, start=TODAY, **fields):
    return begin_term(
        position=position(key),
        person=who or person(),
        start=start,
        source="election",
        by=None,
        now=NOW,
        **fields,
    )


def epoch(who):
    return Person.objects.get(pk=who.pk).rights_epoch


def bars(refusal):
    return [line.code for line in refusal.value.verdict.bars]


def test_a_term_begins_and_the_person_is_told_of_the_second_step():
    began = begin("chair", person("Ana", language="en"), end=date(2028, 3, 3))

    notice = Notice.objects.get()
    assert notice.subject == "Your office: Chair"
    assert "The term is recorded to end on 3 March 2028." in notice.body
    assert "second step at sign-in" in notice.body
    assert Entry.objects.about(began).get().act == Act.TERM_BEGAN


def test_a_taken_seat_is_refused_until_the_other_term_ends():
    holding = term("chair", person("Ana"), end=date(2026, 6, 1))

    with pytest.raises(Refused) as refusal:
        begin("chair")
    begin("chair", start=date(2026, 6, 1))

    assert bars(refusal) == [Bar.SEATS_TAKEN]
    assert refusal.value.verdict.bars[0].facts == {"seats": 1, "names": "Ana"}
    assert holding.position.terms.count() == 2


def test_a_post_without_a_number_of_seats_takes_everybody_once():
    first = begin("elder")
    begin("elder")

    with pytest.raises(Refused) as refusal:
        begin("elder", first.person)

    assert bars(refusal) == [Bar.HOLDS_ALREADY]


def test_the_end_of_a_term_ends_the_sessions_opened_with_it():
    holding = term("secretary")

    end_term(term=holding, end=TODAY, reason=EndReason.RESIGNED, by=None, now=NOW)

    holding.refresh_from_db()
    assert (holding.end, holding.end_reason, epoch(holding.person)) == (TODAY, EndReason.RESIGNED, 1)
    assert Notice.objects.get().event == f"members.term_ended:{holding.pk}"


def test_a_term_whose_end_is_known_ends_the_sessions_on_that_day():
    began = begin("chair", end=TODAY + timedelta(days=1))

    lost = lose_role(deadline=_due().pk, now=NOW + timedelta(days=1))

    assert (lost, epoch(began.person)) == (True, 1)


def test_an_end_that_moved_earlier_moves_the_bell():
    began = begin("chair", end=TODAY + timedelta(days=30))

    end_term(term=began, end=TODAY + timedelta(days=2), reason=EndReason.RESIGNED, by=None, now=NOW)

    assert _due().due_at.date() == TODAY + timedelta(days=2)


def test_an_end_that_moved_to_the_present_day_ends_the_sessions_once_and_no_bell_is_left():
    began = begin("chair", end=TODAY + timedelta(days=30))
    tomorrow = TODAY + timedelta(days=1)

    end_term(term=began, end=tomorrow, reason=EndReason.RESIGNED, by=None, now=NOW + timedelta(days=1))

    assert (epoch(began.person), Deadline.objects.open().count()) == (1, 0)


@pytest.mark.parametrize(
    "known_end, end_reason, end, bar",
    [
        (date(2026, 2, 1), EndReason.COMPLETED, date(2026, 1, 1), Bar.ALREADY_ENDED),
        (None, "", date(2025, 11, 1), Bar.ENDS_BEFORE_IT_STARTS),
        (date(2026, 6, 1), "", date(2026, 7, 1), Bar.ENDS_LATER_THAN_AGREED),
    ],
)
def test_an_end_that_does_not_fit_is_refused(known_end, end_reason, end, bar):
    holding = term("chair", end=known_end, end_reason=end_reason)

    with pytest.raises(Refused) as refusal:
        end_term(term=holding, end=end, reason=EndReason.REMOVED, by=None, now=NOW)

    assert bars(refusal) == [bar]


def _due():
    return Deadline.objects.open().get(task="members.role_lost")
