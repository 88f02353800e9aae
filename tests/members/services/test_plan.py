"""The plan is kept by the secretary, every change with who and why; what is late is reminded of once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.enums.plan import PlanAct, PlanBar, Priority, TaskStatus
from members.models import PlanTask
from members.selectors.plan import tasks_waiting_for, waits_for, wordings
from members.services.plan import TaskTold, add_task, change_task, move_task, remind_of_late_task
from members.services.plan_delivered import load_plan
from tests.builders import NOW, TODAY, person, position, secretary, term
from tests.members.plan_builders import task

pytestmark = pytest.mark.django_db

TASK = "members.plan_task_late"
ONE = timedelta(days=1)


@pytest.fixture
def keeper():
    return secretary()


def told(**fields) -> TaskTold:
    return TaskTold(**({"language": "en", "titles": {"en": "Write the guide"}} | fields))


def bars(refusal) -> list:
    return [line.code for line in refusal.value.verdict.bars]


def due_at() -> list[datetime]:
    return list(Deadline.objects.open().filter(task=TASK).values_list("due_at", flat=True))


def mails(news: str) -> list[str]:
    found = Notice.objects.filter(event__startswith=f"members.{news}:").order_by("pk")
    return [each.person.name for each in found]


def test_a_task_is_added_with_its_words_and_its_owner_is_told(keeper):
    chair = term("chair", person("Chair")).person

    made = add_task(
        told=told(
            titles={"en": "Write the guide", "es": "Escribir la guía"},
            owner_position=position("chair"),
            note="Short.",
            due_on=TODAY,
        ),
        by=keeper,
        now=NOW,
    )

    assert wordings(made.title) == {"en": "Write the guide", "es": "Escribir la guía"}
    assert (made.status, made.priority, made.closed_on) == (TaskStatus.TODO, Priority.NORMAL, None)
    assert Entry.objects.about(made).get().act == PlanAct.TASK_ADDED
    change = made.changes.get()
    assert change.changes["owner"] == [None, "position:chair"]
    assert change.changes["title:es"] == [None, "Escribir la guía"]
    assert (change.by, change.at) == (keeper, NOW)
    assert mails("plan_task_yours") == ["Chair"]
    mail = Notice.objects.get(event__startswith="members.plan_task_yours:")
    assert "It is due on 3 March 2026." in mail.body
    assert f"/en/members/plan/{made.pk}/" in mail.body
    assert list(tasks_waiting_for(chair, on=TODAY)) == [made]


def test_only_those_who_keep_the_plan_add_and_change(keeper):
    made, other = task(), person()

    with pytest.raises(Refused) as adding:
        add_task(told=told(), by=other, now=NOW)
    with pytest.raises(Refused) as changing:
        change_task(task=made, told=told(), reason="Why not.", by=other, now=NOW)
    change_task(task=made, told=told(), reason="Plainer.", by=keeper, now=NOW)

    assert bars(adding) == bars(changing) == [PlanBar.NOT_PLAN_KEEPER]


@pytest.mark.parametrize(
    "fields, bar",
    [
        ({"titles": {"es": "Escribir"}}, PlanBar.TITLE_MISSING),
        ({"starts_on": TODAY, "due_on": TODAY - ONE}, PlanBar.DUE_BEFORE_START),
    ],
)
def test_a_task_that_makes_no_sense_is_refused(keeper, fields, bar):
    with pytest.raises(Refused) as refusal:
        add_task(told=told(**fields), by=keeper, now=NOW)

    assert bars(refusal) == [bar]
    assert PlanTask.objects.count() == 0


def test_a_task_of_an_office_and_of_a_person_is_refused(keeper):
    both = told(owner_position=position("chair"), owner_person=keeper)

    with pytest.raises(Refused) as refusal:
        add_task(told=both, by=keeper, now=NOW)

    assert bars(refusal) == [PlanBar.TWO_OWNERS]


def test_a_circle_is_refused_with_the_names_of_the_tasks_in_it(keeper):
    first = task("First")
    second = task("Second", waits_for=(first,))
    third = task("Third", waits_for=(second,))

    with pytest.raises(Refused) as refusal:
        change_task(
            task=first,
            told=told(titles={"en": "First"}, waits_for=(third.pk,)),
            reason="Try.",
            by=keeper,
            now=NOW,
        )

    (line,) = refusal.value.verdict.bars
    assert (line.code, line.facts["names"]) == (PlanBar.CIRCLE, "First → Third → Second → First")
    assert waits_for() == {second.pk: (first.pk,), third.pk: (second.pk,)}


def test_a_change_keeps_what_was_and_what_became_and_says_why(keeper):
    other = task("Other")
    made = add_task(told=told(due_on=TODAY), by=keeper, now=NOW)

    change_task(
        task=made,
        told=told(
            titles={"en": "Write the guides"}, due_on=TODAY + ONE, waits_for=(other.pk,), note="Two of them."
        ),
        reason="There are two.",
        by=keeper,
        now=NOW,
    )

    change = made.changes.order_by("-pk").first()
    assert change.changes == {
        "title:en": ["Write the guide", "Write the guides"],
        "note": ["", "Two of them."],
        "due_on": ["2026-03-03", "2026-03-04"],
        "waits_for": [[], [other.pk]],
    }
    assert (change.reason, change.language) == ("There are two.", "en")
    assert Entry.objects.about(made).latest("sequence").act == PlanAct.TASK_CHANGED
    assert due_at() == [datetime(2026, 3, 5, tzinfo=UTC)]


@pytest.mark.parametrize("reason, titles", [("", {"en": "New words"}), ("Again.", {"en": "Write the guide"})])
def test_a_change_without_a_reason_or_without_a_change_is_refused_and_leaves_nothing(keeper, reason, titles):
    made = add_task(told=told(), by=keeper, now=NOW)

    with pytest.raises(Refused):
        change_task(task=made, told=told(titles=titles), reason=reason, by=keeper, now=NOW)

    assert wordings(made.title) == {"en": "Write the guide"}
    assert made.changes.count() == 1


def test_an_owner_who_is_new_is_told_and_one_who_stays_is_not(keeper):
    ana, beto = person("Ana"), person("Beto")
    made = add_task(told=told(owner_person=ana), by=keeper, now=NOW)

    change_task(task=made, told=told(owner_person=ana, due_on=TODAY), reason="A day.", by=keeper, now=NOW)
    change_task(task=made, told=told(owner_person=beto, due_on=TODAY), reason="Ana left.", by=keeper, now=NOW)

    assert mails("plan_task_yours") == ["Ana", "Beto"]


def test_the_owner_starts_and_finishes_and_only_a_keeper_drops_and_reopens(keeper):
    owner, other = person(), person()
    made = task(owner_person=owner)

    for move, who in (("start", other), ("drop", owner)):
        with pytest.raises(Refused):
            move_task(task=made, move=move, reason="So.", language="en", by=who, now=NOW)
    move_task(task=made, move="start", by=owner, now=NOW)
    done = move_task(task=made, move="finish", by=owner, now=NOW + ONE)

    assert (done.status, done.closed_on) == (TaskStatus.DONE, TODAY + ONE)
    again = move_task(task=made, move="reopen", reason="Not yet.", language="en", by=keeper, now=NOW + ONE)
    assert (again.status, again.closed_on) == (TaskStatus.TODO, None)
    acts = [each.act for each in Entry.objects.about(made).order_by("sequence")]
    assert acts == [PlanAct.TASK_STARTED, PlanAct.TASK_DONE, PlanAct.TASK_REOPENED]


def test_whoever_holds_the_office_next_inherits_the_task():
    made = task(owner_position=position("chair"))
    before = term("chair", start=date(2025, 1, 1), end=TODAY).person
    after = term("chair", start=TODAY).person

    with pytest.raises(Refused):
        move_task(task=made, move="start", by=before, now=NOW)
    move_task(task=made, move="start", by=after, now=NOW)

    assert list(tasks_waiting_for(before, on=TODAY)) == []
    assert list(tasks_waiting_for(after, on=TODAY)) == [made]


def test_a_task_is_dropped_with_a_reason_once(keeper):
    made = task(due_on=TODAY)

    with pytest.raises(Refused) as silent:
        move_task(task=made, move="drop", by=keeper, now=NOW)
    move_task(task=made, move="drop", reason="Done elsewhere.", language="en", by=keeper, now=NOW)
    with pytest.raises(Refused) as twice:
        move_task(task=made, move="drop", reason="Again.", language="en", by=keeper, now=NOW)

    assert (bars(silent), bars(twice)) == ([PlanBar.WHY_MISSING], [PlanBar.MOVE_NOT_OPEN])
    assert made.changes.get().reason == "Done elsewhere."


def test_a_task_that_is_closed_is_not_changed_and_reminds_nobody(keeper):
    made = add_task(told=told(due_on=TODAY), by=keeper, now=NOW)
    move_task(task=made, move="finish", by=keeper, now=NOW)

    with pytest.raises(Refused) as refusal:
        change_task(task=made, told=told(due_on=TODAY + ONE), reason="Later.", by=keeper, now=NOW)

    assert bars(refusal) == [PlanBar.TASK_CLOSED]
    assert due_at() == []


def test_a_late_task_is_reminded_to_whoever_holds_its_office_then_once(keeper):
    term("chair", person("Before"), start=date(2025, 1, 1), end=TODAY)
    term("chair", person("After"), start=TODAY)
    add_task(told=told(owner_position=position("chair"), due_on=TODAY - ONE), by=keeper, now=NOW - 2 * ONE)
    deadline = Deadline.objects.open().get(task=TASK)

    first, second = (remind_of_late_task(pk=deadline.pk, now=NOW) for _ in range(2))

    assert (deadline.due_at, first, second) == (datetime(2026, 3, 3, tzinfo=UTC), True, False)
    assert mails("plan_task_late") == ["After"]
    assert "was due on 2 March 2026" in Notice.objects.get(event__startswith=f"{TASK}:").body


def test_what_nobody_owns_is_reminded_to_the_secretary_and_another_day_reminds_anew(keeper):
    made = add_task(told=told(due_on=TODAY), by=keeper, now=NOW)
    remind_of_late_task(pk=Deadline.objects.open().get(task=TASK).pk, now=NOW + ONE)

    change_task(task=made, told=told(due_on=TODAY + 9 * ONE), reason="More time.", by=keeper, now=NOW + ONE)
    remind_of_late_task(pk=Deadline.objects.open().get(task=TASK).pk, now=NOW + 10 * ONE)

    assert mails("plan_task_late") == ["Secretary", "Secretary"]


def test_a_translation_left_empty_stays_and_a_note_can_be_taken_out(keeper):
    made = add_task(told=told(titles={"en": "Guide", "fr": "Guide (fr)"}, note="Short."), by=keeper, now=NOW)

    made = change_task(task=made, told=told(titles={"en": "Guides"}), reason="Two.", by=keeper, now=NOW)

    assert wordings(made.title) == {"en": "Guides", "fr": "Guide (fr)"}
    assert made.note is None


def test_the_list_of_los_angeles_is_loaded_once_in_four_languages_and_kept_as_it_is_changed(keeper):
    position("secretary")

    first, second = load_plan(by=None, now=NOW), load_plan(by=None, now=NOW)

    assert (first, second) == (12, 0)
    found = {each.key: each for each in PlanTask.objects.all()}
    assert [set(wordings(each.title)) for each in found.values()] == [{"es", "pt-br", "en", "fr"}] * 12
    assert {each for each in found if found[each].starts_on or found[each].due_on} == set()
    assert waits_for() == {found["elections"].pk: (found["voting_system"].pk,)}
    assert found["gantt"].owner_position == position("secretary")
    move_task(task=found["gantt"], move="finish", by=keeper, now=NOW)
    assert load_plan(by=None, now=NOW) == 0
    assert PlanTask.objects.get(key="gantt").status == TaskStatus.DONE
