"""An election is prepared from the rules, its call goes out, and it may be annulled."""

from datetime import date, timedelta

import pytest

from elections.enums import Bar, CalendarKey, Secrecy
from elections.enums.acts import Act
from elections.enums.doors import Door
from elections.models import Election
from elections.rules.calendar import Step, article_for, generate
from elections.rules.days import midnight
from elections.rules.rotation import UnknownYear
from elections.selectors.elections import rules_of, steps_of
from elections.services.calendars import CalendarRefused, change_calendar
from elections.services.calls import STEP_TASK, Call, annul_election, prepare_election, publish_call
from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.rulebook.models import NoRuleSet
from lacralo.core.rulebook.parameters import ImpossibleParameter
from lacralo.core.verdicts import Refused
from tests.builders import NOW, TODAY, accredited, member, person, position, representative, voter_of
from tests.elections.builders import announced, officer, prepared, rotation, rule_set

pytestmark = pytest.mark.django_db


def call(post="alac_even", year=2026, call_on=TODAY, **fields) -> Call:
    return Call(
        position=position(post),
        year=year,
        call_on=call_on,
        term_start=date(2026, 11, 1),
        term_end=date(2028, 11, 1),
        **fields,
    )


def codes(refusal) -> list[str]:
    return [str(line.code) for line in refusal.value.verdict.bars]


def test_an_election_takes_subregion_rules_and_calendar_from_the_rulebook():
    rules, secretary = rule_set(), officer()
    rotation(2026, "alac_even", "B")

    election = prepare_election(call=call(excluded_countries=("AR",)), by=secretary, now=NOW)

    assert (election.slug, election.subregion, election.rule_set, election.secrecy) == (
        "alac-even-2026", "B", rules, Secrecy.ROLL_CALL,
    )  # fmt: skip
    assert [each.code for each in election.excluded_countries] == ["AR"]
    assert steps_of(election) == generate(TODAY, rules_of(election))
    assert {row.key: row.article for row in election.calendar.all()} == {
        str(each.key): article_for(each.key) for each in steps_of(election)
    }
    assert [entry.act for entry in Entry.objects.all()] == [str(Act.ELECTION_PREPARED)]


def test_a_year_that_the_table_does_not_know_is_a_loud_error_and_no_election():
    rule_set(), rotation(2026)

    with pytest.raises(UnknownYear):
        prepare_election(call=call(year=2031), by=officer(), now=NOW)

    assert Election.objects.count() == 0


def test_a_day_without_a_rule_set_is_a_loud_error():
    rule_set(), rotation(2026)

    with pytest.raises(NoRuleSet):
        prepare_election(call=call(call_on=date(2019, 1, 1)), by=officer(), now=NOW)


def test_a_rule_set_with_an_impossible_value_names_the_field():
    rule_set(vote_days=0), rotation(2026)

    with pytest.raises(ImpossibleParameter) as impossible:
        prepare_election(call=call(), by=officer(), now=NOW)

    assert impossible.value.field == "elections.vote_days"


def test_a_post_that_the_table_does_not_list_does_not_rotate():
    rule_set()
    elected = position("ethics_member")
    elected.is_elected = True
    elected.save()

    election = prepare_election(call=call(post="ethics_member"), by=officer(), now=NOW)

    assert election.subregion == ""


def test_only_an_officer_prepares():
    rule_set(), rotation(2026)

    with pytest.raises(Refused) as refusal:
        prepare_election(call=call(), by=person(), now=NOW)

    assert codes(refusal) == [Door.NOT_AN_OFFICER]


def test_a_second_election_of_the_same_post_and_year_waits_for_the_first_to_end():
    rotation(2026)
    first = announced()

    with pytest.raises(Refused) as refusal:
        prepare_election(call=call(), by=officer(), now=NOW)
    annul_election(election=first, reason="Started by mistake.", by=officer(), now=NOW)
    second = prepare_election(call=call(), by=officer(), now=NOW)

    assert codes(refusal) == [Door.PREPARED_ALREADY]
    assert second.year == first.year


