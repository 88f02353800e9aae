"""The opened box is checked, counted exactly, and published as finely as no vote is given away."""

from datetime import datetime
from fractions import Fraction

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from elections.enums import TallyState
from elections.enums.acts import Act
from elections.models import Election, MixedEnvelope
from elections.rules import bundle, count
from elections.rules.leaks import Figure, Voter, finest
from elections.rules.publishing import secret_quorum, secret_tally, secret_trace
from elections.rules.quorum import Quorum
from elections.rules.sealing import Box, Unreadable, in_order, read
from elections.selectors.ballots import candidates_on, options_of
from elections.selectors.box import board_of, context_of, places_marked, voters_listed
from elections.selectors.bundles import composed_bundle
from elections.selectors.counts import tallied
from elections.services.entries import note
from elections.services.observers import tell_observers
from elections.services.tallies import keep_count
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


def count_box(election: Election, private: X25519PrivateKey, *, by: Person, now: datetime) -> Verdict:
    """Part of an act: the box is opened, checked and counted; what is stored is what is published.

    The exact sums are not kept: beside the weights of those who voted they could give a vote away.
    """
    box = opened_box(election, private)
    verdict = in_order(box)
    if not verdict:
        return verdict
    numbered = [count.Ballot(str(n), each.weight, each.choice) for n, each in enumerate(box.opened, 1)]
    found, quorum = tallied(election, numbered)
    kept = _published(election, found, quorum)
    keep_count(election, found, kept, by=by, now=now, role="scrutineer")
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
    note(Act.BOX_RECOUNTED, election, by=by, now=now, role="scrutineer")
    ballots = [(each.choice, each.weight) for each in box.opened]
    file = bundle.recount(
        composed_bundle(election),
        voters_listed(election),
        ballots,
        voters_salt=board_of(election).voters_salt,
    )
    return verdict, file


def _published(election: Election, found: count.Tally, quorum: Quorum) -> dict[str, object]:
    """What is published of the count, at the level that fits it."""
    total = sum((place.weight for place in election.places.all()), Fraction(0))
    voters = [Voter(place.number, place.country, place.weight) for place in places_marked(election)]
    figures = [Figure(each.option, each.heads, each.weight) for each in (*found.totals, found.abstentions)]
    winner = found.totals[0].option if found.state == TallyState.ELECTED else None
    level = finest(voters, figures, roll_total=total, winner=winner)
    named = str(candidates_on(election)[0].number) if election.is_ratification else None
    return {
        "tally": secret_tally(found, level=level, roll_total=total),
        "trace": secret_trace(found, quorum, level=level, roll_total=total, candidate=named),
        "quorum": secret_quorum(quorum, level=level),
    }
