"""Bundles as the portal publishes them, with a chain that holds: true ones, to be tampered with."""

import copy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from elections.enums import Act
from elections.enums.publication import Publication
from elections.rules import bundle as bundles
from elections.rules.count import ABSTAIN, Ballot, last_of_each_place, plurality, ratification, with_quorum
from elections.rules.fingerprints import digest
from elections.rules.parameters import check
from elections.rules.publishing import secret_quorum, secret_tally, secret_trace
from elections.rules.quorum import assess
from elections.rules.roll import RollMember, compose, document, fingerprint, quorum_base
from lacralo.core.audit.links import GENESIS, hash_of

OPENS = datetime(2026, 6, 8, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=5)
SALT = "5a" * 16
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

    def add(self, act, digest="", own=True, at=None, actor="7"):
        entry = {
            "sequence": len(self.entries) + 1,
            "at": bundles.moment(at or OPENS + timedelta(seconds=len(self.entries))),
            "act": str(act),
            "actor_role": "person",
            "actor_id": actor,
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

    def bar(self, place, at):
        """A place barred at that moment; the row that the bundle shows of it."""
        row = bundles.barred_row(place, at)
        self.add(Act.PLACE_BARRED, digest(row), at=at)
        return row

    def extract(self):
        return bundles.chain_extract(self.entries, self.own)


def bundle_of(choices=None, *, countries=COUNTRIES, ballot="plurality", barred=(), **parameters):
    """A whole true bundle of a roll call; by default 12 of 16 members vote, one twice, and one abstains.

    `barred` are places barred just before the close.
    """
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
        if each.place not in barred
    ]
    tally, quorum = counted_as(ballot, counted, candidates, published, rules)
    chain = Chain()
    chain.add("members.member_changed", own=False)
    chain.add(Act.VOTE_OPENED, bundles.opening_digest(paper, fingerprint(published)))
    for each in ballots:
        chain.add(Act.BALLOT_CAST, bundles.ballot_digest(each))
        chain.add("members.profile_changed", own=False)
    rows = [chain.bar(place, CLOSES - timedelta(hours=1)) for place in barred]
    chain.add(Act.VOTE_CLOSED)
    chain.add(Act.VOTE_COUNTED, digest(bundles.tally_document(tally)))
    return bundles.compose(
        paper,
        chain=chain.extract(),
        roll=published,
        ballots=ballots,
        barred=rows,
        quorum=quorum,
        tally=tally,
    )


def counted_as(ballot, counted, candidates, published, rules):
    """The exact tally of these ballots with its quorum."""
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
    return with_quorum(tally, quorum), quorum


@dataclass(frozen=True)
class SecretVote:
    """A true bundle of a secret vote, and what its scrutineers saw."""

    bundle: dict
    voters: list
    ballots: list

    @property
    def file(self):
        """The file that the scrutineers get."""
        return bundles.recount(self.bundle, self.voters, self.ballots, voters_salt=SALT)


def tracker(number):
    """The tracker of an invented envelope."""
    return digest({"envelope": number})


def secret_vote(
    choices=None,
    *,
    level=Publication.EXACT,
    countries=COUNTRIES,
    candidates=CANDIDATES,
    ballot="plurality",
    barred=(14,),
    replaced=2,
    **parameters,
):
    """A secret vote published at that level; by default 13 of 16 members vote, and one of them abstains.

    By default the second candidate wins by weight (35, 22.5 and 2.5 of 60) with fewer ballots.

    `choices` by place; the envelope of every `barred` place is void.
    """
    rules = check({"secrecy_of_elections": "secret"} | parameters)
    if choices is None:
        choices = {place: "1" if place % 3 else "2" for place in range(1, 13)} | {2: ABSTAIN, 16: "2"}
    candidates = candidates[:1] if ballot == "ratification" else candidates
    paper = paper_of(rules, candidates, ballot, secrecy="secret")
    roll = roll_of(countries, rules)
    published, voters = document(roll), sorted(choices)
    opened = [(choices[place], roll.places[place - 1].weight) for place in voters]
    counted = [Ballot(str(number), weight, choice) for number, (choice, weight) in enumerate(opened)]
    tally, quorum = counted_as(ballot, counted, candidates, published, rules)
    named = {"level": level, "roll_total": sum((place.weight for place in roll.places), Fraction(0))}
    record = {
        "tally": secret_tally(tally, **named),
        "quorum": secret_quorum(quorum, level=level),
        "trace": secret_trace(tally, quorum, **named, candidate="1" if ballot == "ratification" else None),
    }
    box = bundles.SealedBox(
        trackers=[tracker(place) for place in voters],
        replaced=[tracker(1000 + number) for number in range(replaced)],
        voided=[tracker(2000 + place) for place in barred],
        voters=voters,
        voters_salt=SALT,
        scrutineers=rules.scrutineers,
        needed=rules.scrutineers_needed,
    )
    chain = Chain()
    chain.add("members.member_changed", own=False)
    chain.add(Act.VOTE_OPENED, bundles.opening_digest(paper, fingerprint(published)))
    chain.add("members.profile_changed", own=False)
    rows = [chain.bar(place, OPENS + timedelta(hours=place)) for place in barred]
    closed = bundles.box_digest(
        trackers=sorted(box.trackers),
        replaced=sorted(box.replaced),
        voided=sorted(box.voided),
        voters_hash=bundles.voters_digest(voters, SALT),
    )
    chain.add(Act.VOTE_CLOSED, closed)
    for number in range(rules.scrutineers_needed):
        chain.add(Act.LAYER_REMOVED, actor=str(20 + number))
    chain.add(Act.VOTE_COUNTED, digest(record["tally"]))
    bundle = bundles.compose_secret(
        paper,
        chain=chain.extract(),
        roll=published,
        box=box,
        barred=rows,
        record=record,
        voters_published=rules.voters_published,
    )
    return SecretVote(bundle, voters, opened)


def acclamation():
    """The bundle of a single candidate who was acclaimed."""
    paper = paper_of(check({}), CANDIDATES[:1], "acclamation")
    chain = Chain()
    chain.add(Act.CANDIDATE_ACCLAIMED, bundles.opening_digest(paper))
    return bundles.compose(paper, chain=chain.extract())


def paper_of(rules, candidates=CANDIDATES, ballot="plurality", secrecy="roll_call"):
    """What is fixed at the opening."""
    election = {
        "id": "alac-even-2026",
        "title": "alac-even-2026",
        "post": "alac_even",
        "year": 2026,
        "subregion": "B",
        "secrecy": secrecy,
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
