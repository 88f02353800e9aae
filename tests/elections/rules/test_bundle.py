import json
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

import pytest

from elections.rules.bundle import (
    CastBallot,
    SealedBox,
    ballot_digest,
    barred_row,
    box_digest,
    chain_extract,
    compose,
    compose_secret,
    dumps,
    moment,
    opening_digest,
    recount,
)
from elections.rules.parameters import check
from lacralo.core.audit import links
from tests.verifier.builders import CANDIDATES, OPENS, Chain, bundle_of, paper_of, secret_vote


def test_moments_are_written_in_utc_as_the_chain_writes_them():
    lima = timezone(timedelta(hours=-5))

    assert moment(datetime(2026, 6, 7, 19, 0, 0, 1, tzinfo=lima)) == "2026-06-08T00:00:00.000001Z"


def test_a_ballot_has_a_hash_of_all_that_is_published_of_it():
    ballot = CastBallot(1, 1, "2", OPENS, "R1")

    assert ballot_digest(ballot) == links.digest_of(
        {
            "place": 1,
            "ordinal": 1,
            "choice": "2",
            "cast_at": "2026-06-08T00:00:00.000000Z",
            "receipt": "R1",
        }
    )


def test_the_earlier_ballots_of_a_place_are_shown_as_replaced():
    bundle = bundle_of([(1, "1"), (2, "1"), (1, "2"), (1, "1")])

    assert [(each["place"], each["ordinal"], each["replaced"]) for each in bundle["ballots"]] == [
        (1, 1, True),
        (2, 1, False),
        (1, 2, True),
        (1, 3, False),
    ]


def test_the_entries_of_others_are_shown_by_their_hashes_alone():
    chain = Chain()
    chain.add("members.member_changed", own=False)
    chain.add("elections.vote_closed")

    extract = chain_extract(chain.entries, chain.own)

    others, own = extract["entries"]
    assert others == {
        "sequence": 1,
        "content": links.content_hash(chain.entries[0]),
        "hash": chain.entries[0]["hash"],
    }
    assert own == chain.entries[1]
    assert (extract["before"], extract["head"]) == (links.GENESIS, chain.entries[1]["hash"])


def test_a_stretch_of_the_chain_has_entries():
    with pytest.raises(ValueError, match="at least one entry"):
        chain_extract([], [])


@pytest.mark.parametrize(
    "change",
    [
        lambda paper: paper["candidates"].reverse(),
        lambda paper: paper["candidates"][0].update(name="Somebody Else"),
        lambda paper: paper["election"].update(closes_at="2027-01-01T00:00:00.000000Z"),
        lambda paper: paper["rules"]["parameters"].update(vote_days=9),
        lambda paper: paper["rules"]["articles"].update(weighting="RoP s.99"),
    ],
)
def test_whatever_was_fixed_at_the_opening_is_in_its_hash(change):
    rules = check({})
    before = opening_digest(paper_of(rules), "f" * 64)
    paper = paper_of(rules)

    change(paper)

    assert opening_digest(paper, "f" * 64) != before
    assert opening_digest(paper_of(rules), "e" * 64) != before
    assert opening_digest(paper_of(rules), "f" * 64) == before


def test_a_paper_does_not_share_its_candidates_with_the_caller():
    paper = paper_of(check({}))
    paper["candidates"][0]["name"] = "Somebody Else"

    assert CANDIDATES[0]["name"] == "Ana Nube"


def test_the_rule_sets_own_citations_are_published():
    from elections.rules import bundle

    paper = bundle.paper(
        election={},
        candidates=[],
        rules=check({}),
        rule_set="2007",
        articles={"quorum_share": "RoP 2007 6.1"},
    )

    assert paper["rules"]["articles"]["quorum_share"] == "RoP 2007 6.1"
    assert paper["rules"]["articles"]["weighting"] == "OP 7.1"


def test_an_acclamation_has_neither_roll_nor_tally():
    chain = Chain()
    chain.add("elections.candidate_acclaimed")

    bundle = compose(paper_of(check({}), ballot="acclamation"), chain=chain.extract())

    assert [bundle[name] for name in ("roll", "barred", "box", "ballots", "quorum", "tally", "trace")] == [
        None,
        [],
        None,
        [],
        None,
        None,
        [],
    ]


def test_a_roll_call_has_no_box_and_shows_the_ballots_of_barred_places():
    bundle = bundle_of([(1, "1"), (2, "1")], barred=(2,))

    assert (bundle["box"], [each["place"] for each in bundle["ballots"]]) == (None, [1, 2])
    assert bundle["barred"] == [{"place": 2, "barred_at": "2026-06-12T23:00:00.000000Z"}]