def test_the_calendar_changes_before_the_call_and_only_within_the_rules():
    election = prepared()
    steps = steps_of(election)
    later = tuple(Step(each.key, each.starts + timedelta(7), each.ends + timedelta(7)) for each in steps)
    short = tuple(
        Step(each.key, each.starts, each.ends - timedelta(4)) if each.key == CalendarKey.NOMINATIONS else each
        for each in later
    )

    change_calendar(election=election, steps=later, by=officer(), now=NOW)
    with pytest.raises(CalendarRefused) as refusal:
        change_calendar(election=election, steps=short, by=officer(), now=NOW)

    assert steps_of(Election.objects.get()) == later
    assert codes(refusal) == [Bar.STEP_TOO_SHORT]


def test_the_calendar_of_a_published_call_no_longer_changes_by_hand():
    election = announced()

    with pytest.raises(Refused) as refusal:
        change_calendar(election=election, steps=steps_of(election), by=officer(), now=NOW)

    assert codes(refusal) == [Bar.PUBLISHED_ALREADY]


def test_the_call_goes_to_everybody_who_holds_a_vote_once_and_the_deadlines_are_set():
    election = prepared()
    peru, jamaica = accredited(country="PE"), accredited(country="JM")
    representative(member(country="AR"), voter_of(peru))

    publish_call(election=election, by=officer(), now=NOW)

    told = Notice.objects.filter(event=f"election:{election.pk}:call")
    assert set(told.values_list("person", flat=True)) == {voter_of(peru).pk, voter_of(jamaica).pk}
    assert told.count() == 2
    due = Deadline.objects.about(election).filter(task=STEP_TASK)
    steps = {each.key: each for each in steps_of(election)}
    assert set(due.values_list("due_at", flat=True)) == {
        steps[CalendarKey.NOMINATIONS].ends,
        steps[CalendarKey.ACCEPTANCE].ends,
        steps[CalendarKey.REVIEW].starts,
        steps[CalendarKey.ELIGIBILITY_CHALLENGE].ends,
        steps[CalendarKey.PROVISIONAL_ROLL].starts,
        steps[CalendarKey.VOTE].starts,
    }


@pytest.mark.parametrize(
    ("language", "subject"),
    [("en", "Call for nominations"), ("es", None), ("fr", None), ("pt-br", None)],
)
def test_the_mail_of_the_call_carries_the_calendar_in_the_language_of_the_reader(language, subject):
    election = prepared()
    voter = representative(member(), person(language=language))

    publish_call(election=election, by=officer(), now=NOW)

    notice = Notice.objects.get(person=voter)
    assert notice.language == language
    assert f"/{language}/elections/{election.slug}/" in notice.body
    assert notice.body.count("UTC") == 2 * len(steps_of(election))
    assert [article_for(each.key) in notice.body for each in steps_of(election)] == [True] * 10
    assert subject is None or subject in notice.subject


def test_a_call_is_not_published_twice():
    election = prepared()
    publish_call(election=election, by=officer(), now=NOW)

    with pytest.raises(Refused) as refusal:
        publish_call(election=election, by=officer(), now=NOW)

    assert codes(refusal) == [Bar.PUBLISHED_ALREADY]


def test_a_call_whose_day_has_passed_needs_a_new_calendar():
    election = prepared()

    with pytest.raises(Refused) as refusal:
        publish_call(election=election, by=officer(), now=midnight(TODAY) + timedelta(days=1))

    assert codes(refusal) == [Door.CALL_DAY_PASSED]


def test_an_annulled_election_keeps_its_reason_and_rings_no_more():
    election = prepared()
    publish_call(election=election, by=officer(), now=NOW)

    with pytest.raises(Refused) as refusal:
        annul_election(election=election, reason=" ", by=officer(), now=NOW)
    annulled = annul_election(election=election, reason="The roll was wrong.", by=officer(), now=NOW)

    assert codes(refusal) == [Door.REASON_MISSING]
    assert (annulled.annulled_at, annulled.annulled_because) == (NOW, "The roll was wrong.")
    assert Deadline.objects.open().about(election).count() == 0
