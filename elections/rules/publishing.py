"""What of a secret count is published: sums rounded so that no vote is given away, or the outcome alone.

The level is chosen by `leaks.finest`; the exact sums are not kept.  Documents are as bundles carry them.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from elections.enums import TallyState, Trace
from elections.enums.publication import Publication
from elections.rules.bundle import plain_facts
from elections.rules.count import Tally, Total
from elections.rules.figures import exact
from elections.rules.leaks import rounded, step_of
from elections.rules.quorum import PRESENCE, Quorum

_ENDINGS = {
    TallyState.ELECTED: Trace.SECRET_ELECTED,
    TallyState.TIE: Trace.SECRET_TIE,
    TallyState.NO_VOTES: Trace.NO_VOTES,
    TallyState.NOT_RATIFIED: Trace.SECRET_NOT_RATIFIED,
}


def secret_tally(tally: Tally, *, level: Publication, roll_total: Fraction) -> dict[str, object]:
    """The tally as it is published (RoP s.13): heads with rounded weights, or the outcome alone.

    The options stand in the order of their rounded weights, then of their numbers: the order of the exact
    sums would tell more than the outcome does.  The sum of all ballots is exact, since who voted is public.
    Raises ValueError for a roll that weighs nothing.
    """
    step = None if level == Publication.OUTCOME else step_of(level, roll_total)
    told = {
        "state": str(tally.state),
        "elected": tally.elected,
        "tied": list(tally.tied),
        "totals": [],
        "abstentions": None,
        "for_options": None,
        "cast": _told(tally.cast, None),
        "publication": {"level": str(level), "step": None if step is None else exact(step)},
    }
    if level != Publication.OUTCOME:
        told["totals"] = _in_order([_told(each, step) for each in tally.totals])
        told["abstentions"] = _told(tally.abstentions, step)
        # What is left of all ballots: rounded by itself it would say more of the abstentions.
        left = tally.cast.weight - rounded(tally.abstentions.weight, step)
        told["for_options"] = _told(replace(tally.for_options, weight=max(left, Fraction(0))), None)
    return told


def secret_trace(
    tally: Tally, quorum: Quorum, *, level: Publication, roll_total: Fraction, candidate: str | None = None
) -> list[dict[str, object]]:
    """The count told line by line with what is published; `candidate` is the one of a ratification.

    Without a quorum nobody is elected, and who would have been is not told.
    """
    told = secret_tally(tally, level=level, roll_total=roll_total)
    lines = [_line(Trace.PUBLISHED, told["publication"]), _line(Trace.BALLOTS, told["cast"])]
    if told["abstentions"]:
        lines.append(_line(Trace.ABSTENTIONS, told["abstentions"]))
        lines += [_line(Trace.TOTAL, each) for each in told["totals"]]
    lines += _ending(tally, candidate)
    return [*lines, _quorum_line(quorum, level)]


def secret_quorum(quorum: Quorum, *, level: Publication) -> dict[str, object]:
    """The arithmetic of the quorum; without the heads where they would give the abstentions away."""
    facts = plain_facts(quorum.facts) | {"met": quorum.met}
    if _hides_heads(quorum, level):
        facts = {name: fact for name, fact in facts.items() if name not in PRESENCE}
    return facts


def _ending(tally: Tally, candidate: str | None) -> list[dict[str, object]]:
    if tally.state == TallyState.NO_QUORUM:
        return []
    if candidate is not None and tally.state == TallyState.ELECTED:
        return [_line(Trace.SECRET_RATIFIED, {"candidate": candidate})]
    facts = {
        TallyState.ELECTED: {"option": tally.elected},
        TallyState.TIE: {"options": list(tally.tied)},
        TallyState.NOT_RATIFIED: {"candidate": candidate},
    }
    return [_line(_ENDINGS[tally.state], facts.get(tally.state, {}))]


def _quorum_line(quorum: Quorum, level: Publication) -> dict[str, object]:
    facts = plain_facts(quorum.facts)
    if not _hides_heads(quorum, level):
        return _line(Trace.QUORUM_MET if quorum.met else Trace.QUORUM_NOT_MET, facts)
    code = Trace.QUORUM_MET_ONLY if quorum.met else Trace.QUORUM_NOT_MET_ONLY
    return _line(code, {name: fact for name, fact in facts.items() if name not in PRESENCE})


def _hides_heads(quorum: Quorum, level: Publication) -> bool:
    return level == Publication.OUTCOME and not quorum.counts_abstentions


def _in_order(totals: list[dict[str, object]]) -> list[dict[str, object]]:
    """By what is published alone: the order of the exact sums would say more than the rounded ones."""
    return sorted(totals, key=lambda each: (-Fraction(each["weight"]), each["option"]))


def _told(total: Total, step: Fraction | None) -> dict[str, object]:
    return {"option": total.option, "heads": total.heads, "weight": exact(rounded(total.weight, step))}


def _line(code: Trace, facts: Mapping[str, object]) -> dict[str, object]:
    return {"code": str(code), "facts": dict(facts)}
