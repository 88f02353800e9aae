# ruff: noqa: RUF009 - each default is made by a function of `kinds` that calls dataclasses.field
"""What a rule set may decide about elections, with the values of the rules in force as defaults.

Articles: "OP" are the Operating Principles of 2018, "RoP" the Rules of Procedure of 2020;
"LA 2017" is what the dialogue of Los Angeles left open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from fractions import Fraction

from elections.enums import (
    Distinct,
    Individuals,
    Join,
    Nominators,
    PostKey,
    QuorumBase,
    QuorumBoundary,
    RatificationBoundary,
    Replacement,
    Secrecy,
    TiePath,
    Uncontested,
    WeightBase,
    Weighting,
)
from elections.rules.kinds import (
    ImpossibleValue,
    Reason,
    choice,
    choices,
    number,
    numbers,
    settled,
    share,
    yes_or_no,
)

OPEN = "LA 2017"


@dataclass(frozen=True)
class ElectionRules:
    """The parameters of elections; the defaults are the rules of 2018 and 2020."""

    # Weights
    weighting: Weighting = choice(
        Weighting.EQUAL_COUNTRY,
        "OP 7.1",
        "How votes weigh: every country the same, every member the same, a cap for each country, "
        "or less for each further member of a country.",
    )
    weight_base: WeightBase = choice(
        WeightBase.ACTIVE,
        "OP 7.1",
        "Who votes, and who is counted when the weights of a country are divided: always the same members.",
    )
    weight_total: int = number(
        100, 1, 1_000_000, "OP 7.1", "What all weights add up to when every country weighs the same."
    )
    country_cap_share: Fraction = share(
        Fraction(1, 5),
        "RoP 2007 12.9",
        "The largest share of the roll that one country may have under a cap.",
    )
    degressive_base: Fraction = share(
        Fraction(1),
        OPEN,
        "Degressive weights: what a country has before its members are counted.",
        maximum=Fraction(1000),
    )
    degressive_divisor: Fraction = share(
        Fraction(2),
        OPEN,
        "Degressive weights: how many members add one more vote to their country.",
        minimum=Fraction(1, 1000),
        maximum=Fraction(1000),
    )
    degressive_maximum: Fraction = share(
        Fraction(4),
        OPEN,
        "Degressive weights: the most that one country can have.",
        minimum=Fraction(1, 1000),
        maximum=Fraction(1000),
    )
    individual_vote: Individuals = choice(
        Individuals.NONE,
        OPEN,
        "Whether individual members vote: not at all, together at the lowest weight, or as one country more.",
    )
    # Quorum
    quorum_share: Fraction = share(
        Fraction(1, 2), "RoP s.15", "The share of the members that has to take part."
    )
    quorum_boundary: QuorumBoundary = choice(
        QuorumBoundary.AT_LEAST,
        "RoP s.15",
        "Whether exactly that share is enough, or more than it is needed.",
    )
    quorum_base: QuorumBase = choice(
        QuorumBase.ACTIVE, "RoP s.15", "The members that the quorum is a share of: heads, never weights."
    )
    quorum_fixed: int = number(
        0,
        0,
        10_000,
        "RoP s.15",
        "The number of members that has to take part, where the rule is a fixed number.",
    )
    quorum_counts_abstentions: bool = yes_or_no(
        True, "RoP s.15", "Whether members who abstain count for the quorum."
    )
    # Outcome
    tie_path: TiePath = choice(TiePath.SECOND_BALLOT_THEN_DRAW, "RoP 2020", "What follows an exact tie.")
    uncontested: Uncontested = choice(
        Uncontested.ACCLAMATION,
        "RoP 2020",
        "What happens when only one candidate stands: acclamation without a vote, or a ballot of yes or no.",
    )
    ratification_boundary: RatificationBoundary = choice(
        RatificationBoundary.YES_EXCEEDS_NO,
        OPEN,
        "What equal votes for yes and no mean when one candidate is put to the vote.",
    )
    acclamation_objection_hours: int = number(
        48, 1, 336, OPEN, "For how many hours members may object to the eligibility of a single candidate."
    )
    # Who may stand
    distinct: tuple[Distinct, ...] = choices(
        (Distinct.NATIONALITY, Distinct.ALS),
        Distinct,
        "OP art. 8",
        "In what a candidate has to differ from those who hold the seats beside it.",
    )
    distinct_join: Join = choice(
        Join.AND, OPEN, "Whether a candidate has to differ in all of these, or in at least one."
    )
    distinct_posts: tuple[PostKey, ...] = choices(
        (PostKey.ALAC_EVEN, PostKey.ALAC_ODD), PostKey, "OP art. 8", "The posts whose holders have to differ."
    )
    distinct_against_predecessor: bool = yes_or_no(
        False, OPEN, "Whether a candidate also has to differ from the person who holds the post now."
    )
    consecutive_terms_allowed: bool = yes_or_no(
        False, "RoP s.20", "Whether the holder of a post may be elected to the same post again at once."
    )
    rotation: bool = yes_or_no(
        True, "OP 7.2.a", "Whether the table of sub-regions says where the candidates come from."
    )
    rotation_phase_2_days: int = number(
        7,
        1,
        60,
        OPEN,
        "For how many days the sub-region may name candidates from anywhere when nobody stood.",
    )
    rotation_phase_3_days: int = number(
        7, 1, 60, OPEN, "For how many days everybody may then be nominated, when still nobody stood."
    )
    nominators: Nominators = choice(
        Nominators.ANY_MEMBER, "RoP 2020", "Who may nominate: any member, or members of the sub-region."
    )
    observers_may_nominate: bool = yes_or_no(False, "RoP 2020", "Whether observers may nominate.")
    nomcom_member_may_stand_for_alac: bool = yes_or_no(
        False, "RoP 2020", "Whether a sitting member of the Nominating Committee may stand for the ALAC."
    )
    statement_of_interest_required: bool = yes_or_no(
        True, "RoP s.21", "Whether a candidate needs a statement of interest on file."
    )
    pledge_required: bool = yes_or_no(
        True,
        OPEN,
        "Whether a candidate pledges to be transparent and to carry the diverse views of the region.",
    )
    officer_may_stand: bool = yes_or_no(
        False, OPEN, "Whether the person who runs an election may stand in it."
    )
    statement_limit: int = number(
        4000, 200, 40_000, OPEN, "How many characters a candidate's statement may have, in each language."
    )
    # The ballot
    secrecy_of_elections: Secrecy = choice(
        Secrecy.SECRET, "RoP s.13", "Whether elections are secret or by roll call."
    )
    scrutineers: int = number(
        3, 2, 5, OPEN, "How many scrutineers of a secret vote hold a code, each on paper."
    )
    scrutineers_needed: int = number(
        2, 2, 5, OPEN, "How many of them have to come together to open the envelopes."
    )
    expected_turnout: Fraction = share(
        Fraction(7, 10),
        OPEN,
        "The share of the members that is expected to vote: for the report, before a secret vote opens, "
        "on what a result could give away.",
        minimum=Fraction(1, 100),
    )
    voters_published: bool = yes_or_no(
        True, "RoP s.13", "Whether the list of members that voted is public after the vote."
    )
    vote_again_allowed: bool = yes_or_no(
        True, OPEN, "Whether a member may vote again until the close; the last ballot counts."
    )
    replaced_representative: Replacement = choice(
        Replacement.SUCCESSOR_VOTES,
        OPEN,
        "Who votes when a representative is replaced while the vote runs: the new one, "
        "or the one who held the vote when the roll was frozen.",
    )
    # The calendar
    working_days: bool = yes_or_no(
        True, "RoP 2020", "Whether the lengths of the calendar are counted in working days, Monday to Friday."
    )
    call_days: int = number(1, 0, 90, "RoP 2020", "Days from the call to the opening of nominations.")
    nomination_days: int = number(10, 1, 90, "RoP 2020", "Days in which nominations are taken.")
    acceptance_days: int = number(
        5, 1, 60, "RoP 2020", "Days in which nominees may still accept after nominations have closed."
    )
    review_days: int = number(2, 1, 60, "RoP 2020", "Days in which eligibility is reviewed.")
    eligibility_challenge_days: int = number(
        3, 1, 60, OPEN, "Days in which a candidate may challenge a line of the eligibility sheet."
    )
    candidate_call_days: int = number(
        5, 0, 60, "RoP 2020", "Days, just before the vote, for calls with the candidates."
    )
    provisional_roll_days: int = number(
        5, 1, 60, "RoP s.13", "Days, just before the vote, in which the provisional roll is published."
    )
    correction_days: int = number(
        3, 1, 60, OPEN, "Days, from the publication of the provisional roll, to ask for corrections."
    )
    vote_days: int = number(5, 1, 60, "RoP 2020", "Days of the vote.")
    challenge_days: int = number(5, 0, 60, OPEN, "Days in which the result may be challenged.")
    proclamation_days: int = number(1, 1, 60, OPEN, "Days, after that, for the proclamation.")
    # Reminders
    remind_at_opening: bool = yes_or_no(True, OPEN, "Whether members are told when a vote opens.")
    remind_at_half_time: bool = yes_or_no(
        True, OPEN, "Whether members that have not voted are reminded at half time."
    )
    remind_hours_before_close: tuple[int, ...] = numbers(
        (24,), 1, 720, OPEN, "How many hours before the close members that have not voted are reminded."
    )

    def __post_init__(self) -> None:
        for name, declared in _FIELDS.items():
            object.__setattr__(self, name, settled(name, declared.metadata, getattr(self, name)))
        if self.correction_days > self.provisional_roll_days:
            raise ImpossibleValue(
                "correction_days", Reason.LONGER_THAN_PROVISIONAL_ROLL, self.correction_days
            )
        if self.scrutineers_needed > self.scrutineers:
            raise ImpossibleValue("scrutineers_needed", Reason.MORE_THAN_SCRUTINEERS, self.scrutineers_needed)


_FIELDS = {declared.name: declared for declared in fields(ElectionRules)}


def check(values: Mapping[str, object]) -> ElectionRules:
    """The rules that these stored values make; what is not stored has its default.

    Raises ImpossibleValue for an unknown key or a value that no election could follow.
    """
    for key, value in values.items():
        if key not in _FIELDS:
            raise ImpossibleValue(key, Reason.UNKNOWN_KEY, value)
    return ElectionRules(**values)


def as_values(rules: ElectionRules) -> dict[str, object]:
    """The rules as JSON takes them: text, whole numbers, yes or no, lists."""
    return {name: _stored(getattr(rules, name)) for name in _FIELDS}


def article_of(field_name: str) -> str:
    """The article that a parameter follows.

    Raises KeyError for a parameter that does not exist.
    """
    return _FIELDS[field_name].metadata["article"]


def _stored(value: object) -> object:
    if isinstance(value, tuple):
        return [_stored(each) for each in value]
    return str(value) if isinstance(value, StrEnum | Fraction) else value
