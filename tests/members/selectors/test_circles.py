"""Who belongs to a series on a day, and of which meetings a person may know."""

from datetime import date, timedelta

import pytest

from members.enums import MemberStatus, Role
from members.enums.meetings import Circle
from members.selectors.circles import (
    belongs_to_series,
    convenes,
    invited_to,
    members_invited,
    persons_of,
    series_of,
)
from members.selectors.meetings import coming, meetings_of, meetings_visible_to, past, sees_joining
from tests.builders import (
    NOW,
    TODAY,
    accredited,
    member,
    person,
    position,
    representative,
    secretary,
    term,
    voter_of,
)
from tests.members.meeting_builders import CALL_AT, held_meeting, meeting, monthly_call, series
from tests.members.participation_builders import rules_in_force

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rules(request):
    chosen = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    rules_in_force(coordination_includes_nomcom=chosen.get("includes", True))


def names(people) -> list[str]:
    return [each.name for each in people]


def test_the_call_is_for_whoever_acts_for_an_accredited_member_or_holds_an_office():
    als = accredited("Alfa")
    alternate = representative(als, person("Alternate"), role=Role.ALTERNATE)
    representative(member("Beta", status=MemberStatus.DECERTIFIED), person("Of another"))
    elder = term("elder", person("Elder")).person
    named = person("Named")
    call = monthly_call()
    call.named.create(person=named, start=TODAY)
    call.named.create(person=person("Released"), start=TODAY - timedelta(9), end=TODAY)

    expected = sorted([voter_of(als).name, alternate.name, elder.name, named.name])
    assert names(persons_of(call, on=TODAY)) == expected
    assert list(members_invited(meeting(call), on=TODAY)) == [als]


@pytest.mark.parametrize("includes", [True, False])
def test_the_coordination_group_follows_the_terms_of_office(includes):
    for key in ("chair", "secretary", "alac_even", "alac_odd", "alac_nomcom", "nomcom", "elder"):
        term(key, person(key.title()), end=date(2026, 4, 1) if key == "chair" else None)
    term("chair", person("Successor"), start=date(2026, 4, 1))
    group = series(circle=Circle.COORDINATION)

    always = {"Secretary", "Alac_Even", "Alac_Odd", "Alac_Nomcom"} | ({"Nomcom"} if includes else set())
    assert set(names(persons_of(group, on=TODAY))) == always | {"Chair"}
    assert set(names(persons_of(group, on=date(2026, 4, 1)))) == always | {"Successor"}


def test_the_council_of_elders_is_whoever_holds_the_post_that_day():
    body = position("elder").body
    term("elder", person("Former"), end=TODAY)
    elder = term("elder", person("Elder"), start=TODAY).person
    als = accredited()
    representative(als, elder, role=Role.ALTERNATE)
    council = series(circle=Circle.BODY, body=body)

    it = meeting(council)

    assert list(persons_of(council, on=TODAY)) == [elder]
    assert names(invited_to(it, on=TODAY - timedelta(1))) == ["Former"]
    assert list(members_invited(it, on=TODAY)) == [als]


def test_the_series_of_a_person_are_those_whose_persons_include_them():
    body = position("elder").body
    every = [
        monthly_call(),
        series("council", circle=Circle.BODY, body=body),
        series("group", circle=Circle.COORDINATION),
        series("named"),
    ]
    elder, chair = term("elder").person, term("chair").person
    voter, stranger, named = voter_of(accredited()), person(), person()
    every[3].named.create(person=named, start=TODAY)

    for who in (elder, chair, voter, stranger, named):
        expected = {each.pk for each in every if who in persons_of(each, on=TODAY)}
        assert {each.pk for each in series_of(who, on=TODAY)} == expected
        assert {each.pk for each in every if belongs_to_series(who, each, on=TODAY)} == expected
    assert list(series_of(None, on=TODAY)) == []


def test_meetings_not_open_to_everybody_are_known_to_those_who_belong_convene_or_keep_the_register():
    council = series(
        circle=Circle.BODY, body=position("ethics_member").body, is_public=False, convenor=position("elder")
    )
    closed, is_open = meeting(council), meeting()
    inside, convenor, keeper = term("ethics_member").person, term("elder").person, secretary()
    outside = voter_of(accredited())

    seen = {who: set(meetings_visible_to(who, on=TODAY)) for who in (inside, convenor, keeper, outside, None)}

    assert seen == {
        inside: {closed, is_open},
        convenor: {closed, is_open},
        keeper: {closed, is_open},
        outside: {is_open},
        None: {is_open},
    }
    assert convenes(convenor, council, on=TODAY)
    assert not convenes(inside, council, on=TODAY)


@pytest.mark.parametrize(("shows", "stranger_sees"), [(True, True), (False, False)])
def test_strangers_see_how_to_join_only_where_the_meeting_says_so(shows, stranger_sees):
    it = meeting(shows_links=shows)

    assert sees_joining(None, it, on=TODAY) is stranger_sees
    assert sees_joining(person(), it, on=TODAY)


def test_coming_and_past_meetings_of_a_person():
    call, voter = monthly_call(), voter_of(accredited())
    ahead = meeting(call)
    over = held_meeting(call, CALL_AT - timedelta(days=28))
    meeting(call, starts_at=CALL_AT + timedelta(hours=2), cancelled_at=NOW, cancel_reason="x")
    meeting()

    assert list(meetings_of(voter, NOW)) == [ahead]
    visible = meetings_visible_to(voter, on=TODAY).filter(series=call)
    assert [each.starts_at for each in past(visible, NOW)] == [over.starts_at]
    assert len(coming(visible, NOW)) == 2
