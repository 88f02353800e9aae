"""What is sealed in a secret vote, to what it is bound, and whether the opened box is in order.

A postal vote with two envelopes (design, section 8): the inner one holds choice, weight and a random
number and is bound to the election, the contest and the roll; the outer one is the place.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from elections.enums.seals import Seal
from elections.rules.figures import exact, from_exact
from elections.rules.fingerprints import canonical, digest
from elections.rules.parameters import article_of
from lacralo.core.verdicts import Line, Verdict

#: Every inner envelope is so long before it is sealed, whatever is in it.
LENGTH = 192
#: What the test ballot of a rehearsal says.
TEST_CHOICE = "rehearsal"


@dataclass(frozen=True)
class Inner:
    """What an inner envelope says."""

    choice: str
    weight: Fraction


class Unreadable(ValueError):
    """What came out of an envelope is no ballot."""


def written(inner: Inner, nonce: str) -> bytes:
    """The inner envelope as bytes; `nonce` is random, so that no two are alike."""
    said = {"choice": inner.choice, "nonce": nonce, "weight": exact(inner.weight)}
    return canonical(said).encode()


def read(content: bytes) -> Inner:
    """What an inner envelope says.  Raises Unreadable."""
    try:
        said = json.loads(content)
        return Inner(str(said["choice"]), from_exact(said["weight"]))
    except (ValueError, TypeError, KeyError, AttributeError, ZeroDivisionError, RecursionError) as error:
        raise Unreadable from error


def ballot_context(*, election: str, contest: str, roll: str) -> str:
    """To what a ballot is bound: the election, what is asked, and the fingerprint of the roll."""
    return canonical({"kind": "lacralo ballot", "election": election, "contest": contest, "roll": roll})


def rehearsal_context(*, election: str, version: int) -> str:
    """To what the test ballot of a key is bound."""
    return canonical({"kind": "lacralo test ballot", "election": election, "key": version})


def layer_context(*, election: str, version: int) -> str:
    """To what the layers around a key are bound."""
    return canonical({"kind": "lacralo key layer", "election": election, "key": version})


def code_context(*, election: str, number: int) -> str:
    """To what a scrutineer's code is bound: the code of one vote opens nothing of another."""
    return canonical({"kind": "lacralo scrutineer", "election": election, "number": number})


def orders(numbers: Collection[int], needed: int) -> tuple[tuple[int, ...], ...]:
    """Every order in which so many of the scrutineers can remove their layers."""
    return tuple(permutations(sorted(numbers), needed))


def order_text(order: Iterable[int]) -> str:
    """An order as it is stored: "3-1"."""
    return "-".join(map(str, order))


def behind(order: str, number: int) -> str | None:
    """What is left of an order behind the scrutineer of that number; None if they are not its first."""
    first, _, rest = order.partition("-")
    return rest if first == str(number) else None


def attempt_of(token: str) -> str:
    """What is stored of the random number of a form: its hash."""
    return digest({"attempt": token})


@dataclass(frozen=True)
class Box:
    """The box as it was found at the opening.

    `opened` are the envelopes that could be read; `unreadable` the trackers of those that could not;
    `trackers` those of all envelopes found, `listed` those that the close published; `marked` the weights
    of the places that are marked as having voted; `options` what may be chosen.
    """

    opened: Sequence[Inner]
    unreadable: Sequence[str]
    trackers: Sequence[str]
    listed: Sequence[str]
    marked: Sequence[Fraction]
    options: Collection[str]


def in_order(box: Box) -> Verdict:
    """Whether the box may be counted: every envelope readable, none twice, as many as the places marked,
    and their weights, as a multiset, exactly the weights of those places.
    """
    article = article_of("secrecy_of_elections")
    twice = sorted(tracker for tracker, times in Counter(box.trackers).items() if times > 1)
    strange = sorted({*box.trackers} ^ {*box.listed})
    unreadable = [*box.unreadable, *(_unknown(box.opened, box.options))]
    lines = (
        Line(Seal.ENVELOPES_UNREADABLE, not unreadable, article, _named(unreadable)),
        Line(Seal.ENVELOPE_TWICE, not twice, article, _named(twice)),
        Line(Seal.ENVELOPES_NOT_AS_LISTED, not strange, article, _named(strange)),
        Line(
            Seal.ENVELOPES_AND_PLACES_DIFFER,
            len(box.trackers) == len(box.marked),
            article,
            {"envelopes": len(box.trackers), "places": len(box.marked)},
        ),
        Line(Seal.WEIGHTS_DIFFER, Counter(i.weight for i in box.opened) == Counter(box.marked), article),
    )
    return Verdict(lines)


def _unknown(opened: Iterable[Inner], options: Collection[str]) -> list[str]:
    """An envelope with a choice that is on no ballot: named by nothing, since its choice is secret too."""
    return ["?" for each in opened if each.choice not in options]


def _named(trackers: Sequence[str]) -> Mapping[str, object]:
    return {"number": len(trackers), "trackers": ", ".join(trackers)}
