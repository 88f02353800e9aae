"""Rule sets are drafted, changed while drafts, and published."""

import threading
from datetime import date

import pytest
from django.db import connection

from lacralo.core.audit import Act
from lacralo.core.audit.models import Entry
from lacralo.core.rulebook.enums import Bar, Impossible, RuleSetStatus
from lacralo.core.rulebook.models import NoRuleSet, RuleSet
from lacralo.core.rulebook.parameters import ImpossibleParameter, stored_form
from lacralo.core.rulebook.services.rule_sets import (
    CannotChange,
    CannotPublish,
    draft_next_rule_set,
    publish_rule_set,
    set_parameter,
)
from tests.builders import NOW, TODAY, person
from tests.core.rulebook.builders import APP, GardenRules, Season, draft, published, version

pytestmark = pytest.mark.django_db


def setting(rule_set, key="beds", value=5, **fields):
    return set_parameter(
        **{
            "rule_set": rule_set,
            "app": APP,
            "key": key,
            "value": value,
            "reason": "The motion asks for it.",
            "by": None,
            "now": NOW,
        }
        | fields
    )


def codes(refusal) -> list:
    return [line.code for line in refusal.value.verdict.bars]


def test_a_draft_is_inert():
    rule_set = draft(in_force_from=TODAY)

    assert rule_set.status == RuleSetStatus.DRAFT
    with pytest.raises(NoRuleSet):
        RuleSet.objects.in_force_on(TODAY)


def test_a_draft_with_an_impossible_value_is_not_made():
    with pytest.raises(ImpossibleParameter) as refusal:
        draft(parameters={APP: {"beds": 99}})

    assert (refusal.value.field, refusal.value.reason) == ("gardening.beds", Impossible.TOO_LARGE)
    assert RuleSet.objects.count() == 0


def test_a_parameter_of_a_draft_is_set_with_its_article_and_who_why_and_by_which_decision():
    rule_set, secretary = draft(parameters={APP: {"beds": 4}}), person()

    change = setting(rule_set, value=5, article="G 7", decision="Motion 7 of 2026", by=secretary)

    rule_set.refresh_from_db()
    assert rule_set.parameters_for(GardenRules) == GardenRules(beds=5)
    assert rule_set.citations == {APP: {"beds": "G 7"}}
    assert (change.old_value, change.new_value, change.reason, change.decision, change.by, change.at) == (
        4,
        5,
        "The motion asks for it.",
        "Motion 7 of 2026",
        secretary,
        NOW,
    )


def test_a_value_may_be_given_as_the_dataclass_has_it():
    rule_set = draft()

    setting(rule_set, "season", Season.AUTUMN)

    rule_set.refresh_from_db()
    assert rule_set.parameters == {APP: {"season": "autumn"}}


def test_an_impossible_value_is_refused_and_nothing_is_written():
    rule_set = draft()

    with pytest.raises(ImpossibleParameter) as refusal:
        setting(rule_set, value=0)

    rule_set.refresh_from_db()
    assert (refusal.value.field, refusal.value.reason) == ("gardening.beds", Impossible.TOO_SMALL)
    assert (rule_set.parameters, rule_set.parameter_changes.count()) == ({}, 0)


def test_a_published_rule_set_cannot_be_changed():
    with pytest.raises(CannotChange) as refusal:
        setting(published())

    assert codes(refusal) == [Bar.PUBLISHED]


def test_a_change_needs_a_reason():
    with pytest.raises(CannotChange) as refusal:
        setting(draft(), reason=" ")

    assert codes(refusal) == [Bar.NO_REASON]


def test_publishing_writes_every_default_out_so_that_later_ones_change_nothing():
    rule_set = published(parameters={APP: {"beds": 5}})

    assert rule_set.parameters == {APP: stored_form(GardenRules(beds=5))}


def test_publishing_ends_the_rule_set_before_on_the_day_before():
    old = published("old", since=date(2020, 1, 1))

    new = published("new", since=date(2021, 5, 10))

    old.refresh_from_db()
    assert (old.status, old.in_force_until) == (RuleSetStatus.SUPERSEDED, date(2021, 5, 9))
    assert (new.status, new.in_force_until) == (RuleSetStatus.IN_FORCE, None)


def test_every_day_has_the_rule_set_of_that_day():
    old = published("old", since=date(2020, 1, 1))
    new = published("new", since=date(2021, 5, 10))

    assert RuleSet.objects.in_force_on(date(2020, 1, 1)) == old
    assert RuleSet.objects.in_force_on(date(2021, 5, 9)) == old
    assert RuleSet.objects.in_force_on(date(2021, 5, 10)) == new


def test_a_day_without_rules_is_a_loud_error():
    published(since=date(2020, 1, 1))

    with pytest.raises(NoRuleSet, match="2019-12-31"):
        RuleSet.objects.in_force_on(date(2019, 12, 31))


def test_a_rule_set_cannot_start_on_days_of_another():
    published("old", since=date(2020, 1, 1))

    with pytest.raises(CannotPublish) as refusal:
        published("new", since=date(2020, 1, 1))

    assert codes(refusal) == [Bar.OVERLAP]


def test_rules_are_not_made_for_days_that_are_past():
    with pytest.raises(CannotPublish) as refusal:
        publish_rule_set(rule_set=draft(), in_force_from=date(2026, 3, 2), by=None, now=NOW)

    assert codes(refusal) == [Bar.IN_THE_PAST]


def test_a_rule_set_that_names_no_document_is_not_published():
    with pytest.raises(CannotPublish) as refusal:
        publish_rule_set(rule_set=draft(versions=()), in_force_from=TODAY, by=None, now=NOW)

    assert codes(refusal) == [Bar.NO_VERSIONS]


def test_the_next_rule_set_starts_from_the_one_before_and_leaves_it_alone():
    before = published(
        versions=[version("2020")], parameters={APP: {"beds": 5}}, citations={APP: {"beds": "G 2"}}
    )

    after = draft_next_rule_set(after=before, slug="next", name="Next", by=None, now=NOW)
    setting(after, value=6)

    before.refresh_from_db()
    assert list(after.versions.all()) == list(before.versions.all())
    assert (before.parameters_for(GardenRules).beds, after.citations) == (5, {APP: {"beds": "G 2"}})


def test_drafting_setting_and_publishing_are_in_the_chain_under_the_rule_set():
    rule_set = draft("next", versions=[version()], in_force_from=TODAY)
    setting(rule_set)
    publish_rule_set(rule_set=rule_set, by=None, now=NOW)

    entries = Entry.objects.exclude(act=Act.DOCUMENT_RECORDED).in_order()
    assert [(entry.act, entry.rule_set) for entry in entries] == [
        (Act.RULE_SET_DRAFTED, "next"),
        (Act.PARAMETER_SET, "next"),
        (Act.RULE_SET_PUBLISHED, "next"),
    ]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_officers_publishing_at_once_the_second_is_told_of_the_first():
    drafts = [draft("one", in_force_from=TODAY), draft("two", in_force_from=TODAY)]
    outcomes, both = [], threading.Barrier(2)

    def publish(rule_set):
        both.wait()
        try:
            outcomes.append(publish_rule_set(rule_set=rule_set, by=None, now=NOW).status)
        except CannotPublish as refusal:
            outcomes.append(str(refusal.verdict.bars[0].code))
        finally:
            connection.close()

    threads = [threading.Thread(target=publish, args=[each]) for each in drafts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == sorted([RuleSetStatus.IN_FORCE, Bar.OVERLAP])
