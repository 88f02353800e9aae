"""The result: participation while the vote runs, then totals, who voted how, and the bundle."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from elections.enums import CalendarKey, Phase
from elections.enums.seals import Purpose
from elections.models import Election
from elections.phrases.rulebook import VALUES
from elections.rules.bundle import dumps
from elections.selectors.ballots import Participation, candidates_on, participation
from elections.selectors.box import bars_of, board_of
from elections.selectors.bundles import composed_bundle
from elections.selectors.counts import QuorumTold, quorum_counted, quorum_of
from elections.selectors.elections import Stage, rules_of, stage_of
from elections.selectors.results import OptionTotal, ResultFacts, last_proclamation, result_facts
from elections.selectors.rolls import frozen_roll
from elections.selectors.scrutiny import is_secret, present_key, progress_of_opening
from elections.selectors.scrutiny_path import standing_stop
from elections.views.doors import election_or_404, is_officer
from lacralo.core.permissions import public

_BEFORE = frozenset({Phase.READY, Phase.OPEN, Phase.ENDED})


@public
def result(request, slug):
    """While the vote runs, how many took part; after the count, everything and how to recount it."""
    election = election_or_404(request, slug)
    stage = stage_of(election, request.now)
    roll = frozen_roll(election)
    shows_votes = election.mixed_at is not None and stage.rules.voters_published
    taken = participation(election) if roll else None
    facts = result_facts(election, with_voters=shows_votes)
    watched = _watched(election) if facts.is_secret else {}
    return render(
        request,
        "elections/result.html",
        {
            "election": election,
            "stage": stage,
            "facts": facts,
            "roll": roll,
            "taken": taken,
            "quorum": _quorum(facts, stage, taken),
            "tie_path": VALUES["tie_path"][stage.rules.tie_path],
            "shows_votes": shows_votes,
            "is_running": stage.phase in _BEFORE,
            "challenge": stage.step(CalendarKey.CHALLENGE),
            "is_officer": is_officer(request),
            "bars": [_bar(each) for each in facts.totals],
            "candidates": candidates_on(election),
            **watched,
        },
    )


def _quorum(facts: ResultFacts, stage: Stage, taken: Participation | None) -> QuorumTold | None:
    """As counted where a secret vote was counted; else with those who took part so far."""
    if taken is None:
        return None
    if facts.is_secret and facts.quorum:
        return quorum_counted(facts.quorum)
    return quorum_of(frozen_roll(facts.election).content, stage.rules, taken)


def _watched(election: Election) -> dict[str, object]:
    """What everybody can watch of a secret vote beside its sums."""
    waits = election.mixed_at is not None and election.counted_at is None
    return {
        "board": board_of(election),
        "opening": progress_of_opening(election, Purpose.COUNT) if waits else None,
        "stop": standing_stop(election),
        "barred": bars_of(election),
    }


def _bar(total: OptionTotal) -> dict[str, object]:
    heads = ngettext("%(heads)s ballot", "%(heads)s ballots", total.heads) % {"heads": total.heads}
    return {"label": total.label, "value": total.weight, "note": heads}


@public
def bundle(request, slug):
    """Everything an outsider needs: as proclaimed, or as of now once the ballots are counted."""
    election = election_or_404(request, slug)
    proclamation = last_proclamation(election)
    if proclamation is None and election.counted_at is None:
        raise Http404
    content = proclamation.bundle if proclamation else composed_bundle(election)
    response = HttpResponse(dumps(content), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{election.slug}-bundle.json"'
    return response


@public
def verify_how(request, slug):
    """How anybody recounts the result on their own computer."""
    election = election_or_404(request, slug)
    proclamation = last_proclamation(election)
    return render(
        request,
        "elections/verify_how.html",
        {
            "election": election,
            "stage": stage_of(election, request.now),
            "proclamation": proclamation,
            "has_bundle": proclamation is not None or election.counted_at is not None,
            "roll": frozen_roll(election),
            "rules": rules_of(election),
            "is_secret": is_secret(election),
            "board": board_of(election),
            "key": present_key(election),
        },
    )
