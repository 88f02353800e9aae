import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from elections.rules.bundle import (
    CastBallot,
    ballot_digest,
    chain_extract,
    compose,
    dumps,
    moment,
    opening_digest,
)
from elections.rules.parameters import check
from lacralo.core.audit import links
from tests.verifier.builders import CANDIDATES, OPENS, Chain, bundle_of, paper_of


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

    assert [bundle[name] for name in ("roll", "ballots", "quorum", "tally", "trace")] == [
        None,
        [],
        None,
        None,
        [],
    ]


def test_the_file_says_what_the_bundle_says_and_nothing_is_rounded():
    bundle = bundle_of()

    assert json.loads(dumps(bundle), parse_float=pytest.fail) == bundle
    assert dumps(bundle) == dumps(json.loads(dumps(bundle)))


def test_moments_without_a_zone_are_taken_as_they_are_stored():
    assert moment(OPENS) == moment(OPENS.astimezone(UTC))
