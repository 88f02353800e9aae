"""Secret votes that the portal itself held, at every level: the verifier finds nothing in what it got."""

import json
from fractions import Fraction
from random import Random

import pytest

from elections.enums.publication import Publication
from elections.enums.seals import Purpose
from elections.rules.bundle import dumps
from elections.rules.count import ABSTAIN
from elections.rules.leaks import Figure, Voter, finest
from elections.selectors.bundles import composed_bundle
from elections.services.sealed_ballots import bar_place
from tests.builders import NOW
from tests.elections.builders import officer
from tests.elections.poll import HOUR, place_of, published_members
from tests.elections.sealed import Papers, mixed, open_secret_vote, opened, put_in, put_in_many
from tests.verifier.running import failures, run, verifier

pytestmark = pytest.mark.django_db
BARRED = 7
RATIFIED = {"uncontested": "ratification"}


def figures(places, choices):
    """What every option gets, exactly, by the weights of the places."""
    weights = {place.number: place.weight for place in places}
    chosen = {
        option: [weights[number] for number, choice in choices.items() if choice == option]
        for option in sorted({*choices.values()})
    }
    return [Figure(option, len(each), sum(each, Fraction(0))) for option, each in chosen.items()]


def choices_published(level, places):
    """Choices, by place, of which so much is published: the first that are found."""
    total = sum((place.weight for place in places), Fraction(0))
    for seed in range(1000):
        draw = Random(seed)
        share, most = draw.choice([0.5, 0.7, 0.9]), draw.choice([5, 6, 8])
        ballot = ["1"] * most + ["2"] * (9 - most) + draw.choice([[], [ABSTAIN]])
        voting = [place for place in places if place.number != BARRED and draw.random() < share]
        choices = {place.number: draw.choice(ballot) for place in voting}
        voters = [Voter(place.number, place.country, place.weight) for place in voting]
        if finest(voters, figures(places, choices), roll_total=total) == level:
            return choices
    raise AssertionError(f"no choices are published at the level {level}")


def as_read(document):
    """The document as who downloads it reads it."""
    return json.loads(dumps(document))


def given_out(election, papers):
    """The bundle after the count, and the file of a recount by other scrutineers."""
    mixed(election)
    assert opened(election, papers).verdict
    election.refresh_from_db()
    bundle = composed_bundle(election)
    file = opened(election, papers, purpose=Purpose.RECOUNT, by=(1, 2)).recount
    return as_read(bundle), as_read(file)


def opened_vote(**fields):
    """A secret vote of the published members, open."""
    papers = Papers()
    published_members()
    return open_secret_vote(papers, **fields), papers


@pytest.mark.parametrize("level", Publication)
def test_what_the_portal_gives_out_passes_every_check(level):
    election, papers = opened_vote()
    places = list(election.places.order_by("number"))
    choices = choices_published(level, places)
    put_in(election, BARRED, "1")
    replaced = put_in(election, min(choices), ABSTAIN)
    trackers = put_in_many(election, choices, at=NOW + 2 * HOUR)
    bar_place(place=place_of(election, BARRED), reason="Recusal.", by=officer(), now=NOW + 3 * HOUR)

    bundle, file = given_out(election, papers)

    known = (replaced, *trackers.values())
    assert bundle["tally"]["publication"]["level"] == level
    assert failures(bundle, trackers=known) == {}
    assert failures(file, trackers=known) == {}
    assert len(bundle["box"]["voided"]) == 1
    assert sorted(file["voters"]) == sorted(choices)
    recounted = verifier.opened_totals(file)
    assert {option: tuple(found) for option, found in recounted.items() if found[0]} == {
        each.option: (each.heads, each.weight) for each in figures(places, choices)
    }


@pytest.mark.parametrize(
    ("fields", "choices", "state"),
    [
        ({}, {}, "no_quorum"),
        ({"rules": {"quorum_boundary": "none"}}, {}, "no_votes"),
        ({}, dict.fromkeys(range(1, 31), ABSTAIN), "no_votes"),
        ({}, {1: "1", 2: "2"}, "no_quorum"),
        ({}, {place: str(place % 2 + 1) for place in range(1, 31)}, "elected"),
        ({"rules": {"voters_published": False}}, {place: "2" for place in range(1, 31)}, "elected"),
        (
            {"rules": {"quorum_counts_abstentions": False}},
            {place: "1" for place in range(1, 31)} | {3: "2"},
            "elected",
        ),
        (
            {"rules": {"quorum_counts_abstentions": False}},
            dict.fromkeys(range(1, 31), ABSTAIN),
            "no_quorum",
        ),
        (
            {"names": ("Ana Alva",), "rules": RATIFIED},
            {place: "yes" if place % 3 else "no" for place in range(1, 31)},
            "elected",
        ),
        ({"names": ("Ana Alva",), "rules": RATIFIED}, dict.fromkeys(range(1, 31), "no"), "not_ratified"),
    ],
    ids=[
        "nobody voted",
        "nobody voted and no quorum is asked for",
        "all abstained",
        "two voted",
        "an election",
        "voters are not published",
        "abstentions do not count",
        "all abstained and that does not count",
        "a ratification",
        "a ratification refused",
    ],
)
def test_every_outcome_that_the_portal_gives_out_passes_every_check(fields, choices, state):
    election, papers = opened_vote(**fields)
    put_in_many(election, choices)

    bundle, file = given_out(election, papers)

    assert (bundle["tally"]["state"], failures(bundle), failures(file)) == (state, {}, {})


def test_a_tracker_is_found_in_the_box_among_those_replaced_and_among_those_void(tmp_path):
    election, papers = opened_vote()
    choices = choices_published(Publication.EXACT, list(election.places.order_by("number")))
    void, replaced = put_in(election, BARRED, "1"), put_in(election, min(choices), ABSTAIN)
    kept = put_in_many(election, choices)[min(choices)]
    bar_place(place=place_of(election, BARRED), reason="Recusal.", by=officer(), now=NOW + 3 * HOUR)
    bundle, _ = given_out(election, papers)

    known = run(
        tmp_path,
        dumps(bundle),
        *("--lang", "en", "--tracker", kept, "--tracker", replaced, "--tracker", void),
    )
    unknown = run(tmp_path, dumps(bundle), "--lang", "en", "--tracker", "0" * 64)

    assert (known.returncode, unknown.returncode) == (0, 1)
    said = [line for line in known.stdout.splitlines() if line.startswith("OK      Tracker")]
    assert [line.split(": ", 1)[1][:64] for line in said] == [kept, replaced, void]
