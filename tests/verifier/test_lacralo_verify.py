"""The stand-alone verifier finds nothing in a true bundle, and names what was tampered with."""

import ast
import json
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elections.rules.count import ABSTAIN
from elections.rules.fingerprints import digest
from tests.verifier.builders import COUNTRIES, acclamation, bundle_of, tampered
from tests.verifier.running import SCRIPT, facts_of, failures, run, verifier


@pytest.fixture(scope="module", name="bundle")
def true_bundle():
    return bundle_of()


def test_a_true_bundle_passes_every_check(bundle):
    results = verifier.verify(bundle)

    assert [name for name, _, failure in results if failure] == []
    assert len(results) == 12


@pytest.mark.parametrize("scheme", ["equal_country", "one_member_one_vote", "country_cap", "degressive"])
def test_every_scheme_of_weights_is_recomputed(scheme):
    assert failures(bundle_of(weighting=scheme)) == {}


@pytest.mark.parametrize(
    "parameters",
    [
        {"quorum_boundary": "more_than"},
        {"quorum_boundary": "plus_one_rounded_up"},
        {"quorum_boundary": "fixed", "quorum_fixed": 12},
        {"quorum_boundary": "none"},
        {"quorum_base": "accredited"},
        {"quorum_base": "roll"},
        {"quorum_share": "2/3", "quorum_counts_abstentions": False},
        {"weight_base": "accredited"},
        {"weight_base": "accredited", "quorum_base": "active"},
    ],
)
def test_every_form_of_the_quorum_is_recomputed(parameters):
    assert failures(bundle_of(**parameters)) == {}


@pytest.mark.parametrize(
    "choices",
    [
        [],
        [(1, ABSTAIN), (2, ABSTAIN)],
        [(place, ABSTAIN) for place in range(1, 17)],
        [(15, "1"), (16, "2"), *((place, ABSTAIN) for place in range(1, 9))],
    ],
    ids=["nobody voted", "two abstained", "all abstained", "a tie"],
)
def test_votes_that_elect_nobody_are_true_bundles_too(choices):
    assert failures(bundle_of(choices)) == {}


@pytest.mark.parametrize("boundary", ["yes_exceeds_no", "no_does_not_exceed_yes"])
@pytest.mark.parametrize("votes", [["yes"] * 9, ["no"] * 9, ["yes", "no"] * 4, [ABSTAIN] * 9])
def test_a_ratification_is_recounted(boundary, votes):
    choices = list(enumerate(votes, 1))

    bundle = bundle_of(choices, ballot="ratification", ratification_boundary=boundary)

    assert failures(bundle) == {}


def test_an_acclamation_has_its_own_checks():
    results = verifier.verify(acclamation())

    assert [(name, failure) for name, _, failure in results] == [
        ("schema", None),
        ("acclamation", None),
        ("chain", None),
        ("opening", None),
    ]


def test_ballots_of_barred_places_are_shown_and_do_not_count():
    barred = bundle_of(barred=(12, 16))

    assert failures(barred) == {}
    assert barred["tally"]["cast"]["heads"] == 11
    assert verifier.check_ballots(barred) == {"ballots": 14, "counted": 11}


# Tampering


def _of_place(bundle, place):
    return next(ballot for ballot in bundle["ballots"] if ballot["place"] == place)


