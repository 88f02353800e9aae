"""Bundles as the portal publishes them, with a chain that holds: true ones, to be tampered with."""

import copy
from datetime import UTC, datetime, timedelta

from elections.enums import Act
from elections.rules import bundle as bundles
from elections.rules.count import ABSTAIN, Ballot, last_of_each_place, plurality, ratification, with_quorum
from elections.rules.fingerprints import digest
from elections.rules.parameters import check
from elections.rules.quorum import assess
from elections.rules.roll import RollMember, compose, document, fingerprint, quorum_base
from lacralo.core.audit.links import GENESIS, hash_of

OPENS = datetime(2026, 6, 8, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=5)
COUNTRIES = {"AR": 8, "BR": 4, "CL": 2, "GY": 1, "MX": 1}
CANDIDATES = [
    {"id": "1", "name": "Ana Nube", "member": "Red Ceibo", "country": "AR"},
    {"id": "2", "name": "Kai Palma", "member": "Kaieteur Internet Users", "country": "GY"},
]


def roll_of(countries=COUNTRIES, rules=None):
    """A roll of invented ALSes, and one that is not active."""
    members = [
        RollMember(
            f"{country}-{number}", f"{country} Users {number}", country, True, True, holder=f"Rep {number}"
        )
        for country, count in countries.items()
        for number in range(1, count + 1)
    ]
    asleep = RollMember("UY-1", "UY Users 1", "UY", True, False)
    return compose([*members, asleep], rules or check({"secrecy_of_elections": "roll_call"}))


def cast(choices, start=OPENS):
    """Ballots in order of casting, from (place, choice) pairs."""
    ordinals, ballots = {}, []
    for index, (place, choice) in enumerate(choices):
        ordinals[place] = ordinals.get(place, 0) + 1
        at = start + timedelta(minutes=index)
        ballots.append(bundles.CastBallot(place, ordinals[place], choice, at, f"R{index:05d}"))
    return ballots


class Chain:
    """An audit chain in memory, linked as the portal links it."""

    def __init__(self):
        self.entries, self.own = [], set()

    def add(self, act, digest="", own=True):
        entry = {
            "sequence": len(self.entries) + 1,
            "at": bundles.moment(OPENS + timedelta(seconds=len(self.entries))),
            "act": str(act),
            "actor_role": "person",
            "actor_id": "7",
            "subject_type": "elections.election" if own else "members.member",
            "subject_id": "3",
            "digest": digest,
            "rule_set": "2020",
            "previous": self.entries[-1]["hash"] if self.entries else GENESIS,
        }
        entry["hash"] = hash_of(entry)
        self.entries.append(entry)
        if own:
            self.own.add(entry["sequence"])

    def extract(self):
        return bundles.chain_extract(self.entries, self.own)


def bundle_of(choices=None, *, countries=COUNTRIES, ballot="plurality", **parameters):
    """A whole true bundle; by default 12 of 16 members vote, one of them twice, one abstains."""
    rules = check({"secrecy_of_elections": "roll_call"} | parameters)
    if choices is None:
        choices = [(place, "1" if place % 3 else "2") for place in range(1, 13)]
        choices += [(4, "2"), (16, ABSTAIN)]
    candidates = CANDIDATES[:1] if ballot == "ratification" else CANDIDATES
    paper = paper_of(rules, candidates, ballot)
    roll = roll_of(countries, rules)
    published = document(roll)
    ballots = cast(choices)
    counted = [
        Ballot(str(each.place), roll.places[each.place - 1].weight, each.choice)
        for each in last_of_each_place(ballots)
    ]
    if ballot == "ratification":
        tally = ratification(counted, "1", rules.ratification_boundary)
    else:
        tally = plurality(counted, [each["id"] for each in candidates])
    quorum = assess(
        base=quorum_base(published, rules),
        ballots=tally.cast.heads,
        abstentions=tally.abstentions.heads,
        rules=rules,
    )
    tally = with_quorum(tally, quorum)
    chain = Chain()
    chain.add("members.member_changed", own=False)
    chain.add(Act.VOTE_OPENED, bundles.opening_digest(paper, fingerprint(published)))
    for each in ballots:
        chain.add(Act.BALLOT_CAST, bundles.ballot_digest(each))
        chain.add("members.profile_changed", own=False)
    chain.add(Act.VOTE_CLOSED)
    chain.add(Act.VOTE_COUNTED, digest(bundles.tally_document(tally)))
    return bundles.compose(
        paper, chain=chain.extract(), roll=published, ballots=ballots, quorum=quorum, tally=tally
    )


def acclamation():
    """The bundle of a single candidate who was acclaimed."""
    paper = paper_of(check({}), CANDIDATES[:1], "acclamation")
    chain = Chain()
    chain.add(Act.CANDIDATE_ACCLAIMED, bundles.opening_digest(paper))
    return bundles.compose(paper, chain=chain.extract())


def paper_of(rules, candidates=CANDIDATES, ballot="plurality"):
    """What is fixed at the opening."""
    election = {
        "id": "alac-even-2026",
        "title": "alac-even-2026",
        "post": "alac_even",
        "year": 2026,
        "subregion": "B",
        "secrecy": "roll_call",
        "ballot": ballot,
        "opens_at": bundles.moment(OPENS),
        "closes_at": bundles.moment(CLOSES),
    }
    return bundles.paper(election=election, candidates=candidates, rules=rules, rule_set="2020")


def tampered(bundle, change):
    """A copy of the bundle, changed."""
    bundle = copy.deepcopy(bundle)
    change(bundle)
    return bundle
