"""The scrutineer's pages: what to do now, the code, and the layers.

A code is shown once and stands in no address, session or log; no page with one is kept.
"""

from base64 import urlsafe_b64encode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from elections.enums import CalendarKey
from elections.enums.seals import Purpose, Seal
from elections.forms.scrutiny import CodeForm, LayerForm, SavedFileForm
from elections.models import Election, Scrutineer
from elections.permissions.scrutiny import can_confirm_code, can_make_code, can_remove_layer
from elections.rules.bundle import dumps
from elections.rules.scrutiny import TRIES
from elections.selectors.ballots import candidates_on, every_choice
from elections.selectors.box import board_of
from elections.selectors.elections import rules_of, stage_of
from elections.selectors.scrutiny import (
    openings_ended,
    present_key,
    progress_of_opening,
    scrutineer_of,
    scrutineers_of,
)
from elections.selectors.scrutiny_path import standing_stop, tasks_of
from elections.selectors.watching import openings_told
from elections.services.openings import remove_layer
from elections.services.scrutineers import confirm_code, make_code
from elections.views.doors import election_or_404
from lacralo.core.verdicts import Verdict, require
from lacralo.core.verdicts.phrases import remedy, sentence

#: What can be wrong with a code that was typed; everything else that bars an opening stops it.
_SLIPS = frozenset({Seal.CODE_NUMBER_OF_WORDS, Seal.CODE_WORD_UNKNOWN, Seal.CODE_CHECKSUM, Seal.CODE_WRONG})


@never_cache
def scrutiny(request, slug):
    """What this scrutineer has to do and to check now, step by step."""
    election = election_or_404(request, slug)
    own = _scrutineer_or_404(request, election)
    stage, key = stage_of(election, request.now), present_key(election)
    return render(
        request,
        "elections/scrutiny.html",
        {
            "election": election,
            "stage": stage,
            "vote": stage.step(CalendarKey.VOTE),
            "challenge": stage.step(CalendarKey.CHALLENGE),
            "own": own,
            "people": scrutineers_of(election),
            "key": key,
            "needed": key.needed if key else stage.rules.scrutineers_needed,
            "number": len(key.numbers) if key else stage.rules.scrutineers,
            "tasks": tasks_of(own, election, key),
            "stop": standing_stop(election),
            "told": openings_told(election),
            "board": board_of(election),
            "openings": {str(each): progress_of_opening(election, each) for each in Purpose},
            "can_make_code": can_make_code(request.person, own, now=request.now),
            "can_confirm": can_confirm_code(request.person, own, now=request.now),
            "can_rehearse": can_remove_layer(request.person, own, Purpose.REHEARSAL, now=request.now),
            "can_count": can_remove_layer(request.person, own, Purpose.COUNT, now=request.now),
            "can_recount": can_remove_layer(request.person, own, Purpose.RECOUNT, now=request.now),
        },
    )


@never_cache
@sensitive_variables()
def code(request, slug):
    """Before a code is made, what to have at hand; then the twelve words, once."""
    election = election_or_404(request, slug)
    own = _scrutineer_or_404(request, election)
    require(can_make_code(request.person, own, now=request.now))
    context = {
        "election": election,
        "own": own,
        "rules": rules_of(election),
        "key": present_key(election),
    }
    if request.method != "POST":
        return render(request, "elections/scrutiny_code.html", context)
    words = make_code(scrutineer=own, by=request.person, now=request.now)
    own = _scrutineer_or_404(request, election)
    return render(request, "elections/scrutiny_words.html", context | {"own": own, "words": words})


@never_cache
@sensitive_post_parameters("code")
@sensitive_variables()
def confirm(request, slug):
    """The code is typed back from the paper."""
    election = election_or_404(request, slug)
    own = _scrutineer_or_404(request, election)
    require(can_confirm_code(request.person, own, now=request.now))
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        verdict = confirm_code(
            scrutineer=own, typed=form.cleaned_data["code"], by=request.person, now=request.now
        )
        if verdict:
            messages.success(request, _("Your code is right. Keep the paper until the result is final."))
            return redirect("elections:scrutiny", election.slug)
        _say_why(form, verdict)
        own = _scrutineer_or_404(request, election)
    context = {
        "election": election,
        "own": own,
        "form": form,
        "tries": TRIES,
        "may_try": can_confirm_code(request.person, own, now=request.now),
    }
    return render(request, "elections/scrutiny_confirm.html", context, status=422 if form.is_bound else 200)