TAMPERS = {
    "another schema": (lambda b: b.update(schema="other/1"), {"schema"}),
    "a part taken out": (lambda b: b.pop("trace"), {"schema"}),
    "a box where none is": (lambda b: b.update(box={}), {"schema"}),
    "a secret vote made of a roll call": (lambda b: b["election"].update(secrecy="secret"), {"schema"}),
    "another kind of vote": (lambda b: b["election"].update(secrecy="open"), {"schema"}),
    "something added to the chain": (lambda b: b["chain"].update(note="fine"), {"chain"}),
    "the roll taken out": (lambda b: b.update(roll=None), {"schema"}),
    "the fingerprint": (lambda b: b["roll"].update(fingerprint="0" * 64), {"fingerprint", "opening"}),
    "the holder of a place": (
        lambda b: b["roll"]["places"][0].update(holder="Somebody Else"),
        {"fingerprint"},
    ),
    "a weight": (
        lambda b: b["roll"]["places"][0].update(weight="25/4"),
        {"fingerprint", "roll", "weights"},
    ),
    "a weight written as a decimal": (
        lambda b: b["roll"]["places"][0].update(weight="0.5"),
        {"fingerprint", "roll", "weights"},
    ),
    "a member moved to another country": (
        lambda b: b["roll"]["places"][0].update(country="ZW"),
        {"fingerprint", "weights", "totals", "trace"},
    ),
    "a reason for leaving out": (
        lambda b: b["roll"]["left_out"][0].update(reasons=["elections.not_accredited"]),
        {"fingerprint"},
    ),
    "a place taken out": (
        lambda b: b["roll"]["places"].pop(0),
        {"fingerprint", "roll", "weights", "ballots", "totals", "quorum", "outcome", "trace"},
    ),
    "a member on the roll twice": (
        lambda b: b["roll"]["places"][1].update(member=b["roll"]["places"][0]["member"]),
        {"fingerprint", "roll"},
    ),
    "the number of countries": (
        lambda b: b["roll"].update(countries=7),
        {"fingerprint", "weights"},
    ),
    "the total of the roll": (lambda b: b["roll"].update(total="99"), {"fingerprint", "roll"}),
    "a choice that changes the outcome": (
        lambda b: [ballot.update(choice="2") for ballot in b["ballots"][:9]],
        {"totals", "outcome", "trace", "anchors"},
    ),
    "a choice that is not on the ballot": (
        lambda b: _of_place(b, 1).update(choice="9"),
        {"ballots", "totals", "quorum", "outcome", "trace", "anchors"},
    ),
    "a ballot taken out": (
        lambda b: b["ballots"].pop(0),
        {"totals", "quorum", "trace", "anchors"},
    ),
    "a ballot added": (
        lambda b: b["ballots"].append(
            {**b["ballots"][-1], "place": 15, "ordinal": 1, "receipt": "R99999", "choice": "2"}
        ),
        {"totals", "quorum", "outcome", "trace", "anchors"},
    ),
    "a replaced ballot that counts": (
        lambda b: _of_place(b, 4).update(replaced=False),
        {"ballots"},
    ),
    "ballots of one place in another order": (
        lambda b: b["ballots"].insert(3, b["ballots"].pop(12)),
        {"ballots", "totals", "trace"},
    ),
    "a ballot after the close": (
        lambda b: b["ballots"][-1].update(cast_at="2026-06-13T00:00:00.000000Z"),
        {"ballots", "anchors"},
    ),
    "a ballot without a place": (
        lambda b: b["ballots"][-1].update(place=99),
        {"ballots", "totals", "quorum", "outcome", "trace", "anchors"},
    ),
    "a receipt given twice": (
        lambda b: b["ballots"][1].update(receipt=b["ballots"][0]["receipt"]),
        {"ballots", "anchors"},
    ),
    "a total": (lambda b: b["tally"]["totals"][0].update(weight="50"), {"totals", "anchors"}),
    "the heads of a total": (lambda b: b["tally"]["totals"][0].update(heads=1), {"totals", "anchors"}),
    "the abstentions": (lambda b: b["tally"]["abstentions"].update(heads=0), {"totals", "anchors"}),
    "the base of percentages": (
        lambda b: b["tally"]["for_options"].update(weight="1"),
        {"totals", "anchors"},
    ),
    "the elected": (lambda b: b["tally"].update(elected="2"), {"outcome", "anchors"}),
    "a tie declared": (
        lambda b: b["tally"].update(state="tie", elected=None, tied=["1", "2"]),
        {"outcome", "anchors"},
    ),
    "the number needed": (lambda b: b["quorum"].update(required=3), {"quorum"}),
    "the base of the quorum": (lambda b: b["quorum"].update(base=10), {"quorum"}),
    "the rule of the quorum": (
        lambda b: b["rules"]["parameters"].update(quorum_share="3/4"),
        {"quorum", "trace", "opening"},
    ),
    "the scheme": (
        lambda b: b["rules"]["parameters"].update(weighting="one_member_one_vote"),
        {"weights", "totals", "trace", "opening"},
    ),
    "an article": (lambda b: b["rules"]["articles"].update(weighting="RoP s.99"), {"opening"}),
    "the names of two candidates exchanged": (
        lambda b: [each.update(name=name) for each, name in zip(b["candidates"], "XY", strict=True)],
        {"opening"},
    ),
    "the close": (
        lambda b: b["election"].update(closes_at="2026-07-01T00:00:00.000000Z"),
        {"opening"},
    ),
    "a line of the told count": (lambda b: b["trace"].pop(2), {"trace"}),
    "a line added to the told count": (lambda b: b["trace"].append({"code": "x", "facts": {}}), {"trace"}),
    "an own entry": (lambda b: b["chain"]["entries"][4].update(actor_id="8"), {"chain"}),
    "the content of another's entry": (
        lambda b: b["chain"]["entries"][0].update(content="0" * 64),
        {"chain"},
    ),
    "an entry taken out": (lambda b: b["chain"]["entries"].pop(4), {"chain", "anchors"}),
    "words added to another's entry": (
        lambda b: b["chain"]["entries"][3].update(actor_id="8"),
        {"chain"},
    ),
    "something added to the quorum": (lambda b: b["quorum"].update(note="fine"), {"quorum"}),
    "something added to the bundle": (lambda b: b.update(note="fine"), {"schema"}),
    "the last entry taken out": (lambda b: b["chain"]["entries"].pop(), {"chain", "anchors"}),
    "two entries exchanged": (
        lambda b: b["chain"]["entries"].insert(3, b["chain"]["entries"].pop(4)),
        {"chain"},
    ),
    "the head": (lambda b: b["chain"].update(head="0" * 64), {"chain"}),
    "a list where a place should be": (
        lambda b: b["roll"]["places"].append([]),
        {"fingerprint", "roll", "weights", "ballots", "totals", "quorum", "outcome", "trace"},
    ),
}


