"""The plan of next steps: a Gantt chart with its table, and the forms by which it is kept."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.verdicts import Refused, require
from members.documents.plan import plan_csv
from members.enums.plan import TaskStatus
from members.forms.plan import MoveForm, PlanFilter, TaskForm
from members.models import PlanTask
from members.permissions.plan import can_keep_plan, can_move_task
from members.phrases.plan import MOVE_NAMES
from members.selectors.plan import TaskRow, chart_of, chosen, plan, tasks
from members.selectors.plan_history import history_of
from members.services.plan import NEED_REASON, add_task, change_task, move_task
from members.workflows.plan import PLAN_TASK


def _wanted(request) -> tuple[PlanFilter, list[TaskRow]]:
    rows = plan(get_language(), today=statute_day(request.now))
    form = PlanFilter(request.GET, rows=rows)
    return form, chosen(rows, **form.chosen)


@public
def plan_page(request):
    """What is to be done next, by whom and until when, drawn and as a table."""
    today = statute_day(request.now)
    form, rows = _wanted(request)
    return render(
        request,
        "members/plan.html",
        {
            "form": form,
            "is_filtered": bool(form.chosen),
            "query": request.GET.urlencode(),
            "chart": chart_of(rows, today=today),
            "rows": rows,
            "rows_by_key": {row.task.pk: row for row in rows},
            "without_day": [row for row in rows if not row.has_day],
            "today": today,
            "open": sum(row.is_open for row in rows),
            "late": sum(row.is_late for row in rows),
            "can_keep": request.person and can_keep_plan(request.person, on=today),
        },
    )


@public
def plan_file(request):
    """The tasks as chosen, as CSV."""
    _form, rows = _wanted(request)
    return HttpResponse(
        plan_csv(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="lacralo-plan.csv"'},
    )


def _task_or_404(pk: int) -> PlanTask:
    return get_object_or_404(tasks(), pk=pk)


@public
def plan_task(request, pk):
    """A task, what can be done with it, and everything that happened to it."""
    task, today = _task_or_404(pk), statute_day(request.now)
    rows = plan(get_language(), today=today)
    row = next(row for row in rows if row.task.pk == task.pk)
    moves = PLAN_TASK.moves_from(TaskStatus(task.status)) if request.person else ()
    return render(
        request,
        "members/plan_task.html",
        {
            "row": row,
            "waited_by": [other for other in rows if row in other.waits_for],
            "changes": history_of(task, get_language()),
            "can_keep": request.person and can_keep_plan(request.person, on=today),
            "moves": [
                (move, MOVE_NAMES[move])
                for move in moves
                if can_move_task(request.person, task, move, on=today)
            ],
        },
    )


def plan_add(request):
    """Something else is to be done."""
    today = statute_day(request.now)
    require(can_keep_plan(request.person, on=today))
    form = TaskForm(request.POST or None, rows=plan(get_language(), today=today), on=today)
    verdict = None
    if request.method == "POST" and form.is_valid():
        try:
            task = add_task(told=form.told(), by=request.person, now=request.now)
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            messages.success(request, _("The task is in the plan."))
            return redirect(task)
    context = {"form": form, "verdict": verdict}
    return render(request, "members/plan_form.html", context, status=_status(request))


def plan_edit(request, pk):
    """A task changes, and why."""
    task, today = _task_or_404(pk), statute_day(request.now)
    require(can_keep_plan(request.person, on=today))
    rows = plan(get_language(), today=today)
    form = TaskForm(request.POST or None, rows=rows, task=task, on=today)
    verdict = None
    if request.method == "POST" and form.is_valid():
        try:
            change_task(
                task=task,
                told=form.told(),
                reason=form.cleaned_data["reason"],
                by=request.person,
                now=request.now,
            )
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            messages.success(request, _("The task is changed."))
            return redirect(task)
    row = next(row for row in rows if row.task.pk == task.pk)
    context = {"form": form, "verdict": verdict, "row": row}
    return render(request, "members/plan_form.html", context, status=_status(request))


def plan_move(request, pk, move):
    """A task is started, done, dropped or taken up again: asked once more, with a reason where one is due."""
    if move not in PLAN_TASK.moves:
        raise Http404
    task, today = _task_or_404(pk), statute_day(request.now)
    require(can_move_task(request.person, task, move, on=today))
    form = MoveForm(request.POST if request.method == "POST" else None, needs_reason=move in NEED_REASON)
    if request.method == "POST" and form.is_valid():
        move_task(
            task=task,
            move=move,
            reason=form.cleaned_data["reason"],
            language=get_language(),
            by=request.person,
            now=request.now,
        )
        messages.success(request, _("Done; the history of the task says so."))
        return redirect(task)
    row = next(row for row in plan(get_language(), today=today) if row.task.pk == task.pk)
    is_legal = move in PLAN_TASK.moves_from(TaskStatus(task.status))
    context = {"form": form, "row": row, "label": MOVE_NAMES[move], "is_legal": is_legal, "move": move}
    return render(request, "members/plan_move.html", context, status=_status(request))


def _status(request) -> int:
    return 422 if request.method == "POST" else 200
