"""The keeper of the rulebook at work in the admin."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from lacralo.core.deadlines.clock import database_now, statute_day
from lacralo.core.rulebook.enums import RuleSetStatus
from lacralo.core.rulebook.models import ParameterChange, RuleSet
from tests.builders import person
from tests.core.rulebook.builders import APP, draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def keeper():
    somebody = person("Keeper", is_staff=True)
    somebody.user_permissions.add(Permission.objects.get(codename="change_ruleset"))
    return somebody


def at_work(client: Client, who, settings) -> Client:
    """Signed in as in the demonstration, where the second factor is taken as shown."""
    settings.DEMO = True
    client.force_login(who)
    session = client.session
    session["demo"] = True
    session.save()
    return client


def act(client, rule_set, name, /, **fields):
    return client.post(reverse(f"admin:core_ruleset_{name}", args=[rule_set.pk]), fields)


def test_a_parameter_is_set_with_its_reason_and_decision(client, settings):
    rule_set, who = draft(), keeper()

    act(
        at_work(client, who, settings),
        rule_set,
        "parameter",
        parameter=f"{APP}.beds",
        value="5",
        article="G 2",
        reason="The garden grew.",
        decision="Motion 7",
    )

    change = ParameterChange.objects.get()
    assert (change.new_value, change.reason, change.decision, change.by) == (
        5,
        "The garden grew.",
        "Motion 7",
        who,
    )


@pytest.mark.parametrize(
    "key, typed, stored",
    [
        ("season", "autumn", "autumn"),
        ("share", "1/3", "1/3"),
        ("watered", "false", False),
        ("tools", "[“spring”, “autumn”]", ["spring", "autumn"]),
    ],
)
def test_values_are_typed_as_they_are_stored(client, settings, key, typed, stored):
    rule_set = draft()

    act(
        at_work(client, keeper(), settings),
        rule_set,
        "parameter",
        parameter=f"{APP}.{key}",
        value=typed,
        reason="x",
    )

    assert RuleSet.objects.get().parameters == {APP: {key: stored}}


@pytest.mark.parametrize(
    "typed, why",
    [
        ("99", "“gardening.beds” cannot be “99”: the most is 9."),
        ("many", "“gardening.beds” cannot be “many”: that is not of the right kind (int)."),
    ],
)
def test_an_impossible_value_comes_back_with_the_field_and_the_reason(client, settings, typed, why):
    rule_set = draft()

    response = act(
        at_work(client, keeper(), settings),
        rule_set,
        "parameter",
        parameter=f"{APP}.beds",
        value=typed,
        reason="x",
    )

    assert response.context["form"].non_field_errors() == [why]
    assert ParameterChange.objects.count() == 0


def test_a_decimal_number_is_refused_in_favour_of_a_fraction(client, settings):
    response = act(
        at_work(client, keeper(), settings),
        draft(),
        "parameter",
        parameter=f"{APP}.share",
        value="0.5",
        reason="x",
    )

    assert response.context["form"].errors["value"] == ["Write a fraction such as 1/2, not a decimal number."]


def test_the_next_rule_set_is_drafted_from_the_one_in_force(client, settings):
    before = published(parameters={APP: {"beds": 5}})

    act(at_work(client, keeper(), settings), before, "next", name="Next rules", slug="next")

    after = RuleSet.objects.get(slug="next")
    assert (after.name, after.status, after.parameters) == (
        "Next rules",
        RuleSetStatus.DRAFT,
        before.parameters,
    )


def test_a_label_that_is_taken_comes_back_with_the_reason(client, settings):
    before = published("first")

    response = act(at_work(client, keeper(), settings), before, "next", name="Again", slug="first")

    assert response.context["form"].non_field_errors() == [
        "Another rule set is already called “first” in addresses."
    ]


def test_a_draft_is_published_from_today(client, settings):
    rule_set, today = draft(), statute_day(database_now())

    act(at_work(client, keeper(), settings), rule_set, "publish", in_force_from=today.isoformat())

    rule_set.refresh_from_db()
    assert (rule_set.status, rule_set.in_force_from) == (RuleSetStatus.IN_FORCE, today)


def test_a_draft_is_not_published_for_a_day_that_is_past(client, settings):
    rule_set = draft()

    act(at_work(client, keeper(), settings), rule_set, "publish", in_force_from=date(2020, 1, 1).isoformat())

    rule_set.refresh_from_db()
    assert rule_set.status == RuleSetStatus.DRAFT


@pytest.mark.parametrize("name", ["parameter", "next", "publish"])
def test_staff_without_the_right_are_told_why_not(client, settings, name):
    rule_set = draft()

    response = act(at_work(client, person(is_staff=True), settings), rule_set, name)

    assert (response.status_code, RuleSet.objects.get().status) == (403, RuleSetStatus.DRAFT)


@pytest.mark.parametrize("name", ["parameter", "next", "publish"])
def test_the_pages_of_the_acts_open(client, settings, name):
    rule_set = draft()

    response = at_work(client, keeper(), settings).get(
        reverse(f"admin:core_ruleset_{name}", args=[rule_set.pk])
    )

    assert response.context["rule_set"] == rule_set


@pytest.mark.parametrize("model", ["ruleset", "document", "documentversion", "article", "parameterchange"])
def test_the_lists_can_be_read_and_nothing_is_added_there(client, settings, model):
    draft()
    working = at_work(client, keeper(), settings)

    statuses = [
        working.get(reverse(f"admin:core_{model}_{page}")).status_code for page in ("changelist", "add")
    ]

    assert statuses == [200, 403]


def test_a_rule_set_in_the_admin_offers_its_acts_to_the_keeper(client, settings):
    rule_set = draft()

    response = at_work(client, keeper(), settings).get(
        reverse("admin:core_ruleset_change", args=[rule_set.pk])
    )

    assert bool(response.context["keeper"]) is True
