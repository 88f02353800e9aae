"""What a rule set chooses between."""

from enum import StrEnum


class Weighting(StrEnum):
    """How votes weigh."""

    EQUAL_COUNTRY = "equal_country"
    ONE_MEMBER_ONE_VOTE = "one_member_one_vote"
    COUNTRY_CAP = "country_cap"
    DEGRESSIVE = "degressive"


class WeightBase(StrEnum):
    """Who is on the roll, and so in every country's number of members: always the same set."""

    ACTIVE = "active"
    ACCREDITED = "accredited"


class Individuals(StrEnum):
    """Whether members who are no organisation vote, and how."""

    NONE = "none"
    COLLECTIVE_LOWEST_WEIGHT = "collective_lowest_weight"
    COUNTRY_UNIT = "country_unit"


class QuorumBase(StrEnum):
    """What the quorum is a share of: heads, never weights."""

    ACTIVE = "active"
    ACCREDITED = "accredited"
    ROLL = "roll"


class QuorumBoundary(StrEnum):
    """What exactly half is worth, and which way "half plus one" is rounded."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    PLUS_ONE_ROUNDED_DOWN = "plus_one_rounded_down"
    PLUS_ONE_ROUNDED_UP = "plus_one_rounded_up"
    FIXED = "fixed"
    NONE = "none"


class TiePath(StrEnum):
    """What follows an exact tie."""

    SECOND_BALLOT_THEN_DRAW = "second_ballot_then_draw"
    DRAW = "draw"
    CHAIR_CASTS = "chair_casts"


class Uncontested(StrEnum):
    """What happens when one candidate stands."""

    ACCLAMATION = "acclamation"
    RATIFICATION = "ratification"


class RatificationBoundary(StrEnum):
    """What equal votes for yes and no mean in a ratification ballot."""

    YES_EXCEEDS_NO = "yes_exceeds_no"
    NO_DOES_NOT_EXCEED_YES = "no_does_not_exceed_yes"


class Distinct(StrEnum):
    """In what a candidate must differ from the sitting holders."""

    NATIONALITY = "nationality"
    RESIDENCE = "residence"
    ALS = "als"
    SUBREGION = "subregion"


class Join(StrEnum):
    """Whether every difference is needed, or one is enough."""

    AND = "and"
    OR = "or"


class Nominators(StrEnum):
    """Who nominates while the sub-region of the table is asked."""

    ANY_MEMBER = "any_member"
    MEMBERS_OF_SUBREGION = "members_of_subregion"


class Secrecy(StrEnum):
    """The kind of a vote: fixed before it opens, printed on the ballot."""

    SECRET = "secret"
    ROLL_CALL = "roll_call"


class Replacement(StrEnum):
    """Who votes when a representative is replaced after the roll froze."""

    SUCCESSOR_VOTES = "successor_votes"
    HOLDER_AT_FREEZE_VOTES = "holder_at_freeze_votes"
