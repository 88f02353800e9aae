"""Whether a vote is secret follows from its rule set, and no route changes it: page, admin, shell."""

import ast
import importlib
import pkgutil

import pytest
from django import forms
from django.db import Error, connection, transaction
from django.urls import reverse

import conflicts
import elections
import lacralo
import members
from elections.enums import Secrecy
from elections.models import Election
from elections.services.ballots import open_vote
from lacralo.core.rulebook.models import RuleSet
from lacralo.core.rulebook.services.rule_sets import CannotChange, set_parameter
from lacralo.core.verdicts import Refused
from tests.architecture.code import modules, name_of
from tests.builders import NOW
from tests.elections.builders import officer
from tests.elections.poll import before_the_vote
from tests.elections.sealed import Papers, open_secret_vote, rehearsed, secret_election
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

OTHER = str(Secrecy.ROLL_CALL)


@pytest.fixture
def open_one() -> Election:
    """A secret vote that is open."""
    return open_secret_vote(Papers())


def is_still_secret(election: Election) -> bool:
    """Whether the database says what the ballot said."""
    return Election.objects.get(pk=election.pk).secrecy == Secrecy.SECRET


def every_form() -> list[type[forms.BaseForm]]:
    """Every form that a module of the portal declares."""
    found = []
    for app in (lacralo, members, conflicts, elections):
        for module in pkgutil.walk_packages(app.__path__, f"{app.__name__}."):
            if ".migrations" in module.name or module.name.endswith(("wsgi", "settings")):
                continue
            for each in vars(importlib.import_module(module.name)).values():
                if isinstance(each, type) and issubclass(each, forms.BaseForm):
                    found.append(each)
    return found


def test_no_page_has_a_field_for_it():
    asking = [form for form in every_form() if "secrecy" in getattr(form, "base_fields", {})]

    assert len(every_form()) > 10
    assert asking == []


PAGES = ("desk", "ceremony", "calendar_edit", "publish", "vote_open", "postpone", "set_back", "annul")


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_officer_takes_it(client, page):
    waiting = secret_election()
    at_the_desk(client, officer())

    client.post(reverse(f"elections:{page}", args=[waiting.slug]), {"secrecy": OTHER, "kind": OTHER})

    assert is_still_secret(waiting)


@pytest.mark.parametrize("is_open", [False, True])
def test_the_admin_does_not_take_it(client, is_open):
    election = open_secret_vote(Papers()) if is_open else secret_election()
    staff = officer()
    staff.is_staff = True
    staff.save()
    at_the_desk(client, staff)

    answer = client.post(
        reverse("admin:elections_election_change", args=[election.pk]), {"secrecy": OTHER, "_save": "1"}
    )

    assert (answer.status_code, is_still_secret(election)) == (403, True)


def refused(change) -> bool:
    """Whether the database refuses what a shell asks of it."""
    try:
        with transaction.atomic():
            change()
    except Error:
        return True
    return False


def test_a_shell_does_not_change_it_once_the_vote_is_open(open_one):
    def by_sql():
        with connection.cursor() as cursor:
            cursor.execute("UPDATE elections_election SET secrecy = %s WHERE id = %s", [OTHER, open_one.pk])

    def by_row():
        open_one.secrecy = OTHER
        open_one.save()

    ways = [by_sql, by_row, lambda: Election.objects.filter(pk=open_one.pk).update(secrecy=OTHER)]

    assert [refused(way) for way in ways] == [True, True, True]
    assert is_still_secret(open_one)


def writes_secrecy(tree: ast.AST) -> bool:
    """Whether a module sets the kind of a vote: as an attribute, or as a named value of what it calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(each, ast.Attribute) and each.attr == "secrecy" for each in targets):
                return True
        if isinstance(node, ast.Call) and any(each.arg == "secrecy" for each in node.keywords):
            return True
    return False


def test_one_act_alone_sets_it_and_that_is_the_preparation():
    setting = [name_of(path) for path in modules() if writes_secrecy(ast.parse(path.read_text("utf-8")))]

    assert setting == ["elections/services/calls.py"]


def test_a_shell_that_changes_it_before_the_vote_opens_is_found_when_it_opens():
    election = secret_election()
    rehearsed(election, Papers())
    Election.objects.filter(pk=election.pk).update(secrecy=OTHER)

    with pytest.raises(Refused) as refusal:
        open_vote(election=election, by=officer(), now=NOW)

    assert [str(line.code) for line in refusal.value.verdict.bars] == ["elections.secrecy_not_as_ruled"]


def test_a_roll_call_does_not_become_secret_either():
    election = before_the_vote()
    open_vote(election=election, by=officer(), now=NOW)

    assert refused(lambda: Election.objects.filter(pk=election.pk).update(secrecy=str(Secrecy.SECRET)))


def test_the_rule_set_that_governs_a_vote_does_not_change(open_one):
    rule_set = RuleSet.objects.get(pk=open_one.rule_set_id)
    changed = {**rule_set.parameters, "elections": {"secrecy_of_elections": OTHER}}

    with pytest.raises(CannotChange):
        set_parameter(
            rule_set=rule_set, app="elections", key="secrecy_of_elections", value=OTHER, reason="No.",
            by=officer(), now=NOW,
        )  # fmt: skip

    assert refused(lambda: RuleSet.objects.filter(pk=rule_set.pk).update(parameters=changed))
    assert refused(lambda: Election.objects.filter(pk=open_one.pk).update(rule_set=another_rule_set()))


def another_rule_set() -> RuleSet:
    """A rule set with roll-call elections."""
    return RuleSet.objects.create(slug="another", name="Another", parameters={})
