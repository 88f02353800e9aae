"""How members take part: the indicators and the bands for everybody, the lines for whom they concern."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.verdicts import require
from members.enums import MemberKind
from members.forms.bands import BandFilter
from members.forms.pages import DayForm
from members.forms.participation import ContestForm, TryForm
from members.models import Credit, Member, Occasion
from members.permissions.participation import can_contest, can_keep_participation, can_read_participation
from members.selectors.bands import bands_on, counted
from members.selectors.directory import countries_of_members
from members.selectors.participation import participation_of as sheet_of
from members.selectors.participation import shown_by
from members.selectors.representation import represented_members
from members.selectors.rules import rule_set_on, rules_of
from members.selectors.standing import standings_on
from members.selectors.try_out import try_out as tried
from members.selectors.warnings import told_to
from members.services.contests import contest_line
from members.views.doors import needs_rules

MEMBERS_A_PAGE = 100


@public
@needs_rules
def participation(request):
    """What counts as taking part under the rules in force, and how every member stands today."""
    today = statute_day(request.now)
    rule_set = rule_set_on(today)
    form = BandFilter(request.GET, country_codes=countries_of_members())
    every = bands_on(today, rules_of(rule_set))
    chosen = form.chosen
    bands = [band for band in every if _is_chosen(band, chosen)]
    return render(
        request,
        "members/participation.html",
        {
            "rule_set": rule_set,
            "rules": rules_of(rule_set),
            "kinds": list(MemberKind),
            "form": form,
            "is_filtered": bool(chosen),
            "page": Paginator(bands, MEMBERS_A_PAGE).get_page(request.GET.get("page")),
            "counts": counted(every),
            "keeps": can_keep_participation(request.person, now=request.now),
        },
    )


def _is_chosen(band, chosen) -> bool:
    fits = chosen.get("standing", band.answer.standing) == band.answer.standing
    return fits and chosen.get("country", band.member.country.code) == band.member.country.code


@needs_rules
def my_participation(request):
    """The members I act for, and how each stands; the one itself when there is only one."""
    today = statute_day(request.now)
    mine = list(represented_members(request.person, on=today))
    if len(mine) == 1:
        return redirect("members:participation_of", mine[0].slug)
    rules = rules_of(rule_set_on(today))
    answers = standings_on(today, rules, [each.pk for each in mine])
    bands = [(each, answers[each.pk]) for each in mine]
    return render(request, "members/my_participation.html", {"bands": bands})


@needs_rules
def participation_of(request, slug):
    """Each indicator with its lines, what is missing, by when, and the easiest next step; on any day."""
    member = get_object_or_404(Member, slug=slug)
    require(can_read_participation(request.person, member, now=request.now))
    today = statute_day(request.now)
    form = DayForm(request.GET if "day" in request.GET else None, initial={"day": today})
    form.fields["day"].label = _("As on")
    day = min((form.is_valid() and form.cleaned_data["day"]) or today, today)
    return render(
        request,
        "members/participation_of.html",
        {
            "member": member,
            "sheet": sheet_of(member, on=day, reader=request.person, ahead=day == today),
            "form": form,
            "day": day,
            "is_today": day == today,
            "told": told_to(member),
            "contests": member.contests.select_related("filed_by").order_by("-filed_at"),
            "may_contest": can_contest(request.person, member, now=request.now),
            "keeps": can_keep_participation(request.person, now=request.now),
        },
    )


@needs_rules
def contest(request, slug, line, pk):
    """Say that a line is wrong: a credit, or an occasion that the record says was missed."""
    member = get_object_or_404(Member, slug=slug)
    require(can_contest(request.person, member, now=request.now))
    rows = {"credit": Credit.objects.filter(member=member), "occasion": Occasion.objects.all()}
    if line not in rows:
        raise Http404
    row = get_object_or_404(rows[line], pk=pk)
    form = ContestForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        contest_line(member=member, by=request.person, now=request.now, **{line: row}, **form.cleaned_data)
        messages.success(request, _("The secretary has been told, and answers with reasons."))
        return redirect("members:participation_of", member.slug)
    context = {
        "member": member,
        "form": form,
        "credit": row if line == "credit" else None,
        "occasion": row if line == "occasion" else None,
        "shown_by": shown_by([row]).get((row.evidence_type, row.evidence_id)),
        "rules": rules_of(rule_set_on(statute_day(request.now))),
    }
    status = 422 if form.is_bound else 200
    return render(request, "members/participation_contest.html", context, status=status)


@needs_rules
def try_out(request):
    """Other indicators over the last two years: who would stand otherwise.  Nothing is stored."""
    today = statute_day(request.now)
    present = rules_of(rule_set_on(today))
    form = TryForm(request.GET or None)
    found = tried(form.rules(present), present, today=today) if form.is_valid() else None
    context = {"form": form, "found": found, "present": present}
    if found:
        context["tried_indicators"] = form.indicators
    return render(request, "members/participation_try.html", context)
