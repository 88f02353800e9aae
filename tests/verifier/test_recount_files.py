"""What the scrutineers opened is recounted as a whole, and every change to it is found."""

import json
from fractions import Fraction

import pytest

from elections.enums.publication import Publication
from elections.rules.count import ABSTAIN
from tests.verifier.builders import COUNTRIES, secret_vote, tampered
from tests.verifier.running import facts_of, failures, run, said_in, verifier


@pytest.fixture(scope="module", name="vote")
def rounded_vote():
    return secret_vote(level=Publication.FIVE)


@pytest.mark.parametrize("level", Publication)
@pytest.mark.parametrize(
    "shape",
    [
        {},
        {"voters_published": False},
        {"quorum_counts_abstentions": False},
        {"choices": {}},
        {"choices": {1: "1", 2: "2", 3: ABSTAIN}, "quorum_boundary": "none"},
        {"choices": {1: "yes", 9: "no", 10: "no"}, "ballot": "ratification", "quorum_boundary": "none"},
        {"weighting": "degressive"},
    ],
)
def test_a_true_file_passes_every_check(level, shape):
    results = verifier.verify(secret_vote(level=level, **shape).file)

    names = ("schema", *(name for name, _ in verifier.SECRET + verifier.OPENED_BALLOTS))
    assert [(name, failure) for name, _, failure in results] == [(name, None) for name in names]


def test_the_exact_sums_are_printed_whatever_is_published():
    file = secret_vote(level=Publication.OUTCOME).file

    lines = said_in(file, "en")

    assert lines[12:16] == [
        "OK      Opened ballots: 13 ballots, one for each envelope, with exactly the weights of those who "
        "voted (60 in all).",
        "OK      Exact sums: recounted (ballots / weight): Kai Palma 5 / 35; Ana Nube 7 / 45/2; "
        "abstention 1 / 5/2. What was published is exactly this, rounded as it says.",
        "OK      Recounted quorum: 13 of 16 members took part, 8 needed.",
        "OK      Recounted outcome: elected – Kai Palma, by the exact sums.",
    ]


def test_a_ratification_is_recounted_in_words():
    file = secret_vote({1: "yes", 9: "no", 10: "no"}, ballot="ratification", quorum_boundary="none").file

    assert "boletas / peso): no 2 / 10; sí 1 / 5/2; abstención 0 / 0." in "\n".join(said_in(file, "es"))


def _ballot(index, **changed):
    return lambda file: file["ballots"][index].update(changed)


def _another_list_of_voters(file):
    file["voters"][0:1] = []
    file["voters"].insert(-1, 13)


def _in_order(file):
    file["ballots"].sort(key=lambda each: (each["choice"], Fraction(each["weight"])))


def _choices_exchanged(file):
    for ballot in file["ballots"]:
        ballot["choice"] = {"1": "2", "2": "1"}.get(ballot["choice"], ABSTAIN)
    _in_order(file)


def _weights_exchanged(file):
    """One ballot of each candidate with the weight of the other: the same weights in all."""
    first, second = file["ballots"][6], file["ballots"][7]
    first["weight"], second["weight"] = second["weight"], first["weight"]
    _in_order(file)


#: A bundle whose tally is changed does not agree with its own told count and chain either.
TOLD = {"trace": "trace_differs", "sealed": "count_differs"}
TAMPERS = {
    "a part taken out": (lambda f: f.pop("voters"), {"schema": "part_missing"}),
    "something added": (lambda f: f.update(note="fine"), {"schema": "part_missing"}),
    "another schema": (lambda f: f.update(schema="lacralo-recount/2"), {"schema": "schema_unknown"}),
    "a bundle that is none": (lambda f: f["bundle"].update(schema="x"), {"schema": "schema_unknown"}),
    "a file in a file": (lambda f: f.update(bundle=dict(f)), {"schema": "schema_unknown"}),
    "a choice changed": (
        _ballot(1, choice="2"),
        {"opened": "opened_order", "exact_sums": "total_differs"},
    ),
    "all choices exchanged": (
        _choices_exchanged,
        {"exact_sums": "options_differ", "exact_outcome": "outcome_differs"},
    ),
    "a choice that is not on the ballot": (
        _ballot(-1, choice="9"),
        {
            "opened": "opened_choice",
            "exact_sums": "malformed",
            "exact_quorum": "malformed",
            "exact_outcome": "malformed",
        },
    ),
    "a weight changed": (_ballot(0, weight="5"), {"opened": "opened_order", "exact_sums": "total_differs"}),
    "a weight changed in order": (
        _ballot(5, weight="10"),
        {"opened": "opened_order", "exact_sums": "total_differs"},
    ),
    "the largest weight changed": (
        _ballot(11, weight="10"),
        {"opened": "opened_weight", "exact_sums": "total_differs"},
    ),
    "a weight with decimals": (
        _ballot(0, weight="2.5"),
        {
            "opened": "not_exact",
            "exact_sums": "not_exact",
            "exact_quorum": "not_exact",
            "exact_outcome": "not_exact",
        },
    ),
    "a ballot removed": (
        lambda f: f["ballots"].pop(),
        {"opened": "opened_count", "exact_sums": "total_differs", "exact_quorum": "quorum_differs"},
    ),
    "a ballot added": (
        lambda f: f["ballots"].append({"choice": "abstain", "weight": "20"}),
        {"opened": "opened_count", "exact_sums": "total_differs", "exact_quorum": "quorum_differs"},
    ),
    "the weights of two candidates' ballots exchanged": (
        _weights_exchanged,
        {"exact_sums": "total_differs"},
    ),
    "a ballot with its place": (_ballot(0, place=1), {"opened": "part_missing"}),
    "a voter taken out": (lambda f: f["voters"].pop(0), {"opened": "voters_count"}),
    "a voter exchanged": (_another_list_of_voters, {"opened": "voters_differ"}),
    "a voter who was barred": (lambda f: f["voters"].insert(-1, 14), {"opened": "voter_barred"}),
    "a rounded total": (
        lambda f: f["bundle"]["tally"]["totals"][1].update(weight="20"),
        TOLD | {"exact_sums": "total_differs"},
    ),
    "the elected": (
        lambda f: f["bundle"]["tally"].update(elected="1"),
        TOLD | {"outcome": "outcome_impossible", "exact_outcome": "outcome_differs"},
    ),
    "the quorum": (
        lambda f: f["bundle"]["quorum"].update(present=9),
        {"quorum": "quorum_differs", "trace": "trace_differs", "exact_quorum": "quorum_differs"},
    ),
}


