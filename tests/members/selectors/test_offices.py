"""Who held which office on a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.selectors.offices import (
    HolderFacts,
    holds_position,
    holds_protected_office,
    office_holder_facts,
    office_holders_on,
    offices_on,
    runs_elections,
    term_history,
)
from tests.builders import TODAY, member, person, position, subregions, term

pytestmark = pytest.mark.django_db


def test_a_day_shows_who_held_the_office_then_in_one_query():
    first = term("chair", start=date(2022, 11, 1), end=date(2024, 11, 1))
    second = term("chair", start=date(2024, 11, 1))

    with CaptureQueriesContext(connection) as queries:
        then = [each.person.name for each in office_holders_on(date(2024, 10, 31))]
    now = [each.person.name for each in office_holders_on(date(2024, 11, 1))]

    assert (then, now, len(queries)) == ([first.person.name], [second.person.name], 1)


def test_vacant_posts_are_shown_with_their_body():
    position("secretary")
    term("chair")

    (posts,) = offices_on(TODAY).values()

    assert [(post.position.key, len(post.terms), post.vacant_seats) for post in posts] == [
        ("chair", 1, 0),
        ("secretary", 0, 1),
    ]


def test_what_distinctness_asks_of_a_holder():
    subregions()
    als = member("Red", "UY")
    holding = term("alac_odd", person("Ana", residence="AR", nationalities=("ES", "UY")), of=als)
    term("chair")

    with CaptureQueriesContext(connection) as queries:
        facts = office_holder_facts(("alac_odd", "alac_even"), on=TODAY)

    assert len(queries) == 3
    assert facts == (
        HolderFacts(
            person_id=holding.person.pk,
            name="Ana",
            position="alac_odd",
            residence="AR",
            nationalities=("ES", "UY"),
            member_id=als.pk,
            member_name="Red",
            subregion="D",
        ),
    )


def test_a_holder_of_whom_nothing_is_known_has_empty_facts():
    term("nomcom", person("Ana"))

    (facts,) = office_holder_facts(("nomcom",), on=TODAY)

    assert (facts.residence, facts.nationalities, facts.member_id, facts.subregion) == ("", (), None, "")


def test_rights_follow_from_the_term_and_end_with_it():
    secretary = term("secretary", end=date(2026, 3, 4)).person
    elder = term("elder").person

    asked = [
        (
            runs_elections(who, on=day),
            holds_protected_office(who, on=day),
            holds_position(who, ["elder"], on=day),
        )
        for who, day in ((secretary, TODAY), (secretary, date(2026, 3, 4)), (elder, TODAY))
    ]

    assert asked == [(True, True, False), (False, False, False), (False, False, True)]
    assert [each.position.key for each in term_history(elder)] == ["elder"]