@never_cache
@sensitive_post_parameters("code")
@sensitive_variables()
def remove(request, slug, purpose):
    """The scrutineer types the code and removes their layer; the last one opens."""
    election = election_or_404(request, slug)
    if purpose not in set(Purpose):
        raise Http404
    own = _scrutineer_or_404(request, election)
    require(can_remove_layer(request.person, own, Purpose(purpose), now=request.now))
    ended = openings_ended(election, Purpose(purpose))
    form = LayerForm(request.POST if request.method == "POST" else None, initial={"ended_before": ended})
    if form.is_valid():
        done = remove_layer(
            scrutineer=own,
            purpose=Purpose(purpose),
            typed=form.cleaned_data["code"],
            by=request.person,
            now=request.now,
            ended_before=form.cleaned_data["ended_before"],
        )
        if done.verdict:
            return _removed(request, election, purpose, done)
        if not {line.code for line in done.verdict.bars} <= _SLIPS:
            messages.error(request, _("Nothing was opened: something is not in order. This page says what."))
            return redirect("elections:scrutiny", election.slug)
        _say_why(form, done.verdict)
        own = _scrutineer_or_404(request, election)
    context = {
        "election": election,
        "own": own,
        "purpose": purpose,
        "opening": progress_of_opening(election, Purpose(purpose)),
        "form": form,
        "tries": TRIES,
        "may_try": can_remove_layer(request.person, own, Purpose(purpose), now=request.now),
    }
    return render(request, "elections/scrutiny_open.html", context, status=422 if form.is_bound else 200)


def _removed(request, election: Election, purpose: str, done) -> HttpResponse:
    if done.recount:
        return _recounted(request, election, done.recount)
    if done.missing:
        messages.success(request, _("Your layer is removed. The next scrutineer goes on."))
    elif purpose == Purpose.REHEARSAL:
        messages.success(request, _("The test ballot is open: the rehearsal is done."))
    else:
        messages.success(request, _("The envelopes are open and counted."))
        return redirect("elections:result", election.slug)
    return redirect("elections:scrutiny", election.slug)


def _recounted(request, election: Election, file: dict[str, object]) -> HttpResponse:
    """The file inside a page that no longer has the words and says what comes next; kept nowhere.

    It is filled up with spaces as if every ballot named the longest choice, written in letters that no form
    escapes, and never compressed: who sees the length of the page, or of the form that brings the file
    back, would learn how many chose what.
    """
    longest = max(len(each) for each in every_choice(election, candidates_on(election)))
    filling = " " * sum(longest - len(each["choice"]) for each in file["ballots"])
    content = urlsafe_b64encode((dumps(file) + filling).encode()).decode()
    form = SavedFileForm(initial={"content": content})
    response = render(
        request, "elections/scrutiny_recount.html", {"election": election, "file": file, "form": form}
    )
    response["Content-Encoding"] = "identity"
    return response


@require_POST
@never_cache
@sensitive_post_parameters("content")
@sensitive_variables()
def save(request, slug):
    """The file of a recount comes back from its page and is answered as a download: the browser's history
    keeps the address of what it saves, and an address with the file in it would outlive the file.
    """
    election = election_or_404(request, slug)
    _scrutineer_or_404(request, election)
    form = SavedFileForm(request.POST)
    if not form.is_valid():
        raise Http404
    response = HttpResponse(form.cleaned_data["content"], content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{election.slug}-recount.json"'
    response["Content-Encoding"] = "identity"
    return response


def _say_why(form: CodeForm, verdict: Verdict) -> None:
    """What is wrong with the code, beside the field, with what would help."""
    for line in verdict.bars:
        form.add_error("code", f"{sentence(line)} {remedy(line)}".strip())


def _scrutineer_or_404(request, election: Election) -> Scrutineer:
    own = scrutineer_of(request.person, election)
    if own is None:
        raise Http404
    own.election = election
    return own
