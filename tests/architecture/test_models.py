"""What every model must say of itself."""

import uuid

import pytest
from django.apps import apps
from django.db import models
from django.utils.functional import Promise

from lacralo.core.audit.guards import guards
from lacralo.core.people.models import Person

OURS = ("core", "members", "conflicts", "elections")
#: The floors, from the ground up.
FLOOR = {label: height for height, label in enumerate(OURS)}

#: Models that have no history, and why.
NO_HISTORY = {
    "core.entry": "append-only: it is the history",
    "core.deadline": "what happened to it stands in its own columns",
    "core.notice": "the outbox: written once, then only marked as sent",
    "core.issueddocument": "append-only",
    "core.parameterchange": "append-only: it is the history of the parameters",
    "core.revision": "append-only: it is the history of a text",
    "core.rulesetversion": "frozen with its rule set",
    "core.text": "nothing in it changes; its revisions are the history",
    "conflicts.statement": "append-only: a new statement supersedes the old",
    "elections.ballot": "append-only: casting again adds a ballot",
    "elections.board": "append-only: what the close published",
    "elections.candidate": "append-only: fixed when the roll froze",
    "elections.electionkey": "what happened to it stands in its own columns; another one takes its place",
    "elections.envelope": "secret: a history would keep what was replaced, and when",
    "elections.mixedenvelope": "secret: made by the mix, destroyed when the result is final",
    "elections.opening": "sealed layers are kept no longer than they are needed; how it ended stands in it",
    "elections.place": "append-only: fixed when the roll froze",
    "elections.placebar": "append-only: a place is barred once",
    "elections.postponement": "append-only: each is published with its reason",
    "elections.proclamation": "append-only: a correction is a new version",
    "elections.publishedroll": "append-only: a correction is a new edition",
    "elections.retiredtracker": "secret: published by the board at the close, all together, and removed",
    "elections.rotationrow": "append-only: the table never moves",
    "elections.sealedkey": "secret: destroyed when its key is given up or the result is final",
    "elections.setback": "append-only: each decision stays",
    "elections.tally": "append-only: a correction is a new version",
    "members.acceptance": "append-only: accepting another version adds a row",
    "members.alacvote": "append-only: a decision as it was recorded",
    "members.applicationmove": "append-only: it is the history of an application",
    "members.applicationrecusal": "append-only: each stays",
    "members.regionaladvice": "append-only: given once",
    "members.confirmation": "append-only: each stays",
    "members.credit": "append-only: written once by the act that shows it",
    "members.occasion": "append-only: written once by the act that holds it",
    "members.occasionexcuse": "append-only: written with its occasion",
}
_APPEND_ONLY = {each.table for each in guards() if each.name.endswith("_append_only")}


def our_models() -> list[type[models.Model]]:
    """Every model of the portal, its histories aside."""
    return [
        model
        for label in OURS
        for model in apps.get_app_config(label).get_models()
        if not model.__name__.startswith("Historical")
    ]


def has_history(model) -> bool:
    """Whether simple-history keeps what its rows looked like."""
    return hasattr(model, "history")


def label_of(model) -> str:
    """The label of a model: "members.member"."""
    return model._meta.label_lower


@pytest.mark.parametrize("model", our_models(), ids=label_of)
def test_a_model_has_its_history_or_says_why_not(model):
    assert has_history(model) != (label_of(model) in NO_HISTORY)


def test_what_is_said_to_be_append_only_is_kept_so_by_the_database():
    said = {label for label, why in NO_HISTORY.items() if why.startswith("append-only")}
    tables = {apps.get_model(label)._meta.db_table for label in said}

    assert tables - _APPEND_ONLY == set()


#: What a copy of these tables would undo: nothing of them is kept anywhere else.
_SECRET = [label for label, why in NO_HISTORY.items() if why.startswith(("secret", "sealed"))]


@pytest.mark.parametrize("label", _SECRET)
def test_what_is_secret_carries_no_moment_and_no_person(label):
    """No column says when a row was written or by whom; an opening alone says when it began and ended."""
    fields = apps.get_model(label)._meta.get_fields()
    moments = [field.name for field in fields if isinstance(field, models.DateField)]
    people = [field.name for field in fields if field.is_relation and field.related_model is Person]

    assert people == []
    assert moments == (["started_at", "ended_at"] if label == "elections.opening" else [])


@pytest.mark.parametrize("label", ["elections.mixedenvelope", "elections.retiredtracker"])
def test_rows_of_the_box_are_numbered_by_chance(label):
    """A key that counts would tell the order in which rows were written."""
    key = apps.get_model(label)._meta.pk

    assert (type(key), key.default) == (models.UUIDField, uuid.uuid4)


def keys_out_of(model) -> list[models.ForeignObject]:
    """The foreign keys of a model that its app declared."""
    fields = [*model._meta.get_fields(), *model._meta.many_to_many]
    return [
        field for field in fields if field.is_relation and not field.auto_created and field.model is model
    ]


def keys_between_apps() -> list[models.ForeignObject]:
    """The foreign keys from one app of ours to another."""
    return [
        field
        for model in our_models()
        for field in keys_out_of(model)
        if field.related_model._meta.app_label != model._meta.app_label
        and field.related_model._meta.app_label in OURS
    ]


@pytest.mark.parametrize("field", keys_between_apps(), ids=str)
def test_a_key_between_apps_points_down_and_climbs_by_no_name(field):
    assert FLOOR[field.related_model._meta.app_label] < FLOOR[field.model._meta.app_label]
    assert field.remote_field.hidden, f"{field} needs related_name='+'"


@pytest.mark.parametrize("model", our_models(), ids=label_of)
def test_a_row_that_others_stand_on_is_not_removed_with_them(model):
    cascading = [
        field.name
        for field in keys_out_of(model)
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
    ]

    assert cascading == []


@pytest.mark.parametrize("model", our_models(), ids=label_of)
def test_order_is_asked_for_where_it_is_shown(model):
    assert list(model._meta.ordering) == []


@pytest.mark.parametrize("model", our_models(), ids=label_of)
def test_a_model_has_a_name_that_can_be_translated(model):
    assert isinstance(model._meta.verbose_name, Promise)
    assert isinstance(model._meta.verbose_name_plural, Promise)


@pytest.mark.parametrize("model", [model for model in our_models() if has_history(model)], ids=label_of)
def test_rows_with_history_are_not_written_past_it(model):
    """`.update()` and `bulk_*` skip the history: their services say `save`."""
    from tests.architecture.code import calls, modules

    skipping = {"bulk_update", "bulk_create"}
    found = [
        f"{path.name}:{call.lineno}"
        for path in modules()
        for call in calls(path)
        if getattr(call.func, "attr", "") in skipping and _is_of(call, model)
    ]

    assert found == []


def _is_of(call, model) -> bool:
    before = call.func.value
    is_objects = getattr(before, "attr", "") == "objects"
    return is_objects and getattr(before.value, "id", "") == model.__name__
