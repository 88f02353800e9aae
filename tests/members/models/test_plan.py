"""What the database refuses of the plan."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from members.enums.plan import PlanAct, TaskStatus
from members.models import PlanChange, PlanDependency
from tests.builders import NOW, TODAY, person, position
from tests.members.plan_builders import task

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "lost"},
        {"priority": "urgent"},
        {"status": TaskStatus.DONE},
        {"closed_on": TODAY},
        {"starts_on": TODAY, "due_on": TODAY.replace(day=2)},
    ],
)
def test_a_task_that_contradicts_itself_is_refused(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        task(**fields)


def test_a_task_has_one_owner_at_most():
    with pytest.raises(IntegrityError), transaction.atomic():
        task(owner_person=person(), owner_position=position("chair"))


def test_a_task_does_not_wait_for_itself_nor_twice_for_another():
    one, other = task(), task()
    PlanDependency.objects.create(task=one, waits_for=other)

    for waiting in (one, other):
        with pytest.raises(IntegrityError), transaction.atomic():
            PlanDependency.objects.create(task=one, waits_for=waiting)


def test_a_change_stays_as_it_was_written():
    change = PlanChange.objects.create(task=task(), act=PlanAct.TASK_ADDED, at=NOW)

    with pytest.raises(DatabaseError), transaction.atomic():
        PlanChange.objects.filter(pk=change.pk).update(reason="Other.", language="en")
    with pytest.raises(DatabaseError), transaction.atomic():
        change.delete()


@pytest.mark.parametrize("reason, language", [("Why.", ""), ("", "en"), ("Why.", "de")])
def test_a_reason_carries_its_language(reason, language):
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanChange.objects.create(
            task=task(), act=PlanAct.TASK_ADDED, at=NOW, reason=reason, language=language
        )
