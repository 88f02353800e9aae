"""A candidate's public page: statement, eligibility line by line; and what the candidate writes."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from elections.enums import NominationState
from elections.forms.eligibility import ChallengeForm
from elections.forms.nominations import StatementForm, TranslationForm
from elections.models import Nomination
from elections.permissions.nominations import (
    can_dispute,
    can_translate_statement,
    can_withdraw,
    can_write_statement,
)
from elections.selectors.elections import rules_of, stage_of
from elections.selectors.eligibility import sheet
from elections.selectors.links import link_token
from elections.selectors.statements import version_for, versions_of
from elections.services.eligibility import challenge_line
from elections.services.statements import rewrite_statement, translate_statement
from elections.views.doors import is_officer, nomination_or_404
from lacralo.core.permissions import public
from lacralo.core.texts.enums import Language, TranslationStatus
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from lacralo.core.verdicts import require


def _seen_or_404(request, slug: str, pk: int) -> Nomination:
    """Candidates are public; who has not accepted is known to themselves and to those who run elections."""
    nomination = nomination_or_404(request, slug, pk)
    was_candidate = nomination.statement_id is not None
    is_own = request.person is not None and request.person.pk == nomination.nominee_id
    if was_candidate or is_own or is_officer(request):
        return nomination
    raise Http404


@public
@require_safe
def candidate(request, slug, pk):
    """Statement in the reader's language, the declared facts, and the eligibility sheet."""
    nomination = _seen_or_404(request, slug, pk)
    stage = stage_of(nomination.election, request.now)
    versions = versions_of(nomination.statement)
    shown = version_for(versions, get_language())
    is_own = request.person is not None and request.person.pk == nomination.nominee_id
    can_translate = can_translate_statement(request.person, nomination, now=request.now)
    return render(
        request,
        "elections/candidate.html",
        {
            "nomination": nomination,
            "election": nomination.election,
            "stage": stage,
            "shown": shown,
            "others": [each for each in versions if each is not shown],
            "sheet": sheet(nomination, now=request.now),
            "is_candidate": nomination.state == NominationState.ACCEPTED,
            "is_own": is_own,
            "can_dispute": can_dispute(request.person, nomination, now=request.now),
            "can_write": can_write_statement(request.person, nomination),
            "can_withdraw": can_withdraw(request.person, nomination, stage) if is_own else None,
            "can_translate": can_translate,
            "token": link_token(nomination) if is_own else "",
            "missing": _missing(versions) if can_translate else [],
        },
    )


def _missing(versions):
    """The languages in which there is no translation, or one that is out of date."""
    there = {each.language for each in versions if not each.is_out_of_date}
    return [(str(each), LANGUAGE_NAMES[each]) for each in Language if each not in there]


def statement_edit(request, slug, pk):
    """The candidate writes the statement anew; what was typed stays when it is refused."""
    nomination = _seen_or_404(request, slug, pk)
    require(can_write_statement(request.person, nomination))
    original = versions_of(nomination.statement)[0]
    form = StatementForm(
        request.POST or None, rules=rules_of(nomination.election), initial={"statement": original.body}
    )
    if request.method == "POST" and form.is_valid():
        rewrite_statement(
            nomination=nomination, body=form.cleaned_data["statement"], by=request.person, now=request.now
        )
        messages.success(
            request, _("Your statement is saved. Translations of the earlier wording are out of date.")
        )
        return redirect(nomination)
    return render(
        request,
        "elections/statement_edit.html",
        {
            "nomination": nomination,
            "election": nomination.election,
            "form": form,
            "language": LANGUAGE_NAMES[Language(original.language)],
        },
    )


def statement_translate(request, slug, pk, language):
    """The statement in another language, beside the original."""
    nomination = _seen_or_404(request, slug, pk)
    require(can_translate_statement(request.person, nomination, now=request.now))
    versions = versions_of(nomination.statement)
    if language not in set(Language) or language == versions[0].language:
        raise Http404
    there = next((each for each in versions if each.language == language), None)
    form = TranslationForm(
        request.POST or None,
        rules=rules_of(nomination.election),
        is_candidate=request.person.pk == nomination.nominee_id,
        initial={
            "statement": there.body if there else "",
            "status": str(there.status) if there else str(TranslationStatus.DRAFT),
        },
    )
    if request.method == "POST" and form.is_valid():
        translate_statement(
            nomination=nomination,
            language=language,
            body=form.cleaned_data["statement"],
            status=TranslationStatus(form.cleaned_data["status"]),
            by=request.person,
            now=request.now,
        )
        messages.success(request, _("The translation is saved."))
        return redirect(nomination)
    return render(
        request,
        "elections/statement_translate.html",
        {
            "nomination": nomination,
            "election": nomination.election,
            "form": form,
            "original": versions[0],
            "language": LANGUAGE_NAMES[Language(language)],
            "language_code": language,
        },
    )


def challenge(request, slug, pk, line):
    """Somebody disputes one line of the sheet, with reasons that are public."""
    nomination = _seen_or_404(request, slug, pk)
    require(can_dispute(request.person, nomination, now=request.now))
    disputed = sheet(nomination, now=request.now).line(line)
    if disputed is None:
        raise Http404
    form = ChallengeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        challenge_line(
            nomination=nomination,
            line=line,
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        )
        messages.success(request, _("Your challenge is recorded. An officer answers with reasons."))
        return redirect(nomination)
    return render(
        request,
        "elections/challenge.html",
        {
            "nomination": nomination,
            "election": nomination.election,
            "form": form,
            "disputed": disputed,
            "is_objection": nomination.election.acclaimed_at is not None,
        },
    )