def test_barred_places_stand_in_the_order_of_their_numbers():
    rows = [barred_row(3, OPENS), barred_row(1, OPENS + timedelta(hours=1))]

    bundle = compose(paper_of(check({})), chain={}, barred=rows)

    assert bundle["barred"] == [
        {"place": 1, "barred_at": "2026-06-08T01:00:00.000000Z"},
        {"place": 3, "barred_at": "2026-06-08T00:00:00.000000Z"},
    ]


def secret(voters_published=True, **lists):
    """A secret bundle with the box given."""
    usual = {"trackers": ["b", "a"], "replaced": [], "voided": [], "voters": [7, 2]}
    box = SealedBox(**usual | lists, voters_salt="s", scrutineers=3, needed=2)
    return compose_secret(
        paper_of(check({})),
        chain={"head": "h"},
        roll={"schema": "lacralo-roll/1"},
        box=box,
        barred=[barred_row(3, OPENS)],
        record={"tally": {"state": "tie"}, "quorum": {"met": True}, "trace": [{"code": "x"}], "more": 1},
        voters_published=voters_published,
    )


def test_a_secret_bundle_has_a_box_in_place_of_ballots():
    bundle = secret(replaced=["d", "c"], voided=["f", "e"])

    assert bundle["ballots"] == []
    assert bundle["barred"] == [{"place": 3, "barred_at": "2026-06-08T00:00:00.000000Z"}]
    assert (bundle["tally"], bundle["quorum"], bundle["trace"]) == (
        {"state": "tie"},
        {"met": True},
        [{"code": "x"}],
    )
    assert bundle["box"] == {
        "envelopes": 2,
        "trackers": ["a", "b"],
        "list": links.digest_of(["a", "b"]),
        "replaced": ["c", "d"],
        "voided": ["e", "f"],
        "voters": [2, 7],
        "voters_salt": "s",
        "voters_hash": links.digest_of({"salt": "s", "voters": [2, 7]}),
        "scrutineers": 3,
        "needed": 2,
    }
    assert set(bundle) == set(bundle_of())


def test_voters_that_are_not_published_leave_their_hash():
    box = secret(voters_published=False)["box"]

    hash_of_both = links.digest_of({"salt": "s", "voters": [2, 7]})
    assert (box["voters"], box["voters_salt"], box["voters_hash"]) == (None, None, hash_of_both)


def test_the_order_in_which_the_box_was_read_tells_nothing():
    assert secret(trackers=["a", "b"], voters=[2, 7]) == secret(trackers=["b", "a"], voters=[7, 2])


def test_the_close_carries_the_number_and_both_hashes():
    lists = {"trackers": ["a", "b"], "replaced": ["c"], "voided": []}

    found = box_digest(**lists, voters_hash="v")

    assert found == links.digest_of(
        {
            "envelopes": 2,
            "list": links.digest_of(["a", "b"]),
            "replaced": links.digest_of(["c"]),
            "voided": links.digest_of([]),
            "voters": "v",
        }
    )


def test_the_file_of_the_scrutineers_is_in_an_order_that_tells_nothing():
    ballots = [("2", Fraction(5)), ("1", Fraction(25, 2)), ("1", Fraction(3)), ("abstain", Fraction(3))]

    file = recount({"schema": "lacralo-bundle/1"}, [7, 2, 9, 4], ballots, voters_salt="s")

    assert file == {
        "schema": "lacralo-recount/1",
        "bundle": {"schema": "lacralo-bundle/1"},
        "voters": [2, 4, 7, 9],
        "voters_salt": "s",
        "ballots": [
            {"choice": "1", "weight": "3"},
            {"choice": "1", "weight": "25/2"},
            {"choice": "2", "weight": "5"},
            {"choice": "abstain", "weight": "3"},
        ],
    }
    assert file == recount({"schema": "lacralo-bundle/1"}, [2, 4, 7, 9], ballots[::-1], voters_salt="s")


@pytest.mark.parametrize("bundle", [bundle_of(), secret_vote().bundle, secret_vote().file])
def test_the_file_says_what_the_bundle_says_and_nothing_is_rounded(bundle):
    assert json.loads(dumps(bundle), parse_float=pytest.fail) == bundle
    assert dumps(bundle) == dumps(json.loads(dumps(bundle)))


def test_moments_without_a_zone_are_taken_as_they_are_stored():
    assert moment(OPENS) == moment(OPENS.astimezone(UTC))
