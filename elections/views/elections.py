"""The list, the page of an election, the rotation table, and how an election goes."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from elections.enums import NominationState, Phase, PostKey
from elections.forms.elections import ReasonForm
from elections.models import Election, Nomination
from elections.permissions.elections import can_annul, can_edit_calendar, can_publish, can_run
from elections.permissions.nominations import can_answer, can_nominate, can_withdraw
from elections.permissions.voting import can_vote_for
from elections.phrases.individuals import JOINT_VOTE
from elections.rules.calendar import Step, article_for, generate
from elections.rules.days import midnight
from elections.rules.eligibility import path_of
from elections.rules.parameters import ElectionRules
from elections.selectors.ballots import places_of
from elections.selectors.elections import Stage, grouped, listed, stage_of, years
from elections.selectors.eligibility import candidate_sheets
from elections.selectors.links import link_token
from elections.selectors.nominations import of_election, own_among
from elections.selectors.rotation import rotation_rows, sources
from elections.selectors.scrutiny import is_secret, postponements_of, scrutineer_of, scrutineers_of
from elections.services.calls import annul_election
from elections.views.doors import election_or_404, is_officer
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.permissions import public
from lacralo.core.rulebook.models import NoRuleSet, RuleSet
from lacralo.core.verdicts import require
from members.phrases.register import POSITION_NAMES


@dataclass(frozen=True)
class Moment:
    """A step of the calendar as a timeline shows it."""

    step: Step
    article: str
    state: str

    @property
    def is_whole_days(self) -> bool:
        """Whether it is made of whole UTC days, as the rules count them."""
        return all(at == midnight(at.date()) for at in (self.step.starts, self.step.ends))

    @property
    def first(self) -> date | datetime:
        """The day, or where it is no whole day the moment, on which it begins."""
        return self.step.starts.date() if self.is_whole_days else self.step.starts

    @property
    def last(self) -> date | datetime | None:
        """The last day, or the moment of its end; nothing when that is the first day."""
        if not self.is_whole_days:
            return self.step.ends
        return self.step.last_day if self.step.last_day > self.step.starts.date() else None


def moments_of(stage: Stage) -> list[Moment]:
    """The calendar as a timeline: what is done, what runs now, what is next."""
    return [
        Moment(each, article_for(each.key), _state(each, stage.now))
        for each in stage.steps
        if each.ends > each.starts
    ]


def _state(each: Step, now: datetime) -> str:
    if each.runs_at(now):
        return "now"
    return "done" if each.ends <= now else "next"


@public
@require_safe
def election_list(request):
    """Every election, by what a reader can do there."""
    year = request.GET.get("year", "")
    post = request.GET.get("post", "")
    officer = is_officer(request)
    elections = listed(runs_elections=officer, year=int(year) if year.isdecimal() else None, post=post)
    groups = grouped(elections, request.now)
    posts = [(str(key), POSITION_NAMES[str(key)]) for key in PostKey if str(key) in POSITION_NAMES]
    return render(
        request,
        "elections/election_list.html",
        {
            "groups": groups,
            "years": years(),
            "posts": posts,
            "year": year,
            "post": post,
            "is_filtered": bool(year or post),
            "is_empty": not any(groups.values()),
            "is_officer": officer,
        },
    )


@public
@require_safe
def election_detail(request, slug):
    """Where an election stands, what one can do now, its calendar, its candidates."""
    election = election_or_404(request, slug)
    stage = stage_of(election, request.now)
    nominations = list(of_election(election)) if election.published_at else []
    context = {
        "election": election,
        "stage": stage,
        "moments": moments_of(stage),
        "sheets": candidate_sheets(election, now=request.now, nominations=nominations),
        "waiting": sum(each.state == NominationState.SUBMITTED for each in nominations),
        "nominations_matter": stage.phase in _BEFORE_THE_VOTE,
        "is_secret": is_secret(election),
        "scrutineers": scrutineers_of(election),
        "postponements": postponements_of(election),
    }
    own = own_among(nominations, request.person)
    return render(request, "elections/election_detail.html", context | _acts(request, election, stage, own))


def _holds_vote(person: Person | None, election: Election, now: datetime) -> bool:
    if person is None:
        return False
    places = places_of(person, election, on=statute_day(now))
    return any(can_vote_for(person, place, now=now) for place in places)


_BEFORE_THE_VOTE = frozenset(
    {
        Phase.ANNOUNCED,
        Phase.NOMINATIONS,
        Phase.NOMINATIONS_2,
        Phase.NOMINATIONS_3,
        Phase.ACCEPTANCE,
    }
)


def _acts(request, election: Election, stage: Stage, own: Nomination | None) -> dict[str, object]:
    """What this reader can do now, each with its reasons."""
    person, day = request.person, statute_day(request.now)
    runs = can_run(person, election, on=day)
    acts = {
        "own": own,
        "can_run": runs,
        "can_nominate": can_nominate(person, stage) if person and stage.phase in _BEFORE_THE_VOTE else None,
        "can_answer": can_answer(person, own, stage) if own else None,
        "can_withdraw": can_withdraw(person, own, stage) if own else None,
        "token": link_token(own) if own else "",
        "is_scrutineer": scrutineer_of(person, election) is not None,
        "holds_vote": stage.phase == Phase.OPEN and _holds_vote(person, election, request.now),
    }
    if runs:
        acts |= {
            "can_edit_calendar": can_edit_calendar(person, election, on=day),
            "can_publish": can_publish(person, election, now=request.now),
            "can_annul": can_annul(person, election, on=day),
        }
    return acts


def annul(request, slug):
    """An officer annuls an election; a page of its own, for it cannot be undone."""
    election = election_or_404(request, slug)
    require(can_annul(request.person, election, on=statute_day(request.now)))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        annul_election(
            election=election, reason=form.cleaned_data["reason"], by=request.person, now=request.now
        )
        messages.success(request, _("The election is annulled, and everybody is being told."))
        return redirect(election)
    context = {"election": election, "form": form, "is_secret": is_secret(election)}
    return render(request, "elections/annul.html", context)


@public
@require_safe
def rotation(request):
    """The table, whose turn it is this year, and what happened to each row."""
    rows = rotation_rows(request.now)
    present = next((row for row in rows if row.is_present), None)
    return render(
        request,
        "elections/rotation.html",
        {"rows": rows, "present": present, "sources": sources(), "year": request.now.year},
    )


@public
@require_safe
def how_it_works(request):
    """The way of an election, step by step, with the numbers of the rules in force today."""
    day = statute_day(request.now)
    try:
        rule_set = RuleSet.objects.in_force_on(day)
    except NoRuleSet:
        return render(request, "elections/how_it_works.html", {"rule_set": None})
    rules = rule_set.parameters_for(ElectionRules)
    steps = generate(day, rules)
    return render(
        request,
        "elections/how_it_works.html",
        {
            "rule_set": rule_set,
            "rules": rules,
            "moments": [Moment(each, article_for(each.key), "next") for each in steps],
            "path_of_one": path_of(1, rules),
            "joint_words": JOINT_VOTE[rules.individual_vote],
        },
    )
