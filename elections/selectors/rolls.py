"""The roll of a vote: what the register makes of it on a day, what was published, what a reader is shown."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from elections.enums import Bar, CalendarKey, MemberKind
from elections.models import Election, Place, PublishedRoll, RollCorrection
from elections.rules.calendar import correction_ends, step
from elections.rules.figures import exact
from elections.rules.parameters import ElectionRules, article_of
from elections.rules.roll import Roll, RollMember, compose
from elections.rules.weights import WeightTable, weigh_by
from elections.selectors.elections import rules_of, steps_of
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.enums import Electorate, MemberStatus
from members.selectors.electorate import ElectorateMember, electorate_on
from members.selectors.representation import represented_members


def roll_on(day: date, rules: ElectionRules, electorate: Electorate = Electorate.MEMBERS) -> Roll:
    """The roll of that electorate that the register and the rules make on `day` (a UTC day).

    Raises EmptyRoll when nobody may vote.
    """
    return compose([_roll_member(each) for each in electorate_on(day)], rules, electorate)


def roll_for(election: Election, day: date) -> Roll:
    """The roll of an election as the register and its rules make it on `day` (a UTC day).

    Raises EmptyRoll when nobody may vote.
    """
    return roll_on(day, rules_of(election), Electorate(election.electorate))


def _roll_member(each: ElectorateMember) -> RollMember:
    """An accredited member is active, also one that is less so, until its vote is suspended."""
    accredited = each.status == MemberStatus.ACCREDITED
    return RollMember(
        id=str(each.id),
        name=each.name,
        country=each.country,
        is_accredited=accredited,
        is_active=accredited and not each.is_suspended,
        vote_suspended=each.is_suspended,
        kind=MemberKind(str(each.kind)),
        holder=each.holder_name,
    )


def last_provisional(election: Election) -> PublishedRoll | None:
    """The provisional roll as last published; None before the first."""
    provisional = election.rolls.filter(edition=PublishedRoll.Edition.PROVISIONAL)
    return provisional.order_by("-published_at", "-pk").first()


def frozen_roll(election: Election) -> PublishedRoll | None:
    """The roll of the vote; None before it was opened."""
    return election.rolls.filter(edition=PublishedRoll.Edition.FROZEN).first()


def current_roll(election: Election) -> PublishedRoll | None:
    """The frozen roll, or the last provisional one; None when nothing was published."""
    return frozen_roll(election) or last_provisional(election)


def voters_of(content: Mapping[str, object]) -> dict[str, tuple[str, str]]:
    """Who votes with which weight, in a published roll: what may not change unseen before the freeze."""
    return {place["member"]: (place["country"], place["weight"]) for place in content["places"]}


def weight_table(content: Mapping[str, object], rules: ElectionRules) -> WeightTable:
    """The weights of a published roll, made again from its members."""
    places = [place for place in content["places"] if place["kind"] != MemberKind.COLLECTIVE]
    return weigh_by(rules, {place["member"]: place["country"] for place in places})


def formula_facts(table: WeightTable, member: str) -> dict[str, object]:
    """The formula with a member's own numbers, exact.  Raises KeyError for one that is not on the roll."""
    return table.facts(member) | {"total_exact": exact(table.total)}


def own_formula(election: Election, place: Place) -> dict[str, object] | None:
    """The formula of the weight of a place on the frozen roll; None for the joint vote of individuals."""
    table, member = weight_table(frozen_roll(election).content, rules_of(election)), str(place.member_id)
    return formula_facts(table, member) if member in table.weights else None


@dataclass(frozen=True)
class RollLine:
    """One member on a published roll, or left out of it, as a reader is shown it."""

    number: int | None
    member: str
    name: str
    country: str
    holder: str
    status: str
    weight: Fraction | None
    verdict: Verdict
    formula: Mapping[str, object] | None
    is_joint: bool = False


@dataclass(frozen=True)
class Country:
    """The members of a country on a roll, and what the country weighs in all."""

    code: str
    lines: tuple[RollLine, ...]

    @property
    def weight(self) -> Fraction:
        """What its members weigh together."""
        return sum((line.weight for line in self.lines), Fraction(0))


@dataclass(frozen=True)
class RollSheet:
    """A published roll, country by country, with who is left out and why."""

    roll: PublishedRoll
    countries: tuple[Country, ...]
    left_out: tuple[RollLine, ...]
    uncounted: tuple[str, ...]

    @property
    def members(self) -> int:
        """How many members are on it."""
        return sum(len(country.lines) for country in self.countries)

    @property
    def total(self) -> Fraction:
        """What all weights add up to, exactly."""
        return sum((country.weight for country in self.countries), Fraction(0))

    @property
    def scheme(self) -> str:
        """How the votes weigh."""
        return self.roll.content["scheme"]

    @property
    def is_of_individuals(self) -> bool:
        """Whether only individual members are on it, who elect among themselves."""
        return self.roll.content.get("electorate") == Electorate.INDIVIDUALS

    def line_of(self, member: str) -> RollLine | None:
        """The line of a member, whether on the roll or left out; None for one the register did not know."""
        everybody = [line for country in self.countries for line in country.lines] + list(self.left_out)
        return next((line for line in everybody if line.member == member), None)


def roll_sheet(roll: PublishedRoll, rules: ElectionRules) -> RollSheet:
    """A published roll as a reader is shown it; no query."""
    table = weight_table(roll.content, rules)
    by_country = defaultdict(list)
    for place in roll.content["places"]:
        by_country[place["country"]].append(_line_on_roll(place, table))
    left_out = tuple(_line_left_out(each) for each in roll.content["left_out"])
    # Where individuals elect among themselves no country is counted, present or not.
    counted = [] if roll.content.get("electorate") == Electorate.INDIVIDUALS else left_out
    return RollSheet(
        roll=roll,
        countries=tuple(Country(code, tuple(lines)) for code, lines in sorted(by_country.items())),
        left_out=left_out,
        uncounted=tuple(sorted({line.country for line in counted if line.country} - set(by_country))),
    )


def _line_on_roll(place: Mapping[str, object], table: WeightTable) -> RollLine:
    member = place["member"]
    return RollLine(
        number=place["place"],
        member=member,
        name=place["name"],
        country=place["country"],
        holder=place["holder"],
        status=place["status"],
        weight=Fraction(place["weight"]),
        verdict=Verdict(),
        formula=formula_facts(table, member) if member in table.weights else None,
        is_joint=place["kind"] == MemberKind.COLLECTIVE,
    )


def _line_left_out(each: Mapping[str, object]) -> RollLine:
    article = article_of("weight_base")
    reasons = tuple(Line(Bar(code), passed=False, article=article) for code in each["reasons"])
    return RollLine(None, each["member"], each["name"], each["country"], "", "", None, Verdict(reasons), None)


def correction_window_ends(election: Election) -> datetime:
    """Until when corrections of the roll as last published may be asked for; that instant is too late."""
    provisional = step(steps_of(election), CalendarKey.PROVISIONAL_ROLL)
    edition = last_provisional(election)
    return correction_ends(provisional, rules_of(election), edition.published_at if edition else None)


def corrections_of(election: Election):
    """The requests for corrections with their answers, oldest first."""
    requests = election.roll_corrections.select_related("member", "filed_by", "answered_by")
    return requests.order_by("filed_at", "pk")


def open_corrections(election: Election):
    """The requests that wait for an answer."""
    return RollCorrection.objects.filter(election=election, answered_at=None)


def members_concerned(person: Person | None, *, on: date):
    """The members in whose name the person may ask for a correction on that day."""
    return represented_members(person, on=on) if person else []
