"""The opened box is checked, counted exactly, and published as finely as no vote is given away."""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from elections.enums import TallyState
from elections.enums.acts import Act
from elections.models import Election, MixedEnvelope, Tally
from elections.rules import bundle, count
from elections.rules.fingerprints import digest
from elections.rules.leaks import Figure, Voter, finest
from elections.rules.publishing import secret_quorum, secret_tally, secret_trace
from elections.rules.quorum import Quorum, assess
from elections.rules.roll import quorum_base
from elections.rules.sealing import Box, Inner, Unreadable, in_order, read
from elections.selectors.ballots import candidates_on, elected_nomination, options_of
from elections.selectors.box import board_of, context_of, places_marked, voters_listed, weight_of
from elections.selectors.bundles import composed_bundle
from elections.selectors.elections import rules_of
from elections.selectors.rolls import frozen_roll
from elections.services.observers import tell_observers
from lacralo.core.audit import record
from lacralo.core.people.models import Person
from lacralo.core.vault.seals import BrokenSeal, opened, tracker_of, unpadded
from lacralo.core.verdicts import Verdict


def opened_box(election: Election, private: X25519PrivateKey) -> Box:
    """Every envelope opened in memory, beside what the roll and the board say it has to be."""
    context, inner, unreadable, trackers = context_of(election), [], [], []
    for sealed in MixedEnvelope.objects.filter(election=election).values_list("sealed", flat=True):
        trackers.append(tracker_of(sealed))
        try:
            inner.append(read(unpadded(opened(sealed, private, context=context))))
        except (BrokenSeal, Unreadable):
            unreadable.append(trackers[-1])
    return Box(
        opened=inner,
        unreadable=unreadable,
        trackers=trackers,
        listed=board_of(election).trackers,
        marked=[place.weight for place in places_marked(election)],
        options={*options_of(election), count.ABSTAIN},
    )


def counted_box(election: Election, ballots: list[Inner]) -> tuple[count.Tally, Quorum]:
    """The exact count of the opened envelopes, with its quorum; no place is known any more."""
    rules = rules_of(election)
    numbered = [count.Ballot(str(n), each.weight, each.choice) for n, each in enumerate(ballots, 1)]
    options = options_of(election)
    if election.is_ratification:
        (candidate,) = candidates_on(election)
        tally = count.ratification(numbered, str(candidate.number), rules.ratification_boundary)
    else:
        tally = count.plurality(numbered, options)
    quorum = assess(
        base=quorum_base(frozen_roll(election).content, rules),
        ballots=tally.cast.heads,
        abstentions=tally.abstentions.heads,
        rules=rules,
    )
    return count.with_quorum(tally, quorum), quorum


def count_box(election: Election, private: X25519PrivateKey, *, by: Person, now: datetime) -> Verdict:
    """Part of an act: the box is opened, checked and counted; what is stored is what is published.

    The exact sums are not kept: beside the weights of those who voted they could give a vote away.
    """
    box = opened_box(election, private)
    verdict = in_order(box)
    if not verdict:
        return verdict
    found, quorum = counted_box(election, list(box.opened))
    told, trace = _published(election, found, quorum)

    tally = Tally.objects.create(
        election=election,
        version=election.tallies.count() + 1,
        counted_at=now,
        counted_by=by,
        state=found.state,
        elected=elected_nomination(election, found.elected),
        record={"tally": told, "trace": trace, "quorum": _quorum(quorum, told)},
        digest=digest(told),
    )
    election.counted_at = now
    election.save(update_fields=["counted_at"])

    record(
        Act.VOTE_COUNTED,
        subject=election,
        by=by,
        at=now,
        role="scrutineer",
        rule_set=election.rule_set.slug,
        digest=tally.digest,
    )
    tell_observers(election, step="counted", now=now)
    return verdict


def recount_box(
    election: Election, private: X25519PrivateKey, *, by: Person, now: datetime
) -> tuple[Verdict, dict[str, object]]:
    """Part of an act: the box is opened once more; the scrutineers get everything to count by themselves."""
    box = opened_box(election, private)
    verdict = in_order(box)
    if not verdict:
        return verdict, {}
    record(
        Act.BOX_RECOUNTED,
        subject=election,
        by=by,
        at=now,
        role="scrutineer",
        rule_set=election.rule_set.slug,
    )
    ballots = [(each.choice, each.weight) for each in box.opened]
    return verdict, bundle.recount(composed_bundle(election), voters_listed(election), ballots)


def _published(
    election: Election, found: count.Tally, quorum: Quorum
) -> tuple[dict[str, object], list[dict[str, object]]]:
    total = weight_of(list(election.places.all()))
    voters = [Voter(place.number, place.country, place.weight) for place in places_marked(election)]
    figures = [Figure(each.option, each.heads, each.weight) for each in (*found.totals, found.abstentions)]
    winner = found.totals[0].option if found.state == TallyState.ELECTED else None
    level = finest(voters, figures, roll_total=total, winner=winner)
    told = secret_tally(found, level=level, roll_total=total)
    named = str(candidates_on(election)[0].number) if election.is_ratification else None
    return told, secret_trace(found, quorum, level=level, roll_total=total, candidate=named)


def _quorum(quorum: Quorum, told: dict[str, object]) -> dict[str, object]:
    return secret_quorum(quorum, level=told["publication"]["level"])
