"""Requests to staff for transcription, interpretation and translation."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.verdicts import require
from members.enums.staff_requests import RequestStatus
from members.forms.staff_requests import AskForm, MoveRequestForm, QueueFilter
from members.permissions.staff_requests import can_answer_requests, can_ask_staff, can_move_request
from members.phrases.staff_requests import REQUEST_KIND_NAMES, REQUEST_MOVE_NAMES
from members.selectors.staff_requests import (
    filtered,
    in_order,
    kinds_served,
    languages_served,
    request_row,
    visible_requests,
)
from members.services.staff_requests import ask_staff, move_request
from members.workflows.staff_requests import STAFF_REQUEST

REQUESTS_A_PAGE = 25


@public
def summary(request):
    """How many requests there are in each language, how many were done, and how long they waited."""
    today = statute_day(request.now)
    by_kind = kinds_served(request.now)
    return render(
        request,
        "members/staff_requests.html",
        {
            "languages": languages_served(request.now),
            "kinds": [(REQUEST_KIND_NAMES[kind], rows) for kind, rows in by_kind.items()],
            "can_ask": request.person and can_ask_staff(request.person, on=today),
            "answers": request.person and can_answer_requests(request.person, on=today),
        },
    )


def ask(request):
    """Ask staff for something."""
    today = statute_day(request.now)
    require(can_ask_staff(request.person, on=today))
    form = AskForm(request.POST if request.method == "POST" else None, today=today)
    if request.method == "POST" and form.is_valid():
        asked = ask_staff(told=form.told(), by=request.person, now=request.now)
        told = ngettext(
            "Your request is with staff. You are told by mail when it moves.",
            "Your %(number)s requests are with staff, one for each language. "
            "You are told by mail when they move.",
            len(asked),
        )
        messages.success(request, told % {"number": len(asked)})
        return redirect("members:my_staff_requests")
    status = 422 if request.method == "POST" else 200
    return render(request, "members/staff_request_ask.html", {"form": form}, status=status)


def mine(request):
    """What I asked for, and where it stands."""
    today = statute_day(request.now)
    page = _page(request, in_order(visible_requests(request.person, answers=False)))
    return render(
        request,
        "members/my_staff_requests.html",
        {
            "page": page,
            "rows": [request_row(each, request.now, today) for each in page],
            "can_ask": can_ask_staff(request.person, on=today),
        },
    )


def queue(request):
    """What staff was asked for, the most urgent first."""
    today = statute_day(request.now)
    require(can_answer_requests(request.person, on=today))
    form = QueueFilter(request.GET or {"status": "waiting"})
    found = filtered(visible_requests(request.person, answers=True), **form.chosen)
    page = _page(request, in_order(found))
    return render(
        request,
        "members/staff_request_queue.html",
        {
            "form": form,
            "page": page,
            "rows": [request_row(each, request.now, today) for each in page],
            "languages": languages_served(request.now),
        },
    )


def _page(request, requests):
    return Paginator(requests, REQUESTS_A_PAGE).get_page(request.GET.get("page"))


def _request_or_404(request, pk: int):
    answers = bool(can_answer_requests(request.person, on=statute_day(request.now)))
    return get_object_or_404(visible_requests(request.person, answers=answers), pk=pk)


def detail(request, pk):
    """A request, its steps, and what can be done with it."""
    found, today = _request_or_404(request, pk), statute_day(request.now)
    moves = STAFF_REQUEST.moves_from(RequestStatus(found.status))
    return render(
        request,
        "members/staff_request.html",
        {
            "row": request_row(found, request.now, today),
            "steps": found.steps.select_related("by").order_by("at", "pk"),
            "moves": [
                (each, REQUEST_MOVE_NAMES[each])
                for each in moves
                if can_move_request(request.person, found, each, on=today)
            ],
            "answers": can_answer_requests(request.person, on=today),
        },
    )


def move(request, pk, move):
    """A request is accepted, started, delivered, declined or taken back, after one more question."""
    if move not in STAFF_REQUEST.moves:
        raise Http404
    found = _request_or_404(request, pk)
    require(can_move_request(request.person, found, move, on=statute_day(request.now)))
    form = MoveRequestForm(request.POST if request.method == "POST" else None, move=move)
    if request.method == "POST" and form.is_valid():
        move_request(
            request=found, move=move, language=get_language(), by=request.person, now=request.now,
            **form.cleaned_data,
        )  # fmt: skip
        messages.success(request, _("Done. Who asked is told by mail of every step that is not their own."))
        return redirect(found)
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "request_asked": found,
        "label": REQUEST_MOVE_NAMES[move],
        "is_legal": move in STAFF_REQUEST.moves_from(RequestStatus(found.status)),
    }
    return render(request, "members/staff_request_move.html", context, status=status)