@pytest.mark.parametrize("name", TAMPERS)
def test_every_tampering_is_found(bundle, name):
    change, expected = TAMPERS[name]

    found = failures(tampered(bundle, change))

    refingerprinted = {"opening"} if "fingerprint" in expected else set()
    assert set(found) - refingerprinted == expected - refingerprinted


def test_the_first_bad_entries_are_named(bundle):
    weight = tampered(bundle, TAMPERS["a weight"][0])
    ballot = tampered(bundle, TAMPERS["a choice that is not on the ballot"][0])
    link = tampered(bundle, TAMPERS["an own entry"][0])
    gone = tampered(bundle, TAMPERS["a ballot taken out"][0])

    assert facts_of(weight, "weights") == {
        "place": 1,
        "member": "AR Users 1",
        "said": "25/4",
        "found": Fraction(5, 2),
    }
    assert facts_of(ballot, "ballots") == {"found": "9", "place": 1, "ordinal": 1, "receipt": "R00000"}
    assert facts_of(link, "chain") == {"sequence": 5}
    assert facts_of(gone, "anchors") == {"sequence": 3}


def test_a_roll_forged_with_its_fingerprint_is_found_by_the_opening_and_by_the_published_one(bundle):
    def forge(forged):
        forged["roll"]["places"][0]["holder"] = "Somebody Else"
        forged["roll"].pop("fingerprint")
        forged["roll"]["fingerprint"] = digest(forged["roll"])

    forged = tampered(bundle, forge)

    assert failures(forged) == {"opening": "opening_differs"}
    assert failures(forged, fingerprint=bundle["roll"]["fingerprint"]) == {
        "opening": "opening_differs",
        "fingerprint": "fingerprint_other",
    }


def test_a_bundle_forged_as_a_whole_is_found_by_the_published_head(bundle):
    forged = bundle_of([(place, "2") for place in range(1, 17)])

    assert failures(forged) == {}
    assert failures(forged, head=bundle["chain"]["head"]) == {"chain": "head_other"}


def test_another_persons_acclamation_is_found():
    forged = tampered(acclamation(), lambda b: b["candidates"][0].update(name="Somebody Else"))

    assert failures(forged) == {"opening": "opening_differs"}


def test_a_second_candidate_is_no_acclamation():
    forged = tampered(acclamation(), lambda b: b["candidates"].append({"id": "2", "name": "Kai"}))

    assert failures(forged) == {"acclamation": "not_an_acclamation", "opening": "opening_differs"}


