"""To nominate, to answer by the link of the mail, to withdraw."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from conflicts.selectors import statement_on_file
from elections.enums import CalendarKey, NominationState
from elections.forms.nominations import AcceptForm, ChooseMemberForm, NominateForm
from elections.models import Nomination
from elections.permissions.nominations import can_answer, can_nominate, can_withdraw
from elections.rules.rotation import nominees_limited_to_subregion
from elections.selectors.elections import Stage, stage_of
from elections.selectors.links import BadLink, link_token, nomination_of
from elections.selectors.nominations import acting_for, may_name, members_to_choose, named_in, people_of
from elections.services.nominations import (
    accept_nomination,
    decline_nomination,
    withdraw_nomination,
)
from elections.services.nominations import (
    nominate as nominate_person,
)
from elections.views.doors import election_or_404, nomination_or_404
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.verdicts import require
from members.models import Member, Profile


def nominate(request, slug):
    """First whose people, then whom; in the first phase the page offers the ALSes of the sub-region."""
    election = election_or_404(request, slug)
    stage = stage_of(election, request.now)
    day = statute_day(request.now)
    acting = acting_for(request.person, on=day)
    require(can_nominate(request.person, stage, acting))
    members = _members_offered(stage, day)
    context = {
        "election": election,
        "stage": stage,
        "phase": named_in(stage),
        "is_limited": nominees_limited_to_subregion(named_in(stage), stage.rules) and election.subregion,
        "own_members": [
            each.member
            for each in acting
            if (stage.rules.observers_may_nominate or not each.is_observer)
            and (each.is_individual_member or not election.is_among_individuals)
        ],
        "choose": ChooseMemberForm(
            request.GET if "als" in request.GET else None,
            members=members,
            among_individuals=election.is_among_individuals,
        ),
    }
    member = Member.objects.filter(slug=request.GET.get("als", "")).first()
    if member is None:
        return render(request, "elections/nominate_choose.html", context)
    named = may_name(member, stage=stage, on=day)
    if not named and request.method != "POST":
        return render(
            request, "elections/nominate_choose.html", context | {"refused": named, "member": member}
        )
    return _nominate_one_of(request, stage, member, context)


def _members_offered(stage: Stage, day):
    members = members_to_choose(stage.election, on=day)
    limited = nominees_limited_to_subregion(named_in(stage), stage.rules) and stage.election.subregion
    return members.filter(subregion_key=stage.election.subregion) if limited else members


def _nominate_one_of(request, stage: Stage, member: Member, context):
    form = NominateForm(
        request.POST or None,
        people=people_of(member, election=stage.election, on=statute_day(request.now)),
        takes_newcomers=not stage.election.is_among_individuals,
        nominating=Member.objects.filter(pk__in=[each.pk for each in context["own_members"]]),
        person=request.person,
        initial={"language": get_language()},
    )
    if request.method == "POST" and form.is_valid():
        nomination = nominate_person(
            election=stage.election,
            nominee=form.nominated(time_zone=request.person.time_zone),
            member=member,
            nominating_member=form.cleaned_data["nominating_member"],
            reason=form.cleaned_data["reason"],
            by=request.person,
            now=request.now,
        )
        if nomination.is_self_nomination:
            messages.success(
                request, _("You nominated yourself. You become a candidate when you accept below.")
            )
            return redirect("elections:nomination_answer", link_token(nomination))
        messages.success(
            request, _("The person is nominated and gets a mail with a link to accept or decline.")
        )
        return redirect(stage.election)
    return render(request, "elections/nominate.html", context | {"form": form, "member": member})


@public
@never_cache
@sensitive_variables("token")
def nomination_answer(request, token):
    """The page behind the link of the mail: opening it changes nothing, answering is a POST."""
    try:
        nomination = nomination_of(token)
    except BadLink:
        return render(request, "elections/link_invalid.html", status=404)
    stage = stage_of(nomination.election, request.now)
    # The link proves the mailbox; but somebody signed in as another person does not answer for the nominee.
    answering = request.person or nomination.nominee
    verdict = can_answer(answering, nomination, stage)
    if answering.pk != nomination.nominee_id:
        require(verdict)
    if request.method == "POST":
        return _answer(request, nomination, stage, by=answering)
    if not verdict:
        return _answered(request, nomination, stage, verdict)
    return _ask(request, nomination, stage, AcceptForm(rules=stage.rules, initial=_initial(nomination)))


def _initial(nomination: Nomination) -> dict[str, object]:
    profile = Profile.objects.filter(person=nomination.nominee).first()
    return {
        "language": nomination.nominee.language,
        "residence": profile.residence.code if profile else "",
        "nationality": profile.nationalities[0].code if profile and len(profile.nationalities) == 1 else "",
    }


def _answer(request, nomination: Nomination, stage: Stage, *, by):
    if request.POST.get("answer") == "decline":
        decline_nomination(nomination=nomination, by=by, now=request.now)
        messages.success(request, _("You declined. Thank you for answering."))
        return redirect(nomination.election)
    verdict = can_answer(by, nomination, stage)
    require(verdict)
    form = AcceptForm(request.POST, rules=stage.rules)
    if not form.is_valid():
        return _ask(request, nomination, stage, form)
    accept_nomination(nomination=nomination, acceptance=form.acceptance(), by=by, now=request.now)
    messages.success(request, _("You are now a candidate. This is your public page."))
    if request.person is None:
        messages.info(
            request,
            _("Sign in to change or translate your statement, file your statement of interest, or withdraw."),
        )
    return redirect(nomination)


def _ask(request, nomination: Nomination, stage: Stage, form: AcceptForm):
    until = stage.step(CalendarKey.ACCEPTANCE).ends
    on_file = statement_on_file(nomination.nominee, statute_day(request.now))
    context = {
        "nomination": nomination,
        "election": nomination.election,
        "form": form,
        "until": until,
        "needs_interests": stage.rules.statement_of_interest_required and not on_file,
    }
    return render(request, "elections/nomination_answer.html", context)


def _answered(request, nomination: Nomination, stage: Stage, verdict):
    """The link was used, or came too late: what became of the nomination, and what can still be done."""
    return render(
        request,
        "elections/nomination_answered.html",
        {
            "nomination": nomination,
            "election": nomination.election,
            "verdict": verdict,
            "is_accepted": nomination.state == NominationState.ACCEPTED,
            "can_withdraw": can_withdraw(request.person or nomination.nominee, nomination, stage),
        },
    )


def withdraw(request, slug, pk):
    """A nominee or candidate withdraws; a page of its own, for it cannot be undone."""
    nomination = nomination_or_404(request, slug, pk)
    stage = stage_of(nomination.election, request.now)
    if request.person.pk != nomination.nominee_id and nomination.state == NominationState.SUBMITTED:
        raise Http404
    require(can_withdraw(request.person, nomination, stage))
    if request.method == "POST":
        withdraw_nomination(nomination=nomination, by=request.person, now=request.now)
        messages.success(request, _("You withdrew from this election."))
        return redirect(nomination.election)
    return render(
        request, "elections/withdraw.html", {"nomination": nomination, "election": nomination.election}
    )
