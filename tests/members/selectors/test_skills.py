"""Each reader sees, finds and counts what is meant for them, and nothing more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lacralo.core.people.models import Person
from members.enums import Role
from members.enums.skills import Audience, SkillField
from members.selectors.skills import coverage_of_topics, reader, skills_of, skills_seen_by
from tests.builders import TODAY, accredited, member, person, representative, secretary, term, voter_of
from tests.members.skills_builders import described

pytestmark = pytest.mark.django_db


def found_by(who: Person | None, **asked) -> list[str]:
    return [each.name for each in skills_seen_by(reader(who, on=TODAY), on=TODAY, **asked)]


@pytest.fixture
def readers():
    als = accredited()
    return {
        "stranger": None,
        "somebody": person(),
        "observer": representative(als, role=Role.OBSERVER),
        "representative": voter_of(als),
        "secretary": secretary(),
    }


def test_an_entry_is_seen_by_its_audience(readers):
    for audience in Audience:
        described(person(audience.title()), audience)

    seen = {who: found_by(readers[who]) for who in readers}

    assert seen == {
        "stranger": ["Everybody"],
        "somebody": ["Everybody"],
        "observer": ["Everybody"],
        "representative": ["Everybody", "Representatives"],
        "secretary": ["Everybody", "Officers", "Representatives"],
    }


@pytest.mark.parametrize(
    "field, asked",
    [
        (SkillField.TOPICS, {"topic": "dns-abuse"}),
        (SkillField.LANGUAGES, {"language": "es"}),
        (SkillField.WILLING, {"willing": "draft"}),
        (SkillField.COUNTRY, {"country": "PE"}),
    ],
)
def test_what_is_hidden_makes_nobody_appear_in_a_search(readers, field, asked):
    described(person("Ana"), audiences={field: Audience.OFFICERS})

    found = {who: found_by(readers[who], **asked) for who in readers}

    assert found_by(None) == ["Ana"]
    assert found == {who: ["Ana"] if who == "secretary" else [] for who in readers}


def test_what_is_hidden_is_as_if_it_were_not_said():
    ana = person("Ana")
    sheet = described(ana, Audience.OFFICERS, audiences={SkillField.TOPICS: Audience.EVERYBODY})

    seen = skills_of(sheet.pk, reader(None, on=TODAY), on=TODAY)
    own = skills_of(sheet.pk, reader(ana, on=TODAY), on=TODAY)

    assert (seen.topics, seen.languages, seen.willing, seen.about, seen.hours, seen.country) == (
        ("dns-abuse",), {}, (), "", None, "",
    )  # fmt: skip
    assert (own.is_own, own.about, own.hours, own.country) == (True, "canary-text", 7, "PE")


def test_a_country_alone_and_an_empty_field_show_nobody():
    described(person("Ana"), Audience.OFFICERS, audiences={SkillField.COUNTRY: Audience.EVERYBODY})
    described(
        person("Luz"), Audience.OFFICERS, willing=(), audiences={SkillField.WILLING: Audience.EVERYBODY}
    )

    assert (found_by(None), found_by(None, country="PE")) == ([], [])


def test_a_closed_account_and_a_past_representative_see_and_show_less():
    als = member("Red Andina")
    former = representative(als, end=TODAY)
    described(person("Closed", is_active=False))
    described(person("Among us"), Audience.REPRESENTATIVES)

    assert found_by(former) == []


def test_the_coverage_counts_only_what_the_reader_may_see(readers):
    described(person(), audiences={SkillField.TOPICS: Audience.REPRESENTATIVES})
    described(person(), audiences={SkillField.LANGUAGES: Audience.OFFICERS})

    counted = {}
    for who in ("stranger", "representative", "secretary"):
        people = skills_seen_by(reader(readers[who], on=TODAY), on=TODAY)
        counted[who] = next(
            (each.people, dict(each.by_language)["es"])
            for each in coverage_of_topics(people)
            if each.key == "dns-abuse"
        )

    assert counted == {"stranger": (1, 0), "representative": (2, 1), "secretary": (2, 2)}


def test_an_office_without_a_second_factor_is_no_officer():
    described(person("Discreet"), Audience.OFFICERS)

    assert (found_by(term("nomcom").person), found_by(term("chair").person)) == ([], ["Discreet"])


def test_thirty_people_ask_as_many_queries_as_one():
    asked = []
    for number in (1, 29):
        for _ in range(number):
            described(voter_of(accredited()))
        who = reader(None, on=TODAY)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            skills_seen_by(who, on=TODAY, topic="dns-abuse", country="PE")
        asked.append(len(queries))

    assert asked == [3, 3]