BARS = {
    "taken out": (lambda b: b["barred"].pop(0), "anchors", "bar_missing"),
    "of another place": (lambda b: b["barred"][0].update(place=11), "anchors", "bar_not_in_chain"),
    "of another moment": (
        lambda b: b["barred"][0].update(barred_at="2026-06-12T23:00:01.000000Z"),
        "anchors",
        "bar_not_in_chain",
    ),
    "added": (
        lambda b: b["barred"].insert(1, {**b["barred"][0], "place": 14}),
        "anchors",
        "bar_not_in_chain",
    ),
    "before a ballot of its place": (
        lambda b: b["barred"][0].update(barred_at="2026-06-08T00:00:01.000000Z"),
        "ballots",
        "ballot_barred",
    ),
    "of no place": (lambda b: b["barred"][1].update(place=99), "ballots", "barred_malformed"),
    "twice": (lambda b: b["barred"].append(b["barred"][1]), "ballots", "barred_malformed"),
    "with a reason": (lambda b: b["barred"][0].update(reason="recusal"), "ballots", "barred_malformed"),
}


@pytest.mark.parametrize("name", BARS)
def test_every_change_to_a_bar_is_found(name):
    change, check, sentence = BARS[name]

    found = failures(tampered(bundle_of(barred=(12, 16)), change))

    assert found[check] == sentence


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, sum(COUNTRIES.values())), st.sampled_from(["1", "2", ABSTAIN])),
        max_size=40,
    ),
    st.sampled_from(["equal_country", "one_member_one_vote", "country_cap", "degressive"]),
)
def test_the_portal_and_the_verifier_count_alike(choices, scheme):
    assert failures(bundle_of(choices, weighting=scheme)) == {}


# The file itself


def test_every_sentence_exists_in_four_languages_with_the_same_blanks():
    import string

    def blanks(sentence):
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    tables = ("TITLES", "STATES", "CHOICES", "WHERE", "NOTES", "PASSED", "FAILED", "ENDINGS")
    for sentences in (getattr(verifier, table) for table in tables):
        for key, by_language in sentences.items():
            assert set(by_language) == set(verifier.LANGUAGES)
            assert len({frozenset(blanks(each)) for each in by_language.values()}) == 1, key
    raised = {
        node.args[0].value
        for node in ast.walk(ast.parse(SCRIPT.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Failure"
    }
    assert raised == set(verifier.FAILED)


def test_it_needs_nothing_but_python_3_8():
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))

    imported = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    } | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert imported <= {"argparse", "fractions", "hashlib", "json", "math", "os", "re", "sys"}


@pytest.mark.parametrize(
    ("lang", "ending"),
    [
        ("en", "All 12 checks are OK."),
        ("es", "Las 12 comprobaciones están OK."),
        ("pt", "As 12 verificações estão OK."),
        ("fr", "Les 12 vérifications sont OK."),
    ],
)
def test_it_ends_well_for_a_true_bundle(bundle, tmp_path, lang, ending):
    done = run(tmp_path, json.dumps(bundle), "--lang", lang)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == ending
    assert done.stdout.count("OK    ") == 12


def test_it_ends_badly_and_says_why_for_a_forged_one(bundle, tmp_path):
    forged = tampered(bundle, TAMPERS["the elected"][0])

    done = run(tmp_path, json.dumps(forged), "--lang", "en")

    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if line.startswith("FAILED")] == [
        "FAILED  Outcome: declared: elected – Kai Palma; recounted: elected – Ana Nube.",
        f"FAILED  Ballots in the chain: the tally is not the one entered in the chain (entry "
        f"{bundle['chain']['entries'][-1]['sequence']}).",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"schema": 1.5}', '{"schema": "a", "schema": "b"}', '{"schema": "lacralo-bundle/1"}'],
)
def test_what_is_no_bundle_fails_without_a_stack_trace(tmp_path, text):
    done = run(tmp_path, text)

    assert (done.returncode, done.stderr) == (1, "")


def test_two_hundred_ballots_are_verified(tmp_path):
    countries = {"AR": 40, "BR": 40, "CL": 40, "GY": 40, "MX": 40}
    choices = [(place, "1" if place % 3 else "2") for place in range(1, 201)]

    done = run(tmp_path, json.dumps(bundle_of(choices, countries=countries)), "--lang", "en")

    assert done.stdout.splitlines()[4] == (
        "OK      Ballots: 200 ballots cast, 200 count (the last of each place)."
    )
    assert done.returncode == 0
