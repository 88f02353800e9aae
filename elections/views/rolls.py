"""The voter roll: published with its weights, downloaded, disputed and set right."""

import csv

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from elections.forms.rolls import CorrectionAnswerForm, CorrectionForm
from elections.models import Election, PublishedRoll, RollCorrection
from elections.permissions.voting import can_answer_correction, can_ask_correction, can_publish_roll
from elections.rules.figures import exact, half_up
from elections.selectors.elections import rules_of
from elections.selectors.rolls import (
    correction_window_ends,
    corrections_of,
    current_roll,
    members_concerned,
    roll_sheet,
)
from elections.services.rolls import answer_correction, ask_correction, publish_provisional_roll
from elections.views.doors import election_or_404, is_officer
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.verdicts import require

_RISKY = ("=", "+", "-", "@", "\t", "\r")


@public
def roll(request, slug):
    """The roll, country by country, with every weight, who is left out, and how to have it set right."""
    election = election_or_404(request, slug)
    published = current_roll(election)
    sheet = roll_sheet(published, rules_of(election)) if published else None
    person = request.person
    own = _own_lines(request, sheet) if person and sheet else []
    return render(
        request,
        "elections/roll.html",
        {
            "election": election,
            "sheet": sheet,
            "is_frozen": published is not None and published.edition == PublishedRoll.Edition.FROZEN,
            "own": own,
            "corrections": corrections_of(election),
            "window_ends": correction_window_ends(election),
            "can_ask": can_ask_correction(person, election, now=request.now) if person else None,
            "is_officer": is_officer(request),
            "example": _example(sheet),
        },
    )


def _example(sheet):
    """The formula with the numbers of the first member on the roll."""
    return sheet.countries[0].lines[0].formula if sheet else None


def _own_lines(request, sheet):
    """The lines of the members that the reader acts for."""
    members = members_concerned(request.person, on=statute_day(request.now))
    lines = (sheet.line_of(str(member.pk)) for member in members)
    return [line for line in lines if line]


def _published_or_404(request, slug) -> tuple[Election, PublishedRoll]:
    election = election_or_404(request, slug)
    published = current_roll(election)
    if published is None:
        raise Http404
    return election, published


@public
def roll_json(request, slug):
    """The roll exactly as its fingerprint was taken."""
    _election, published = _published_or_404(request, slug)
    content = published.content | {"fingerprint": published.fingerprint}
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1})


@public
def roll_csv(request, slug):
    """The roll as a table for a spreadsheet."""
    election, published = _published_or_404(request, slug)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{election.slug}-roll.csv"'
    writer = csv.writer(response)
    writer.writerow(["place", "member", "country", "status", "holder", "weight", "display"])
    for country in roll_sheet(published, rules_of(election)).countries:
        for line in country.lines:
            row = [line.number, line.name, line.country, line.status, line.holder, exact(line.weight)]
            writer.writerow([_harmless(cell) for cell in (*row, half_up(line.weight))])
    return response


def _harmless(cell):
    """No spreadsheet takes a cell of ours for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RISKY) else cell


@require_POST
def roll_publish(request, slug):
    """An officer publishes the provisional roll, or publishes it again after corrections."""
    election = election_or_404(request, slug)
    require(can_publish_roll(request.person, election, now=request.now))
    before = current_roll(election)
    published = publish_provisional_roll(election=election, by=request.person, now=request.now)
    if before and before.pk == published.pk:
        messages.info(request, _("The roll is published already, and the register has not changed since."))
    else:
        messages.success(request, _("The provisional roll is published, and every member has its line."))
    return redirect("elections:desk", election.slug)


def correction_ask(request, slug):
    """A representative says that the roll is wrong."""
    election = election_or_404(request, slug)
    require(can_ask_correction(request.person, election, now=request.now))
    members = members_concerned(request.person, on=statute_day(request.now))
    form = CorrectionForm(request.POST or None, members=members)
    if request.method == "POST" and form.is_valid():
        ask_correction(election=election, by=request.person, now=request.now, **form.cleaned_data)
        messages.success(request, _("Your request is recorded; an officer answers it before the vote opens."))
        return redirect("elections:roll", election.slug)
    return render(
        request,
        "elections/correction_ask.html",
        {"election": election, "form": form, "window_ends": correction_window_ends(election)},
    )


def correction_answer(request, slug, pk):
    """An officer answers a request, with public reasons."""
    election = election_or_404(request, slug)
    requests = RollCorrection.objects.filter(election=election).select_related("member", "filed_by")
    correction = get_object_or_404(requests, pk=pk)
    correction.election = election
    require(can_answer_correction(request.person, correction, now=request.now))
    form = CorrectionAnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer_correction(
            correction=correction,
            is_granted=form.cleaned_data["is_granted"] == "yes",
            answer=form.cleaned_data["answer"],
            by=request.person,
            now=request.now,
        )
        messages.success(request, _("The answer is recorded and public."))
        return redirect("elections:desk", election.slug)
    return render(
        request,
        "elections/correction_answer.html",
        {"election": election, "correction": correction, "form": form},
    )
