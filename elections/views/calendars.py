"""An officer prepares an election, edits its calendar and publishes the call."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from elections.enums import CalendarKey
from elections.enums.doors import Door
from elections.forms.elections import CalendarForm, PrepareForm
from elections.permissions.elections import (
    can_edit_calendar,
    can_publish,
    can_run,
    can_run_elections,
    publish_verdict,
)
from elections.rules.calendar import Steps, article_for, checked, days_of
from elections.rules.parameters import ElectionRules
from elections.rules.rotation import UnknownYear, is_elected_in
from elections.selectors.elections import post_of, rules_of, stage_of, steps_of
from elections.services.calendars import CalendarRefused, change_calendar
from elections.services.calls import prepare_election, publish_call
from elections.views.doors import election_or_404
from elections.views.elections import moments_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.rulebook.models import NoRuleSet
from lacralo.core.rulebook.parameters import ImpossibleParameter
from lacralo.core.verdicts import Line, Refused, Verdict, require
from lacralo.core.verdicts.phrases import sentences

_FIELD_OF = {
    Door.POST_NOT_ELECTED: "position",
    Door.PREPARED_ALREADY: "position",
    Door.TERM_ENDS_BEFORE_IT_STARTS: "term_end",
}


def prepare(request):
    """Post, year, days; the page says at once what the rules or the table do not know."""
    require(can_run_elections(request.person, on=statute_day(request.now)))
    form = PrepareForm(request.POST or None, initial={"year": request.now.year})
    if request.method == "POST" and form.is_valid():
        election = _prepared(request, form)
        if election:
            messages.success(
                request, _("The election is prepared. Look at the calendar, then publish the call.")
            )
            return redirect("elections:calendar_edit", election.slug)
    return render(request, "elections/prepare.html", {"form": form})


def _prepared(request, form: PrepareForm):
    """The new election; None when it was refused, with the reason beside its field."""
    try:
        return prepare_election(call=form.call(), by=request.person, now=request.now)
    except NoRuleSet as missing:
        text = _("No rule set is in force on %(day)s: an election cannot begin without rules.")
        form.add_error("call_on", text % {"day": missing.day})
    except UnknownYear as unknown:
        text = _("The rotation table has no year %(year)s: a motion has to extend it before this election.")
        form.add_error("year", text % {"year": unknown.year})
    except ImpossibleParameter as impossible:
        text = _("The rule set holds a value that no election could follow, %(field)s: %(reason)s")
        reason = sentences(impossible.verdict)
        form.add_error("call_on", text % {"field": impossible.field, "reason": reason})
    except Refused as refusal:
        for line in refusal.verdict.bars:
            form.add_error(_FIELD_OF.get(line.code), sentences(Verdict((line,))))
    return None


@dataclass(frozen=True)
class StepRow:
    """A step on the page where its dates are set: fields, the rule's length, and what is wrong."""

    key: CalendarKey
    first: object
    last: object
    article: str
    days: int
    verdict: Verdict


def calendar_edit(request, slug):
    """Every step's dates with its article; what the rules refuse stands beside the fields."""
    election = election_or_404(request, slug)
    require(can_edit_calendar(request.person, election, on=statute_day(request.now)))
    rules = rules_of(election)
    steps = steps_of(election)
    form = CalendarForm(request.POST or None, steps=steps, rules=rules)
    if request.method == "POST" and form.is_valid():
        steps = form.steps()
        try:
            change_calendar(election=election, steps=steps, by=request.person, now=request.now)
        except CalendarRefused:
            messages.error(request, _("The calendar was not saved: some steps do not follow the rules."))
        else:
            messages.success(request, _("The calendar is saved."))
            return redirect("elections:publish", election.slug)
    return render(
        request,
        "elections/calendar_edit.html",
        {
            "election": election,
            "form": form,
            "rows": _rows(form, steps, rules),
            "verdict": checked(steps, rules),
            "rules": rules,
        },
    )


def _rows(form: CalendarForm, steps: Steps, rules: ElectionRules) -> list[StepRow]:
    bars: dict[str, list[Line]] = defaultdict(list)
    for line in checked(steps, rules).bars:
        bars[str(line.facts["step"])].append(line)
    return [
        StepRow(key, first, last, article_for(key), days_of(key, rules), Verdict(tuple(bars[str(key)])))
        for key, first, last in form.rows
    ]


def publish(request, slug):
    """Check what was decided, then let the call go out."""
    election = election_or_404(request, slug)
    require(can_run(request.person, election, on=statute_day(request.now)))
    if request.method == "POST":
        publish_call(election=election, by=request.person, now=request.now)
        messages.success(request, _("The call is out. Everybody who holds a vote is being written to."))
        return redirect(election)
    stage = stage_of(election, request.now)
    return render(
        request,
        "elections/publish.html",
        {
            "election": election,
            "stage": stage,
            "moments": moments_of(stage),
            "verdict": publish_verdict(election, now=request.now),
            "can_publish": can_publish(request.person, election, now=request.now),
            "is_regular": is_elected_in(election.year, post_of(election)),
        },
    )
