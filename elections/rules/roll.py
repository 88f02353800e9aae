"""The voter roll: who is on it and who is not, and why; its weights; and its fingerprint.

Only members of the base that the rules name are on it (OP 7.1), and only they are counted when weights
are made: a country without one of them does not count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from elections.enums import Bar, Individuals, MemberKind, QuorumBase, WeightBase
from elections.rules.figures import exact
from elections.rules.fingerprints import digest
from elections.rules.individuals import belongs_to
from elections.rules.parameters import ElectionRules, article_of
from elections.rules.weights import EmptyRoll, WeightTable, weigh_by
from lacralo.core.verdicts import Line, Verdict
from members.enums.individuals import Electorate

SCHEMA = "lacralo-roll/1"
#: "Individuals as one more country": a code that ISO 3166 leaves to its users.
UNIT_OF_INDIVIDUALS = "ZZ"


class DuplicateMember(ValueError):
    """The same member would have two places."""

    def __init__(self, member: str):
        self.member = member
        super().__init__(f"member {member} would be on the roll twice")


@dataclass(frozen=True)
class RollMember:
    """A member as it stands on the day of the roll.

    `holder` holds its vote that day, and may be nobody yet; `kind` may be the one joint vote of individuals.
    """

    id: str
    name: str
    country: str
    is_accredited: bool
    is_active: bool
    kind: MemberKind = MemberKind.ALS
    holder: str = ""
    vote_suspended: bool = False


@dataclass(frozen=True)
class Place:
    """One place on a roll: one member, one weight."""

    number: int
    member: str
    name: str
    country: str
    kind: MemberKind
    status: str
    holder: str
    weight: Fraction


@dataclass(frozen=True)
class Roll:
    """The places in the order of their numbers, the table of weights, and a verdict on every member."""

    places: tuple[Place, ...]
    table: WeightTable
    verdicts: Mapping[str, Verdict]
    left_out: tuple[RollMember, ...] = field(default=())
    electorate: Electorate = Electorate.MEMBERS

    def place_of(self, member: str) -> Place:
        """The place of a member.

        Raises KeyError for one that has none.
        """
        for place in self.places:
            if place.member == member:
                return place
        raise KeyError(member)


def may_be_on_roll(
    member: RollMember,
    rules: ElectionRules,
    *,
    electorate: Electorate = Electorate.MEMBERS,
    individuals: int = 0,
) -> Verdict:
    """Who votes (OP 7.1): accredited members, active ones where the base says so, with a known country.

    Of the individual members all or none vote, or their joint vote when there are any (`individuals`);
    in an election of their own each of them does.
    """
    article = article_of("weight_base")
    lines = [Line(Bar.NOT_ACCREDITED, member.is_accredited, article)]
    if rules.weight_base == WeightBase.ACTIVE:
        lines.append(Line(Bar.NOT_ACTIVE, member.is_active, article))
    lines.append(Line(Bar.VOTE_SUSPENDED, not member.vote_suspended, article))
    if member.kind == MemberKind.ALS:
        lines.append(Line(Bar.COUNTRY_UNKNOWN, bool(member.country), article))
    elif electorate == Electorate.MEMBERS:
        lines.extend(_individual_lines(member, rules, individuals))
    return Verdict(tuple(lines))


def compose(
    members: Iterable[RollMember], rules: ElectionRules, electorate: Electorate = Electorate.MEMBERS
) -> Roll:
    """The roll of these members under the rules, ordered by country and name.

    With the electorate of the individuals nobody else is on it, nor left out of it; the rules are those of
    `rules_among`.  Raises DuplicateMember, and EmptyRoll when nobody may vote.
    """
    members = sorted(members, key=lambda member: (member.country, member.name, member.id))
    members = [member for member in members if belongs_to(member.kind, electorate)]
    individuals = sum(_is_represented(member) for member in members)
    verdicts: dict[str, Verdict] = {}
    for member in members:
        if member.id in verdicts:
            raise DuplicateMember(member.id)
        verdicts[member.id] = may_be_on_roll(member, rules, electorate=electorate, individuals=individuals)
    included = [member for member in members if verdicts[member.id]]
    weighed = {member.id: _country(member) for member in included if member.kind != MemberKind.COLLECTIVE}
    if not weighed:
        raise EmptyRoll
    table = weigh_by(rules, weighed)
    lowest = min(table.weights.values())
    places = tuple(
        Place(
            number,
            member.id,
            member.name,
            _country(member),
            MemberKind(member.kind),
            "active" if member.is_active else "accredited",
            member.holder,
            table.weights.get(member.id, lowest),
        )
        for number, member in enumerate(included, start=1)
    )
    left_out = tuple(member for member in members if not verdicts[member.id])
    return Roll(places, table, verdicts, left_out, electorate)


def document(roll: Roll) -> dict[str, object]:
    """The roll as it is published: places with their weights, and who is left out with the reasons.

    It says whose roll it is where that is not all members.
    """
    others = roll.electorate != Electorate.MEMBERS
    return {
        "schema": SCHEMA,
        **({"electorate": str(roll.electorate)} if others else {}),
        "scheme": str(roll.table.scheme),
        "total": exact(sum((place.weight for place in roll.places), Fraction(0))),
        "countries": roll.table.countries,
        "places": [_published(place) for place in roll.places],
        "left_out": [_published_left_out(member, roll.verdicts[member.id]) for member in roll.left_out],
    }


def fingerprint(published: Mapping[str, object]) -> str:
    """SHA-256 of the published roll; a fingerprint that it already carries is not part of it."""
    return digest({name: value for name, value in published.items() if name != "fingerprint"})


def quorum_base(published: Mapping[str, object], rules: ElectionRules) -> int:
    """Of how many members the quorum is a share (RoP s.15), from the published roll alone."""
    places = published["places"]
    if rules.quorum_base == QuorumBase.ACTIVE:
        return sum(place["status"] == "active" for place in places)
    if rules.quorum_base == QuorumBase.ACCREDITED:
        return len(places) + sum(_is_accredited(member) for member in published["left_out"])
    return len(places)


def _is_accredited(left_out: Mapping[str, object]) -> bool:
    """Whether a member that is not on the roll counts for a quorum of accredited ones; no joint vote does."""
    is_member = left_out.get("kind") != MemberKind.COLLECTIVE
    return is_member and str(Bar.NOT_ACCREDITED) not in left_out["reasons"]


def _published_left_out(member: RollMember, verdict: Verdict) -> dict[str, object]:
    is_joint = member.kind == MemberKind.COLLECTIVE
    return {
        "member": member.id,
        "name": member.name,
        "country": member.country,
        **({"kind": str(member.kind)} if is_joint else {}),
        "reasons": [str(line.code) for line in verdict.bars],
    }


def _published(place: Place) -> dict[str, object]:
    return {
        "place": place.number,
        "member": place.member,
        "name": place.name,
        "country": place.country,
        "kind": str(place.kind),
        "status": place.status,
        "holder": place.holder,
        "weight": exact(place.weight),
    }


def _country(member: RollMember) -> str:
    return member.country if member.kind == MemberKind.ALS else UNIT_OF_INDIVIDUALS


def _is_represented(member: RollMember) -> bool:
    """Whether somebody casts the joint vote in the name of this member too."""
    return member.kind == MemberKind.INDIVIDUAL and member.is_accredited and not member.vote_suspended


def _individual_lines(member: RollMember, rules: ElectionRules, individuals: int) -> Iterable[Line]:
    article = article_of("individual_vote")
    collective = member.kind == MemberKind.COLLECTIVE
    if rules.individual_vote == Individuals.COLLECTIVE_LOWEST_WEIGHT:
        yield Line(Bar.INDIVIDUALS_VOTE_TOGETHER, collective, article)
        if collective:
            yield Line(Bar.NOBODY_TO_REPRESENT, individuals > 0, article, {"individuals": individuals})
        return
    votes = rules.individual_vote == Individuals.COUNTRY_UNIT and not collective
    yield Line(Bar.INDIVIDUALS_DO_NOT_VOTE, votes, article)
