"""The public register of decisions, and the actions that were agreed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.texts.selectors import reading
from lacralo.core.verdicts import Refused, require
from members.documents.decisions import decisions_csv
from members.enums.decisions import ActionStatus
from members.forms.minutes import (
    ActionFilter,
    BodyDecisionForm,
    ChangeActionForm,
    DecisionFilter,
    MoveActionForm,
    owner_of,
)
from members.models import Action
from members.permissions.decisions import can_keep_decisions, can_move_action
from members.phrases.decisions import MOVE_NAMES
from members.selectors import decisions as selectors
from members.services.actions import change_action, move_action
from members.services.decisions import DecisionTold, record_decision
from members.views.doors import needs_rules
from members.workflows.minutes import ACTION

ROWS_A_PAGE = 25


def _wanted(request):
    bodies, years = selectors.bodies_that_decided(), selectors.years_of_decisions()
    form = DecisionFilter(request.GET, bodies=bodies, years=years)
    return form, selectors.decisions(**form.chosen)


@public
def decision_list(request):
    """Everything that was decided, newest first."""
    form, found = _wanted(request)
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "members/decision_list.html",
        {
            "form": form,
            "page": page,
            "rows": selectors.told_decisions(page, get_language()),
            "is_filtered": bool(form.chosen),
            "query": request.GET.urlencode(),
            "can_keep": request.person and can_keep_decisions(request.person, on=statute_day(request.now)),
        },
    )


@public
def decision_csv(request):
    """The decisions as chosen, as CSV."""
    _form, found = _wanted(request)
    return HttpResponse(
        decisions_csv(selectors.told_decisions(found.select_related("replaces"), get_language())),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="lacralo-decisions.csv"'},
    )


@public
def decision_detail(request, year, number):
    """One decision at its permanent address."""
    found = selectors.decisions().select_related("replaces", "recorded_by")
    decision = get_object_or_404(found, year=year, number=number)
    return render(
        request,
        "members/decision_detail.html",
        {
            "decision": decision,
            "words": reading(decision.text, get_language()),
            "replaced_by": decision.replaced_by.order_by("pk"),
        },
    )


@needs_rules
def decision_add(request):
    """A body decided something outside of a meeting held here."""
    today = statute_day(request.now)
    require(can_keep_decisions(request.person, on=today))
    form = BodyDecisionForm(request.POST or None, initial={"decided_on": today})
    verdict = None
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        told = DecisionTold(
            language=typed["language"], text=typed["text"], on=typed["decided_on"], how=typed["how"],
            article=typed["article"], body=typed["body"],
        )  # fmt: skip
        try:
            decision = record_decision(told=told, by=request.person, now=request.now)
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            messages.success(request, _("The decision is in the register."))
            return redirect(decision)
    context = {"form": form, "verdict": verdict}
    return render(request, "members/decision_add.html", context, status=status_of(request))


@public
def action_list(request):
    """Every action that was agreed, the ones due first."""
    today, form = statute_day(request.now), ActionFilter(request.GET)
    found = selectors.actions().filter(status=form.chosen) if form.chosen else selectors.actions()
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    rows = selectors.told_actions(page, get_language(), today=today)
    context = {"form": form, "page": page, "rows": rows, "is_filtered": bool(form.chosen)}
    return render(request, "members/action_list.html", context)


def my_actions(request):
    """The actions that are mine, or of an office that I hold."""
    today = statute_day(request.now)
    rows = selectors.told_actions(selectors.actions_of(request.person, on=today), get_language(), today=today)
    is_open = [row for row in rows if row.row.status == ActionStatus.OPEN]
    closed = [row for row in rows if row not in is_open]
    return render(request, "members/my_actions.html", {"open": is_open, "closed": closed})


@public
def action_detail(request, pk):
    """One action: what, who, until when, and what came of it."""
    action, today = _action_or_404(pk), statute_day(request.now)
    may_move = can_move_action(request.person, action, on=today) if request.person else None
    moves = ACTION.moves_from(ActionStatus(action.status)) if may_move else ()
    return render(
        request,
        "members/action_detail.html",
        {
            "row": selectors.told_actions([action], get_language(), today=today)[0],
            "moves": [(move, MOVE_NAMES[move]) for move in moves],
            "can_change": request.person and bool(can_keep_decisions(request.person, on=today)),
        },
    )


@needs_rules
def action_move(request, pk, move):
    """An action is done, dropped or taken up again: with its evidence, or the reason."""
    if move not in ACTION.moves:
        raise Http404
    action, today = _action_or_404(pk), statute_day(request.now)
    require(can_move_action(request.person, action, on=today))
    form = MoveActionForm(request.POST if request.method == "POST" else None, is_evidence=move == "finish")
    verdict = None
    if form.is_valid():
        typed = form.cleaned_data
        try:
            move_action(
                action=action, move=move, note=typed["note"], language=typed["language"],
                by=request.person, now=request.now,
            )  # fmt: skip
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            messages.success(request, _("Thank you: the action says so now."))
            return redirect(action)
    row = selectors.told_actions([action], get_language(), today=today)[0]
    context = {"form": form, "row": row, "label": MOVE_NAMES[move], "verdict": verdict}
    return render(request, "members/action_move.html", context, status=status_of(request))


@needs_rules
def action_change(request, pk):
    """An open action gets another owner or another day."""
    action, today = _action_or_404(pk), statute_day(request.now)
    require(can_keep_decisions(request.person, on=today))
    initial = {
        "due_on": action.due_on,
        "owner": f"position:{action.owner_position_id}" if action.owner_position_id
        else f"person:{action.owner_person_id}",
    }  # fmt: skip
    people = [action.owner_person] if action.owner_person else []
    form = ChangeActionForm(request.POST or None, on=today, people=people, initial=initial)
    verdict = None
    if form.is_valid():
        typed = form.cleaned_data
        try:
            change_action(
                action=action, due_on=typed["due_on"], by=request.person, now=request.now,
                **owner_of(typed["owner"]),
            )  # fmt: skip
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            messages.success(request, _("The action is changed; a new owner is told."))
            return redirect(action)
    row = selectors.told_actions([action], get_language(), today=today)[0]
    context = {"form": form, "row": row, "label": _("Change owner or day"), "verdict": verdict}
    return render(request, "members/action_move.html", context, status=status_of(request))


def _action_or_404(pk: int) -> Action:
    return get_object_or_404(selectors.actions(), pk=pk)


def status_of(request) -> int:
    """A form that comes back was wrong."""
    return 422 if request.method == "POST" else 200
