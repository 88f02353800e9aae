"""Representations begin, end, and hand over the vote."""

from datetime import date, timedelta

import pytest

from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Refused
from members.enums import Bar, Role
from members.models import Representation
from members.selectors.representation import vote_holder
from members.services.representation import begin_representation, end_representation, replace_primary
from members.services.roles import lose_role
from tests.builders import LONG_AGO, NOW, TODAY, accredited, member, person, representative, voter_of

pytestmark = pytest.mark.django_db

TOMORROW = TODAY + timedelta(days=1)


def begin(of, who=None, role=Role.PRIMARY, start=TODAY, **fields):
    return begin_representation(
        member=of, person=who or person(), role=role, start=start, by=None, now=NOW, **fields
    )


def replace(of, who, start=TODAY, reason="elected by the board of the member"):
    return replace_primary(member=of, person=who, start=start, reason=reason, by=None, now=NOW)


def epoch(who):
    return Person.objects.get(pk=who.pk).rights_epoch


def bars(refusal):
    return [line.code for line in refusal.value.verdict.bars]


def news(who):
    return sorted(
        event.split(":")[0] for event in Notice.objects.filter(person=who).values_list("event", flat=True)
    )


def test_who_begins_is_told_in_their_language():
    als, who = member("Red Andina"), person("Luz", language="en")

    begin(als, who)

    notice = Notice.objects.get(person=who)
    assert notice.subject == "You represent Red Andina"
    assert "from 3 March 2026" in notice.body
    assert "You hold the member's vote" in notice.body
    assert als.get_absolute_url().split("/", 2)[2] in notice.body


def test_a_second_primary_is_refused_and_an_alternate_is_not():
    als = accredited()

    with pytest.raises(Refused) as refusal:
        begin(als)
    begin(als, role=Role.ALTERNATE)

    assert bars(refusal) == [Bar.PRIMARY_ALREADY]
    assert als.representations.count() == 2


def test_an_end_today_ends_the_sessions_at_once():
    als = accredited()
    who = voter_of(als)

    end_representation(representation=als.representations.get(), end=TODAY, reason="left", by=None, now=NOW)

    assert epoch(who) == 1
    assert vote_holder(als, on=TODAY) is None
    assert vote_holder(als, on=TODAY - timedelta(days=1)) == who
    assert news(who) == ["members.representation_ended"]


def test_an_end_to_come_ends_the_sessions_when_its_day_comes_and_once():
    als = accredited()
    who = voter_of(als)

    end_representation(
        representation=als.representations.get(), end=TOMORROW, reason="left", by=None, now=NOW
    )
    due = Deadline.objects.get(task="members.role_lost")
    early = lose_role(deadline=due.pk, now=NOW)

    assert (due.due_at.isoformat(), epoch(who), early) == ("2026-03-04T00:00:00+00:00", 0, False)


def test_the_bell_of_a_lost_role_rings_once():
    als = accredited()
    who = voter_of(als)
    end_representation(
        representation=als.representations.get(), end=TOMORROW, reason="left", by=None, now=NOW
    )
    due = Deadline.objects.get(task="members.role_lost")

    answers = [lose_role(deadline=due.pk, now=NOW + timedelta(days=1)) for _ in range(2)]

    assert (answers, epoch(who)) == ([True, False], 1)


def test_a_replacement_leaves_no_day_without_and_no_day_with_two():
    als = accredited()
    before, after = voter_of(als), person("Successor")

    replace(als, after)

    holders = [vote_holder(als, on=TODAY + timedelta(days=days)) for days in (-1, 0, 1)]
    assert holders == [before, after, after]
    assert epoch(before) == 1
    assert (news(before), news(after)) == (["members.representation_ended"], ["members.representation_began"])


def test_an_alternate_who_takes_over_is_no_longer_alternate():
    als = accredited()
    alternate = representative(als, role=Role.ALTERNATE)

    replace(als, alternate)

    present = Representation.objects.on(TODAY).filter(member=als)
    assert list(present.values_list("person", "role")) == [(alternate.pk, Role.PRIMARY)]


def test_a_member_without_a_primary_gets_one_by_replacement():
    als, who = member(), person()

    replace(als, who)

    assert vote_holder(als, on=TODAY) == who


def test_the_present_primary_is_not_replaced_by_themselves():
    als = accredited()

    with pytest.raises(Refused) as refusal:
        replace(als, voter_of(als))

    assert bars(refusal) == [Bar.ALREADY_PRIMARY]


def test_a_replacement_before_the_present_one_began_is_refused():
    als = accredited()

    with pytest.raises(Refused) as refusal:
        replace(als, person(), start=LONG_AGO)

    assert bars(refusal) == [Bar.ENDS_BEFORE_IT_STARTS]


def test_a_replacement_that_would_collide_with_a_future_primary_changes_nothing():
    als = member()
    representative(als, end=TOMORROW)
    representative(als, start=TOMORROW)
    before = list(als.representations.order_by("pk").values_list("person", "end"))

    with pytest.raises(Refused) as refusal:
        replace(als, person())

    assert bars(refusal) == [Bar.PRIMARY_ALREADY]
    assert list(als.representations.order_by("pk").values_list("person", "end")) == before


def test_an_ended_representation_does_not_end_again():
    als = member()
    representative(als, end=date(2026, 1, 1))

    with pytest.raises(Refused) as refusal:
        end_representation(
            representation=als.representations.get(), end=date(2025, 1, 1), reason="left", by=None, now=NOW
        )

    assert bars(refusal) == [Bar.ALREADY_ENDED]
