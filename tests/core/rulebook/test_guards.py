"""What the database itself refuses about rule sets."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from lacralo.core.rulebook.models import ParameterChange, RuleSet, RuleSetVersion
from lacralo.core.rulebook.services.rule_sets import set_parameter
from tests.builders import NOW
from tests.core.rulebook.builders import APP, draft, published, version

pytestmark = pytest.mark.django_db


def refused(act) -> bool:
    """Whether the database refuses the statement."""
    try:
        with transaction.atomic():
            act()
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize(
    "change",
    [
        {"parameters": {APP: {"beds": 9}}},
        {"citations": {APP: {"beds": "G 9"}}},
        {"slug": "other"},
        {"name": "Other rules"},
        {"in_force_from": date(2000, 1, 1)},
        {"authoritative_language": "fr"},
        {"status": "draft", "published_at": None},
    ],
)
def test_a_published_rule_set_never_changes(change):
    rule_set = published()

    assert refused(lambda: RuleSet.objects.filter(pk=rule_set.pk).update(**change))


def test_a_draft_changes():
    rule_set = draft()

    assert not refused(lambda: RuleSet.objects.filter(pk=rule_set.pk).update(name="Other rules"))


def test_a_superseded_rule_set_does_not_come_back_and_keeps_its_last_day():
    old = published("old", since=date(2020, 1, 1))
    published("new", since=date(2021, 1, 1))

    rows = RuleSet.objects.filter(pk=old.pk)
    assert refused(lambda: rows.update(status="in_force", in_force_until=None))
    assert refused(lambda: rows.update(in_force_until=date(2020, 6, 1)))


def test_a_published_rule_set_is_not_deleted():
    rule_set = published()

    assert refused(lambda: RuleSet.objects.filter(pk=rule_set.pk)._raw_delete("default"))


def test_the_documents_of_a_published_rule_set_neither_come_nor_go():
    rule_set, other = published(), version("2021")
    joined = RuleSetVersion.objects.filter(rule_set=rule_set)

    assert refused(lambda: RuleSetVersion.objects.create(rule_set=rule_set, version=other))
    assert refused(lambda: joined.update(version=other))
    assert refused(joined.delete)


def test_a_change_of_a_parameter_stays_as_it_was_recorded():
    set_parameter(rule_set=draft(), app=APP, key="beds", value=5, reason="Motion 7", by=None, now=NOW)

    assert refused(lambda: ParameterChange.objects.update(reason="another"))
    assert refused(lambda: ParameterChange.objects.all().delete())


def test_two_rule_sets_without_an_end_are_refused():
    published(since=date(2020, 1, 1))

    assert refused(
        lambda: RuleSet.objects.create(
            slug="x", name="X", status="in_force", in_force_from=date(2021, 1, 1), published_at=NOW
        )
    )
