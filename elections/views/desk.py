"""The officer's desk: one page, step by step; what cannot be undone has a page of its own."""

from datetime import datetime

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from elections.enums import CalendarKey
from elections.enums.seals import Purpose
from elections.models import Election
from elections.permissions.elections import can_run
from elections.permissions.scrutiny import ready_verdict
from elections.permissions.voting import can_close, can_count, can_open, can_proclaim, can_publish_roll
from elections.selectors.ballots import participation
from elections.selectors.box import board_of, custody_of
from elections.selectors.counts import quorum_of
from elections.selectors.elections import rules_of, stage_of
from elections.selectors.eligibility import acclaimed_in, candidate_sheets, open_challenges
from elections.selectors.leaks import ballot_warning
from elections.selectors.results import last_proclamation, last_tally
from elections.selectors.rolls import (
    correction_window_ends,
    corrections_of,
    frozen_roll,
    last_provisional,
    roll_sheet,
)
from elections.selectors.scrutiny import is_secret, present_key, progress_of_opening, scrutineers_of
from elections.selectors.scrutiny_path import standing_stop
from elections.selectors.watching import openings_told
from elections.services.ballots import close_vote, open_vote
from elections.services.proclamations import proclaim
from elections.services.tallies import count_vote
from elections.views.doors import election_or_404
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import require
from members.enums.individuals import JointSeat
from members.phrases.individuals import SEAT_AHEAD, SEAT_SENTENCES
from members.selectors.individuals import joint_seat


def desk(request, slug):
    """What to do and to check now, and what bars it."""
    election = election_or_404(request, slug)
    require(can_run(request.person, election, on=statute_day(request.now)))
    stage = stage_of(election, request.now)
    roll = frozen_roll(election)
    taken = participation(election) if roll else None
    asked = {"person": request.person, "election": election, "now": request.now}
    return render(
        request,
        "elections/desk.html",
        {
            "election": election,
            "stage": stage,
            "vote": stage.step(CalendarKey.VOTE),
            "roll_step": stage.step(CalendarKey.PROVISIONAL_ROLL),
            "challenge": stage.step(CalendarKey.CHALLENGE),
            "window_ends": correction_window_ends(election),
            "provisional": last_provisional(election),
            "frozen": roll,
            "corrections": corrections_of(election),
            "challenges": open_challenges(election).count(),
            "valid": sum(each.is_valid for each in candidate_sheets(election, now=request.now)),
            "taken": taken,
            "quorum": quorum_of(roll.content, stage.rules, taken) if roll else None,
            "tally": last_tally(election),
            "proclamation": last_proclamation(election),
            "can_publish_roll": can_publish_roll(**asked),
            "can_open": can_open(**asked),
            "can_close": can_close(**asked),
            "can_count": can_count(**asked),
            "can_proclaim": can_proclaim(**asked),
            "is_secret": is_secret(election),
            **(_sealed(election, request.now) if is_secret(election) else {}),
        },
    )


def _sealed(election: Election, now: datetime) -> dict[str, object]:
    """What the desk shows of a secret vote beside the rest."""
    return {
        "ready": ready_verdict(election, now=now),
        "people": scrutineers_of(election),
        "key": present_key(election),
        "count": progress_of_opening(election, Purpose.COUNT),
        "stop": standing_stop(election),
        "told": openings_told(election),
        "custody": custody_of(election),
        "board": board_of(election),
    }


def vote_open(request, slug):
    """Freeze roll and ballot and open the vote; everybody on the roll is told."""
    election = election_or_404(request, slug)
    require(can_open(request.person, election, now=request.now))
    if request.method == "POST":
        open_vote(election=election, by=request.person, now=request.now)
        messages.success(request, _("The vote is open, and every voter has been told."))
        return redirect("elections:desk", election.slug)
    stage = stage_of(election, request.now)
    return render(
        request,
        "elections/vote_open.html",
        {
            "election": election,
            "vote": stage.step(CalendarKey.VOTE),
            "sheets": [each for each in candidate_sheets(election, now=request.now) if each.is_valid],
            "sheet": roll_sheet(last_provisional(election), stage.rules),
            "is_secret": is_secret(election),
            "rules": stage.rules,
            "people": scrutineers_of(election),
            "warning": is_secret(election) and ballot_warning(election),
        },
    )


def vote_close(request, slug):
    """Close the vote."""
    election = election_or_404(request, slug)
    require(can_run(request.person, election, on=statute_day(request.now)))
    if request.method == "POST":
        close_vote(election=election, by=request.person, now=request.now)
        messages.success(request, _("The vote is closed."))
        return redirect("elections:desk", election.slug)
    require(can_close(request.person, election, now=request.now))
    context = {
        "election": election,
        "is_secret": is_secret(election),
        "taken": None if is_secret(election) else participation(election),
        "rules": rules_of(election),
    }
    return render(request, "elections/vote_close.html", context)


def vote_count(request, slug):
    """Count the ballots; the page of the result follows."""
    election = election_or_404(request, slug)
    require(can_run(request.person, election, on=statute_day(request.now)))
    if request.method == "POST":
        count_vote(election=election, by=request.person, now=request.now)
        messages.success(request, _("The ballots are counted."))
        return redirect("elections:result", election.slug)
    require(can_count(request.person, election, now=request.now))
    context = {"election": election, "taken": participation(election)}
    return render(request, "elections/vote_count.html", context)


def result_proclaim(request, slug):
    """Proclaim who is elected; the term is entered, and everybody is told."""
    election = election_or_404(request, slug)
    require(can_run(request.person, election, on=statute_day(request.now)))
    if request.method == "POST":
        proclaim(election=election, by=request.person, now=request.now)
        messages.success(request, _("The result is proclaimed, and every member has been told."))
        _tell_of_seat(request, election)
        return redirect("elections:result", election.slug)
    require(can_proclaim(request.person, election, now=request.now))
    tally = last_tally(election)
    elected = tally.elected if tally else acclaimed_in(election)
    seat = joint_seat(election.position, elected.nominee, on=election.term_start)
    return render(
        request,
        "elections/result_proclaim.html",
        {"election": election, "elected": elected, "seat_ahead": SEAT_AHEAD[seat] if seat else ""},
    )


def _tell_of_seat(request, election: Election) -> None:
    """Whether whom the individual members elected now acts for their joint vote."""
    elected = last_proclamation(election).elected
    seat = joint_seat(election.position, elected.nominee, on=election.term_start)
    if seat:
        level = messages.SUCCESS if seat == JointSeat.SEATED else messages.WARNING
        messages.add_message(request, level, SEAT_SENTENCES[seat])
