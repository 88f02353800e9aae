"""Bundles of secret votes: what can be checked is checked, and every change to it is found."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elections.enums.publication import Publication
from elections.rules.bundle import voters_digest
from elections.rules.count import ABSTAIN
from elections.rules.fingerprints import digest
from tests.verifier.builders import CANDIDATES, acclamation, bundle_of, secret_vote, tampered, tracker
from tests.verifier.running import facts_of, failures, run, said_in, verifier

THREE = [*CANDIDATES, {"id": "3", "name": "Luz Marea", "member": "Costa Libre", "country": "CL"}]
TIED = {1: "1", 2: "2", 3: "1", 4: "2", 5: ABSTAIN, 9: "1", 10: "2", 11: ABSTAIN}


@pytest.fixture(scope="module", name="bundle")
def rounded_bundle():
    return secret_vote(level=Publication.FIVE).bundle


@pytest.mark.parametrize("level", Publication)
def test_a_true_bundle_passes_every_check_at_every_level(level):
    results = verifier.verify(secret_vote(level=level).bundle)

    assert [(name, failure) for name, _, failure in results] == [
        (name, None) for name in ("schema", *(name for name, _ in verifier.SECRET))
    ]


@pytest.mark.parametrize("level", Publication)
@pytest.mark.parametrize(
    ("shape", "state"),
    [
        ({"choices": TIED}, "tie"),
        ({"choices": {}}, "no_quorum"),
        ({"choices": {}, "quorum_boundary": "none"}, "no_votes"),
        ({"choices": dict.fromkeys(range(1, 14), ABSTAIN)}, "no_votes"),
        ({"choices": dict.fromkeys(range(1, 14), ABSTAIN), "quorum_counts_abstentions": False}, "no_quorum"),
        ({"choices": {1: "1", 2: "2"}}, "no_quorum"),
        ({"quorum_counts_abstentions": False}, "elected"),
        ({"choices": TIED, "quorum_counts_abstentions": False, "quorum_share": "1/4"}, "tie"),
        ({"voters_published": False}, "elected"),
        ({"barred": (), "replaced": 0}, "elected"),
        ({"scrutineers": 5, "scrutineers_needed": 3}, "elected"),
    ],
)
def test_every_outcome_and_rule_makes_a_true_bundle(level, shape, state):
    bundle = secret_vote(level=level, **shape).bundle

    assert (bundle["tally"]["state"], failures(bundle)) == (state, {})


@pytest.mark.parametrize("level", Publication)
@pytest.mark.parametrize("boundary", ["yes_exceeds_no", "no_does_not_exceed_yes"])
@pytest.mark.parametrize(
    "votes", [["yes"] * 9, ["no"] * 9, ["yes", "no"] * 4, [ABSTAIN] * 9, ["yes", "no", ABSTAIN] * 3]
)
def test_a_ratification_in_secret_makes_a_true_bundle(level, boundary, votes):
    choices = dict(enumerate(votes, 1))

    vote = secret_vote(choices, level=level, ballot="ratification", ratification_boundary=boundary)

    assert failures(vote.bundle) == {}


@settings(max_examples=60, deadline=None)
@given(
    choices=st.dictionaries(
        st.integers(1, 13) | st.integers(15, 16), st.sampled_from(["1", "2", "3", ABSTAIN])
    ),
    level=st.sampled_from(Publication),
    scheme=st.sampled_from(["equal_country", "one_member_one_vote", "country_cap", "degressive"]),
    counts_abstentions=st.booleans(),
    voters_published=st.booleans(),
)
def test_whatever_the_portal_publishes_the_verifier_accepts(
    choices, level, scheme, counts_abstentions, voters_published
):
    vote = secret_vote(
        choices,
        level=level,
        candidates=THREE,
        weighting=scheme,
        quorum_counts_abstentions=counts_abstentions,
        voters_published=voters_published,
    )

    assert failures(vote.bundle) == {}
    assert failures(vote.file) == {}


# Tampering


def _hashed(box):
    """The list of trackers with a hash that fits it again."""
    box.update(list=digest(box["trackers"]), envelopes=len(box["trackers"]))


def _tally(**changed):
    return lambda bundle: bundle["tally"].update(changed)


def _total(index, **changed):
    return lambda bundle: bundle["tally"]["totals"][index].update(changed)


def _box(**changed):
    return lambda bundle: bundle["box"].update(changed)


def _without_tracker(bundle):
    bundle["box"]["trackers"].pop(3)
    _hashed(bundle["box"])


def _another_tracker(bundle):
    bundle["box"]["trackers"][0] = "0" * 64
    _hashed(bundle["box"])


def _another_voter(bundle):
    bundle["box"]["voters"][0:1] = []
    bundle["box"]["voters"].insert(-1, 13)
    bundle["box"]["voters_hash"] = voters_digest(bundle["box"]["voters"], bundle["box"]["voters_salt"])


#: What a change to the published tally breaks wherever it is made.
TOLD = {"trace": "trace_differs", "sealed": "count_differs"}

TAMPERS = {
    # The box
    "a part of the box taken out": (lambda b: b["box"].pop("needed"), {"box": "part_missing"}),
    "something added to the box": (_box(note="fine"), {"box": "part_missing"}),
    "a tracker removed": (lambda b: b["box"]["trackers"].pop(3), {"box": "box_count"}),
    "a tracker removed with its count and hash": (
        _without_tracker,
        {
            "box": "voters_count",
            "totals": "total_differs",
            "quorum": "quorum_differs",
            "sealed": "close_differs",
        },
    ),
    "a tracker added": (lambda b: b["box"]["trackers"].append("f" * 64), {"box": "box_count"}),
    "a tracker exchanged, with its hash": (_another_tracker, {"sealed": "close_differs"}),
    "a tracker twice": (
        lambda b: b["box"]["trackers"].insert(1, b["box"]["trackers"][0]),
        {"box": "tracker_twice"},
    ),
    "a tracker in two lists": (
        lambda b: b["box"].update(voided=[b["box"]["trackers"][0]]),
        {"box": "tracker_twice", "sealed": "close_differs"},
    ),
    "trackers out of order": (lambda b: b["box"]["trackers"].reverse(), {"box": "tracker_order"}),
    "replaced trackers out of order": (
        lambda b: b["box"]["replaced"].reverse(),
        {"box": "tracker_order", "sealed": "close_differs"},
    ),
    "a tracker in capitals": (
        lambda b: b["box"]["trackers"].__setitem__(0, b["box"]["trackers"][0].upper()),
        {"box": "tracker_malformed"},
    ),
    "a tracker cut short": (
        lambda b: b["box"]["replaced"].__setitem__(0, b["box"]["replaced"][0][:-1]),
        {"box": "tracker_malformed", "sealed": "close_differs"},
    ),
    "a number for a tracker": (
        lambda b: b["box"].update(voided=[7]),
        {"box": "tracker_malformed", "sealed": "close_differs"},
    ),
    "more void than barred": (
        lambda b: b["box"].update(voided=["0" * 64, *b["box"]["voided"]]),
        {"box": "voided_differ", "sealed": "close_differs"},
    ),
    "the number of envelopes": (
        _box(envelopes=12),
        {
            "box": "box_count",
            "totals": "total_differs",
            "quorum": "quorum_differs",
            "sealed": "close_differs",
        },
    ),
    "the hash of the list": (_box(list="0" * 64), {"box": "list_differs", "sealed": "close_differs"}),
    "the hash of the voters": (
        _box(voters_hash="0" * 64),
        {"box": "voters_differ", "sealed": "close_differs"},
    ),
    "the voters withheld": (_box(voters=None), {"box": "part_missing"}),
    "the salt of the voters withheld": (_box(voters_salt=None), {"box": "part_missing"}),
    "another salt of the voters": (_box(voters_salt="0" * 32), {"box": "voters_differ"}),
    "a voter taken out": (
        lambda b: b["box"]["voters"].pop(0),
        {"box": "voters_count", "totals": "total_differs"},
    ),
    "a voter exchanged, with the hash": (
        _another_voter,
        {"totals": "total_differs", "sealed": "close_differs"},
    ),
    "a voter twice": (
        lambda b: b["box"]["voters"].insert(1, 1),
        {"box": "voter_order", "totals": "total_differs"},
    ),
    "a voter who is not on the roll": (
        lambda b: b["box"]["voters"].append(17),
        {"box": "voter_unknown", "totals": "malformed", "outcome": "malformed"},
    ),
    "a voter who was barred": (
        lambda b: b["box"]["voters"].insert(-1, 14),
        {"box": "voter_barred", "totals": "total_differs"},
    ),
    "the scrutineers": (_box(scrutineers=5), {"box": "scrutineers_differ"}),
    "how many were needed": (_box(needed=1), {"box": "scrutineers_differ"}),
    "a bar taken out": (lambda b: b["barred"].pop(), {"box": "voided_differ", "sealed": "bar_missing"}),
    "another place barred": (lambda b: b["barred"][0].update(place=13), {"sealed": "bar_not_in_chain"}),
    "a bar at another moment": (
        lambda b: b["barred"][0].update(barred_at="2026-06-09T00:00:00.000000Z"),
        {"sealed": "bar_not_in_chain"},
    ),
    "ballots shown": (lambda b: b["ballots"].append({"place": 1, "choice": "1"}), {"schema": "part_missing"}),
    "a roll call made of a secret vote": (
        lambda b: b["election"].update(secrecy="roll_call"),
        {"schema": "part_missing"},
    ),
    # The published count
    "the level": (lambda b: b["tally"]["publication"].update(level="ten"), TOLD | {"totals": "step_differs"}),
    "no such level": (
        lambda b: b["tally"]["publication"].update(level="two"),
        TOLD | {"totals": "schema_unknown", "outcome": "schema_unknown"},
    ),
    "the step": (lambda b: b["tally"]["publication"].update(step="1"), TOLD | {"totals": "step_differs"}),
    "a weight that is no multiple": (_total(0, weight="31"), TOLD | {"totals": "not_a_step"}),
    "a weight that so many cannot have": (
        _total(0, weight="45"),
        TOLD | {"totals": "total_impossible", "outcome": "total_impossible"},
    ),
    "weights that together are too much": (_total(0, weight="40"), TOLD | {"totals": "sums_impossible"}),
    "heads that do not add up": (_total(0, heads=6), TOLD | {"totals": "heads_differ"}),
    "heads that cannot weigh so much": (
        _total(0, heads=1),
        TOLD | {"totals": "total_impossible", "outcome": "total_impossible"},
    ),
    "heads below nothing": (
        _total(0, heads=-1),
        TOLD | {"totals": "total_impossible", "outcome": "total_impossible"},
    ),
    "an option taken out": (lambda b: b["tally"]["totals"].pop(), TOLD | {"totals": "options_differ"}),
    "options in another order": (
        lambda b: b["tally"]["totals"].reverse(),
        TOLD | {"totals": "options_differ"},
    ),
    "an option twice": (_total(1, option="2"), TOLD | {"totals": "options_differ"}),
    "the abstentions": (
        lambda b: b["tally"]["abstentions"].update(heads=0, weight="0"),
        TOLD | {"totals": "heads_differ"},
    ),
    "the name of the abstentions": (
        lambda b: b["tally"]["abstentions"].update(option="1"),
        TOLD | {"totals": "options_differ"},
    ),
    "the weight of the abstentions": (
        lambda b: b["tally"]["abstentions"].update(weight="0"),
        TOLD | {"totals": "total_impossible"},
    ),
    "the abstentions withheld": (_tally(abstentions=None), TOLD | {"totals": "malformed"}),
    "the sum of the candidates": (
        lambda b: b["tally"]["for_options"].update(weight="60"),
        {"totals": "total_differs", "sealed": "count_differs"},
    ),
    "the ballots cast": (lambda b: b["tally"]["cast"].update(heads=14), TOLD | {"totals": "total_differs"}),
    "the weight cast": (lambda b: b["tally"]["cast"].update(weight="65"), TOLD | {"totals": "total_differs"}),
    "the elected": (_tally(elected="1"), TOLD | {"outcome": "outcome_impossible"}),
    "somebody who did not stand": (_tally(elected="9"), TOLD | {"outcome": "outcome_impossible"}),
    "a tie declared": (
        _tally(state="tie", elected=None, tied=["1", "2"]),
        TOLD | {"outcome": "outcome_impossible"},
    ),
    "no quorum declared": (_tally(state="no_quorum", elected=None), TOLD | {"outcome": "outcome_impossible"}),
    "no votes declared": (_tally(state="no_votes", elected=None), TOLD | {"outcome": "outcome_impossible"}),
    "a ratification refused": (
        _tally(state="not_ratified", elected=None),
        TOLD | {"outcome": "outcome_impossible"},
    ),
    "an outcome without a name": (_tally(state="won"), TOLD | {"outcome": "outcome_impossible"}),
    "something added to the tally": (
        _tally(note="fine"),
        {"totals": "part_missing", "sealed": "count_differs"},
    ),
    "the number needed": (
        lambda b: b["quorum"].update(required=3),
        {"quorum": "quorum_differs", "trace": "trace_differs"},
    ),
    "the number present": (
        lambda b: b["quorum"].update(present=12),
        {"quorum": "quorum_differs", "trace": "trace_differs"},
    ),
    "the quorum withheld": (
        lambda b: (b["quorum"].pop("present"), b["quorum"].pop("percentage")),
        {"quorum": "quorum_differs", "trace": "trace_differs"},
    ),
    "a line of the told count": (lambda b: b["trace"].pop(2), {"trace": "trace_differs"}),
    "a fact of the told count": (
        lambda b: b["trace"][4]["facts"].update(heads=6),
        {"trace": "trace_differs"},
    ),
    "a line added to the told count": (
        lambda b: b["trace"].append({"code": "x", "facts": {}}),
        {"trace": "trace_differs"},
    ),
    # The chain
    "the entry of the close": (
        lambda b: b["chain"]["entries"][4].update(digest="0" * 64),
        {"chain": "link_broken", "sealed": "close_differs"},
    ),
    "the entry of the close taken out": (
        lambda b: b["chain"]["entries"].pop(4),
        {"chain": "link_broken", "sealed": "close_differs"},
    ),
    "the entry of the count": (
        lambda b: b["chain"]["entries"][-1].update(digest="0" * 64),
        {"chain": "link_broken", "sealed": "count_differs"},
    ),
    "an entry between": (lambda b: b["chain"]["entries"][5].update(actor_id="8"), {"chain": "link_broken"}),
    "one scrutineer for two": (
        lambda b: b["chain"]["entries"][5].update(actor_id=b["chain"]["entries"][6]["actor_id"]),
        {"chain": "link_broken", "sealed": "layers_missing"},
    ),
    "a scrutineer after the count": (
        lambda b: b["chain"]["entries"][5].update(sequence=99),
        {"chain": "link_broken", "sealed": "layers_missing"},
    ),
    "an entry of a single ballot": (
        lambda b: b["chain"]["entries"][5].update(act="elections.ballot_cast"),
        {"chain": "link_broken", "sealed": "cast_in_chain"},
    ),
    "the head": (lambda b: b["chain"].update(head="0" * 64), {"chain": "head_differs"}),
}


@pytest.mark.parametrize("name", TAMPERS)
def test_every_tampering_is_found_and_named(bundle, name):
    change, expected = TAMPERS[name]

    assert failures(tampered(bundle, change)) == expected


@pytest.mark.parametrize("lang", verifier.LANGUAGES)
def test_every_failure_is_said_in_every_language(bundle, lang):
    for change, expected in TAMPERS.values():
        forged = tampered(bundle, change)

        lines = [line for line in said_in(forged, lang) if line.startswith("FAILED  ")]

        titles = [verifier.TITLES[name][lang] for name, _, failure in verifier.verify(forged) if failure]
        assert [line.removeprefix("FAILED  ").split(":")[0].rstrip() for line in lines] == [
            title.rstrip() for title in titles
        ]
        assert len(lines) == len(expected)


def _places(thing, path=()):
    """The path of every value in a part, whether it is one more part or not."""
    inner = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    for name, value in inner:
        yield (*path, name)
        yield from _places(value, (*path, name))


def _changed(value):
    """Another value of the same kind."""
    if isinstance(value, bool) or value is None:
        return not value
    if isinstance(value, int):
        return value + 1
    return {**value, "note": "fine"} if isinstance(value, dict) else [*value, "1"]


def test_no_value_of_a_secret_bundle_can_be_changed_or_taken_out_alone(bundle):
    unnoticed = []
    for path in _places(bundle):
        for change in ("changed", "gone"):
            forged = copy.deepcopy(bundle)
            *way, last = path
            part = forged
            for name in way:
                part = part[name]
            if change == "gone":
                del part[last]
            else:
                part[last] = part[last] + "1" if isinstance(part[last], str) else _changed(part[last])
            if not failures(forged):
                unnoticed.append((change, path))

    assert unnoticed == []


@pytest.mark.parametrize(
    ("level", "declared", "found"),
    [
        (Publication.EXACT, {"elected": "1"}, "outcome_impossible"),
        (Publication.TEN, {"elected": "1"}, "outcome_impossible"),
        (Publication.OUTCOME, {"elected": "1"}, None),
        (Publication.OUTCOME, {"elected": "9"}, "outcome_impossible"),
        (Publication.OUTCOME, {"elected": None, "state": "tie", "tied": ["1"]}, "outcome_impossible"),
        (Publication.OUTCOME, {"elected": None, "state": "tie", "tied": ["2", "1"]}, "outcome_impossible"),
        (Publication.OUTCOME, {"elected": None, "state": "no_quorum"}, "outcome_impossible"),
        (Publication.OUTCOME, {"state": "no_votes"}, "outcome_impossible"),
    ],
)
def test_an_outcome_is_refused_where_what_is_published_contradicts_it(level, declared, found):
    bundle = tampered(secret_vote(level=level).bundle, _tally(**declared))

    assert failures(bundle).get("outcome") == found


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        ({"elected": "1"}, None),
        ({"elected": None, "state": "tie", "tied": ["1", "2"]}, None),
        ({"elected": "3"}, "outcome_impossible"),
        ({"elected": None, "state": "tie", "tied": ["1", "3"]}, "outcome_impossible"),
        ({"elected": None, "state": "tie", "tied": ["2", "2"]}, "outcome_impossible"),
    ],
)
def test_weights_that_are_rounded_alike_leave_the_outcome_to_the_scrutineers(declared, found):
    """17.5 and 20 of 100 are both published as 20 at ten per cent."""
    choices = dict.fromkeys(range(1, 8), "1") | {15: "2"}
    vote = secret_vote(choices, level=Publication.TEN, candidates=THREE)
    forged = tampered(vote.bundle, _tally(**declared))

    assert [each["weight"] for each in vote.bundle["tally"]["totals"]] == ["20", "20", "0"]
    assert failures(vote.bundle) == {}
    assert failures(forged) == TOLD | ({"outcome": found} if found else {})
    assert failures({**vote.file, "bundle": forged})["exact_outcome"] == "outcome_differs"


@pytest.mark.parametrize(
    ("votes", "boundary", "declared"),
    [
        (["yes"] * 9, "yes_exceeds_no", {"state": "not_ratified", "elected": None}),
        (["yes"] * 9, "yes_exceeds_no", {"elected": "2"}),
        (["yes"] * 9, "yes_exceeds_no", {"state": "tie", "elected": None, "tied": ["no", "yes"]}),
        (["no"] * 9, "yes_exceeds_no", {"state": "elected", "elected": "1"}),
        (["yes", "no"] * 4, "yes_exceeds_no", {"state": "elected", "elected": "1"}),
        (["yes", "no"] * 4, "no_does_not_exceed_yes", {"state": "not_ratified", "elected": None}),
        ([ABSTAIN] * 9, "yes_exceeds_no", {"state": "not_ratified"}),
    ],
)
def test_a_ratification_that_the_sums_contradict_is_refused(votes, boundary, declared):
    choices = dict(enumerate(votes, 1))
    vote = secret_vote(choices, ballot="ratification", ratification_boundary=boundary)

    forged = tampered(vote.bundle, _tally(**declared))

    assert failures(forged)["outcome"] == "outcome_impossible"


def test_where_voters_are_not_published_the_weight_cast_has_to_be_possible():
    bundle = secret_vote(voters_published=False).bundle

    forged = tampered(bundle, lambda b: b["tally"]["cast"].update(weight="99"))

    assert failures(forged)["totals"] == "total_impossible"


def test_where_only_the_outcome_is_published_totals_are_out_of_place():
    bundle = secret_vote(level=Publication.OUTCOME).bundle

    for name, value in (("totals", [{}]), ("abstentions", {}), ("for_options", {})):
        assert failures(tampered(bundle, _tally(**{name: value})))["totals"] == "part_missing"


@pytest.mark.parametrize(
    ("level", "present", "added"),
    [
        (Publication.EXACT, 12, "quorum_differs"),
        (Publication.TEN, 12, "quorum_differs"),
        (Publication.OUTCOME, None, "part_missing"),
    ],
)
def test_the_quorum_is_checked_from_what_is_published(level, present, added):
    bundle = secret_vote(level=level, quorum_counts_abstentions=False).bundle

    unmet = tampered(bundle, lambda b: b["quorum"].update(met=False))
    more = tampered(bundle, lambda b: b["quorum"].update(present=13))

    assert bundle["quorum"].get("present") == present
    assert failures(unmet)["quorum"] == "quorum_differs"
    assert failures(more)["quorum"] == added


def test_the_first_bad_thing_is_named(bundle):
    trackers = bundle["box"]["trackers"]

    twice = tampered(bundle, TAMPERS["a tracker twice"][0])
    barred = tampered(bundle, TAMPERS["a voter who was barred"][0])
    impossible = tampered(bundle, TAMPERS["a weight that so many cannot have"][0])
    closed = tampered(bundle, TAMPERS["the entry of the close"][0])

    assert facts_of(twice, "box") == {"found": trackers[0]}
    assert facts_of(barred, "box") == {"place": 14}
    assert facts_of(impossible, "totals") == {"option": "2", "said": "5 / 45"}
    assert facts_of(closed, "sealed")["sequence"] == "5"


def test_a_bundle_forged_as_a_whole_is_found_by_the_published_head(bundle):
    forged = secret_vote({place: "1" for place in range(1, 14)}, level=Publication.FIVE).bundle

    assert failures(forged) == {}
    assert failures(forged, head=bundle["chain"]["head"]) == {"chain": "head_other"}


# Trackers, and the program


@pytest.mark.parametrize(
    ("number", "where"),
    [(1, "trackers"), (1000, "replaced"), (2014, "voided")],
)
def test_a_tracker_is_looked_up(bundle, number, where):
    name, facts, failure = verifier.verify(bundle, trackers=[f" {tracker(number).upper()}\n"])[-1]

    assert (name, failure) == ("tracker", None)
    assert facts == {"tracker": tracker(number), "where": verifier.WHERE[where]}


@pytest.mark.parametrize("found", [acclamation(), bundle_of(), secret_vote().bundle])
def test_an_unknown_tracker_is_a_failure(found):
    assert failures(found, trackers=[tracker(999)]) == {"tracker": "tracker_unknown"}


@pytest.mark.parametrize(
    ("lang", "note", "ending"),
    [
        ("en", "NOTE: this vote was secret.", "All 12 checks are OK."),
        ("es", "NOTA: esta votación fue secreta.", "Las 12 comprobaciones están OK."),
        ("pt", "NOTA: esta votação foi secreta.", "As 12 verificações estão OK."),
        ("fr", "NOTE : ce vote était secret.", "Les 12 vérifications sont OK."),
    ],
)
def test_it_says_that_the_sums_are_the_scrutineers(bundle, tmp_path, lang, note, ending):
    done = run(tmp_path, json.dumps(bundle), "--lang", lang)

    *_, empty, said, last = done.stdout.splitlines()
    assert (done.returncode, done.stderr, done.stdout.count("OK    ")) == (0, "", 12)
    assert (empty, said.startswith(note), last) == ("", True, ending)


def test_trackers_are_given_on_the_command_line(bundle, tmp_path):
    text = json.dumps(bundle)

    known = run(tmp_path, text, "--lang", "en", "--tracker", tracker(1), "--tracker", tracker(1000))
    unknown = run(tmp_path, text, "--lang", "en", "--tracker", tracker(1), "--tracker", "abc")

    assert known.stdout.splitlines()[12:14] == [
        f"OK      Tracker: {tracker(1)} is in the box.",
        f"OK      Tracker: {tracker(1000)} was replaced by a later ballot of the same member.",
    ]
    assert unknown.stdout.splitlines()[13] == "FAILED  Tracker: abc is in none of the lists of this vote."
    assert (known.returncode, unknown.returncode) == (0, 1)


@pytest.mark.parametrize(
    "change",
    [
        lambda b: b.update(box=[]),
        lambda b: b.update(barred=[7]),
        lambda b: b["tally"].update(publication=None),
        lambda b: b["tally"].update(totals={"1": 3}),
        lambda b: b["box"].update(voters="12"),
        lambda b: b.update(schema={"en": 1}),
        lambda b: b["tally"].update(elected=["1"], tied=None),
    ],
)
def test_parts_of_another_kind_fail_without_a_stack_trace(bundle, tmp_path, change):
    done = run(tmp_path, json.dumps(tampered(bundle, change)), "--lang", "fr")

    assert (done.returncode, done.stderr) == (1, "")
