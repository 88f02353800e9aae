"""Who ends in an office and who begins are told, once, whatever was recorded when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from members.enums import EndReason
from members.models import Term
from members.selectors.handover import terms_handed_over
from members.services.handover import ask_to_hand_over, welcome_holder
from members.services.offices import begin_term, end_term
from tests.builders import NOW, TODAY, person, position
from tests.core.rulebook.builders import published

pytestmark = pytest.mark.django_db

ONE = timedelta(days=1)


def begun(**fields) -> Term:
    standard = {"position": position("chair"), "person": person("Ana"), "start": TODAY}
    return begin_term(**(standard | fields), by=None, now=NOW)


def waiting(task: str) -> list[date]:
    due = Deadline.objects.open().filter(task=f"members.{task}").order_by("due_at")
    return [each.due_at.date() for each in due]


def told(news: str) -> list[Notice]:
    return list(Notice.objects.filter(event__startswith=f"members.{news}:").order_by("pk"))


def pk_of(task: str) -> int:
    return Deadline.objects.filter(task=f"members.{task}", cancelled_at=None).latest("pk").pk


def test_a_term_is_handed_over_fourteen_days_before_its_end_and_welcomed_at_its_start():
    begun(start=TODAY + 5 * ONE, end=TODAY + 100 * ONE)

    assert waiting("handover_due") == [TODAY + 86 * ONE]
    assert waiting("handover_begun") == [TODAY + 5 * ONE]
    assert Deadline.objects.get(task="members.handover_due").due_at.tzinfo == UTC


def test_a_term_without_an_end_is_handed_over_once_it_has_one():
    term = begun()
    before = waiting("handover_due")

    end_term(term=term, end=TODAY + 30 * ONE, reason=EndReason.RESIGNED, by=None, now=NOW)

    assert (before, waiting("handover_due")) == ([], [TODAY + 16 * ONE])


def test_an_earlier_end_moves_the_mail_and_whoever_died_gets_none():
    term = begun(end=TODAY + 100 * ONE)

    end_term(term=term, end=TODAY + 20 * ONE, reason=EndReason.DIED, by=None, now=NOW)
    answered = ask_to_hand_over(pk=pk_of("handover_due"), now=NOW + 6 * ONE)

    assert answered is False
    assert told("handover_due") == []


@pytest.mark.parametrize("end, asked", [(-1, False), (0, True), (1, True)])
def test_what_ended_before_it_was_recorded_is_told_nothing(end, asked):
    begun(start=date(2024, 1, 1), end=TODAY + end * ONE)

    assert bool(waiting("handover_due")) is asked
    assert waiting("handover_begun") == []


def test_the_mails_say_where_the_handover_is_and_come_once():
    term = begun(end=TODAY + 14 * ONE)
    due, welcome = pk_of("handover_due"), pk_of("handover_begun")

    first = (ask_to_hand_over(pk=due, now=NOW), welcome_holder(pk=welcome, now=NOW))
    second = (ask_to_hand_over(pk=due, now=NOW), welcome_holder(pk=welcome, now=NOW))

    assert (first, second) == ((True, True), (False, False))
    (ends,), (begins,) = told("handover_due"), told("handover_begun")
    assert "from 17 March 2026 you no longer hold this office: Chair" in ends.body
    assert all(f"/en/members/handover/{term.pk}/" in mail.body for mail in (ends, begins))


def test_a_term_that_ended_before_it_began_is_not_welcomed():
    term = begun(start=TODAY + 5 * ONE)
    Term.objects.filter(pk=term.pk).update(start=TODAY, end=TODAY + ONE)

    assert welcome_holder(pk=pk_of("handover_begun"), now=NOW + 5 * ONE) is False


def test_the_rules_in_force_say_how_many_days_before():
    from lacralo.core.rulebook.models import RuleSet

    rule_set = published(parameters={"members": {"handover_days": 30}})

    begun(end=TODAY + 100 * ONE)

    assert RuleSet.objects.in_force_on(TODAY) == rule_set
    assert waiting("handover_due") == [TODAY + 70 * ONE]


def test_what_waits_for_a_person_are_the_terms_that_end_within_a_month():
    ana = person("Ana")
    soon = begun(person=ana, end=TODAY + 30 * ONE)
    begun(person=ana, position=position("nomcom"), end=TODAY + 31 * ONE)

    assert terms_handed_over(ana, NOW) == [soon]
    assert terms_handed_over(person(), NOW) == []
    assert datetime(2026, 3, 3, 14, tzinfo=UTC) == NOW