@pytest.mark.parametrize("name", TAMPERS)
def test_every_tampering_is_found_and_named(vote, name):
    change, expected = TAMPERS[name]

    assert failures(tampered(vote.file, change)) == expected


@pytest.mark.parametrize("lang", verifier.LANGUAGES)
def test_every_failure_is_said_in_every_language(vote, lang):
    for change, expected in TAMPERS.values():
        lines = said_in(tampered(vote.file, change), lang)

        assert sum(line.startswith("FAILED  ") for line in lines) == len(expected)


def test_the_first_bad_thing_is_named(vote):
    weight = tampered(vote.file, TAMPERS["the largest weight changed"][0])
    choice = tampered(vote.file, TAMPERS["a choice that is not on the ballot"][0])
    total = tampered(vote.file, TAMPERS["a rounded total"][0])

    assert facts_of(weight, "opened") == {"weight": 10, "ballots": 1, "voters": 0}
    assert facts_of(choice, "opened") == {"line": 13, "found": "9"}
    assert facts_of(total, "exact_sums") == {"option": "1", "said": "7 / 20", "found": "7 / 25"}


def test_where_voters_are_not_published_the_scrutineers_list_has_the_published_hash():
    file = secret_vote(voters_published=False).file

    assert file["bundle"]["box"]["voters"] is None
    assert failures(tampered(file, _another_list_of_voters)) == {"opened": "voters_differ"}


@pytest.mark.parametrize(
    ("lang", "note", "ending"),
    [
        ("en", "NOTE: this file is for the scrutineers alone.", "All 16 checks are OK."),
        ("es", "NOTA: este archivo es solo para los escrutadores.", "Las 16 comprobaciones están OK."),
        ("pt", "NOTA: este arquivo é só para os escrutinadores.", "As 16 verificações estão OK."),
        ("fr", "NOTE : ce fichier est réservé aux scrutateurs.", "Les 16 vérifications sont OK."),
    ],
)
def test_it_says_that_the_file_is_the_scrutineers(vote, tmp_path, lang, note, ending):
    done = run(tmp_path, json.dumps(vote.file), "--lang", lang)

    *_, empty, said, last = done.stdout.splitlines()
    assert (done.returncode, done.stderr, done.stdout.count("OK    ")) == (0, "", 16)
    assert (empty, said.startswith(note), last) == ("", True, ending)


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f.update(bundle=[]),
        lambda f: f.update(ballots={"1": 3}),
        lambda f: f.update(voters=None),
        lambda f: f["ballots"].append(None),
        lambda f: f["bundle"].pop("box"),
    ],
)
def test_parts_of_another_kind_fail_without_a_stack_trace(vote, tmp_path, change):
    done = run(tmp_path, json.dumps(tampered(vote.file, change)), "--lang", "pt")

    assert (done.returncode, done.stderr) == (1, "")


def test_two_hundred_opened_ballots_are_recounted(tmp_path):
    countries = dict.fromkeys(COUNTRIES, 40)
    choices = {place: "1" if place % 3 else "2" for place in range(1, 201)}
    file = secret_vote(choices, countries=countries, barred=(), level=Publication.FIVE).file

    done = run(tmp_path, json.dumps(file), "--lang", "en")

    assert done.stdout.splitlines()[13] == (
        "OK      Exact sums: recounted (ballots / weight): Ana Nube 134 / 67; Kai Palma 66 / 33; "
        "abstention 0 / 0. What was published is exactly this, rounded as it says."
    )
    assert done.returncode == 0
