"""A member contests a line; the secretary answers, and what is right is written down."""

from datetime import timedelta

import pytest

from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.enums import Bar, CreditKind
from members.enums.participation import ParticipationBar
from members.models import Contest, Credit, Strike
from members.services.contests import answer_contest, contest_line
from tests.builders import NOW, TODAY, accredited, keeper, secretary, voter_of
from tests.members.participation_builders import held, rules_in_force, took_part

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rules():
    rules_in_force(contest_days=10)


@pytest.fixture
def als():
    return accredited("Red Ceibo")


def contest(als, **line) -> Contest:
    return contest_line(member=als, words="We were there.", by=voter_of(als), now=NOW, **line)


def answered(of, *, is_upheld: bool, answer: str = "The recording shows it", by=None) -> Contest:
    return answer_contest(contest=of, is_upheld=is_upheld, answer=answer, by=by or keeper(), now=NOW)


def bars(refused) -> list:
    return [line.code for line in refused.value.verdict.bars]


def test_whoever_keeps_the_register_is_told_and_has_the_days_of_the_rules(als):
    officer = secretary()

    found = contest(als, occasion=held())

    assert found.due_on == TODAY + timedelta(days=10)
    assert list(Notice.objects.values_list("person", flat=True)) == [officer.pk]


def test_a_meeting_that_was_missed_wrongly_is_credited(als):
    call = held()

    answered(contest(als, occasion=call), is_upheld=True)

    credit = Credit.objects.get()
    assert (credit.kind, credit.evidence_id, credit.earned_on) == (
        CreditKind.ATTENDED,
        call.evidence_id,
        call.held_on,
    )


def test_a_wrong_credit_is_struck(als):
    credit = took_part(als, held())

    answered(contest(als, credit=credit), is_upheld=True)

    assert Strike.objects.get().credit == credit


def test_a_line_that_stays_changes_nothing_and_the_member_is_told_why(als):
    found = answered(contest(als, occasion=held()), is_upheld=False, answer="You joined after its end")

    assert (Credit.objects.count(), Strike.objects.count()) == (0, 0)
    mail = Notice.objects.get(event=f"members.contest_answered:{found.pk}")
    assert "You joined after its end" in mail.body


def test_a_line_is_contested_once_at_a_time(als):
    call = held()
    first = contest(als, occasion=call)

    with pytest.raises(Refused) as refused:
        contest(als, occasion=call)
    answered(first, is_upheld=False)
    contest(als, occasion=call)

    assert bars(refused) == [ParticipationBar.CONTESTED_ALREADY]


def test_a_line_of_another_member_is_refused(als):
    credit = took_part(accredited(), held())

    with pytest.raises(Refused) as refused:
        contest(als, credit=credit)

    assert bars(refused) == [ParticipationBar.NOT_THE_MEMBERS_LINE]


def test_only_who_acts_for_the_member_contests(als):
    with pytest.raises(Refused) as refused:
        contest_line(member=als, words="x", by=voter_of(accredited()), now=NOW, occasion=held())

    assert bars(refused) == [ParticipationBar.NOT_OF_THIS_MEMBER]


def test_an_answer_needs_words_and_is_given_once(als):
    found = contest(als, occasion=held())

    with pytest.raises(Refused) as wordless:
        answered(found, is_upheld=True, answer=" ")
    answered(found, is_upheld=False)
    with pytest.raises(Refused) as twice:
        answered(found, is_upheld=True)

    assert bars(wordless) == [Bar.REASON_MISSING]
    assert bars(twice) == [ParticipationBar.CONTEST_ANSWERED_ALREADY]
