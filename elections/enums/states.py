"""What an election and its parts can be."""

from enum import StrEnum


class PostKey(StrEnum):
    """The posts of the rotation table, by its columns, and any other."""

    CHAIR = "chair"
    CHAIR_ELECT = "chair_elect"
    SECRETARY = "secretary"
    SECRETARY_ELECT = "secretary_elect"
    ALAC_EVEN = "alac_even"
    ALAC_ODD = "alac_odd"
    NOMCOM = "nomcom"
    OTHER = "other"

    @property
    def is_alac(self) -> bool:
        """Whether it is one of the two seats in the ALAC."""
        return self in {PostKey.ALAC_EVEN, PostKey.ALAC_ODD}


class CalendarKey(StrEnum):
    """The steps of a calendar."""

    CALL = "call"
    NOMINATIONS = "nominations"
    NOMINATIONS_2 = "nominations_2"
    NOMINATIONS_3 = "nominations_3"
    ACCEPTANCE = "acceptance"
    REVIEW = "review"
    ELIGIBILITY_CHALLENGE = "eligibility_challenge"
    CANDIDATE_CALLS = "candidate_calls"
    PROVISIONAL_ROLL = "provisional_roll"
    VOTE = "vote"
    CHALLENGE = "challenge"
    PROCLAMATION = "proclamation"


class Phase(StrEnum):
    """Where an election stands: derived from acts and dates, never stored."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    NOMINATIONS = "nominations"
    NOMINATIONS_2 = "nominations_2"
    NOMINATIONS_3 = "nominations_3"
    ACCEPTANCE = "acceptance"
    REVIEW = "review"
    ELIGIBILITY_CHALLENGE = "eligibility_challenge"
    READY = "ready"
    NOT_OPENED = "not_opened"
    OPEN = "open"
    ENDED = "ended"
    CLOSED = "closed"
    COUNTED = "counted"
    ACCLAIMED = "acclaimed"
    PROCLAIMED = "proclaimed"
    ANNULLED = "annulled"


class NominationPhase(StrEnum):
    """The three phases of nominations under the rotation table."""

    SUBREGION = "1"
    NAMED_BY_SUBREGION = "2"
    OPEN_TO_ALL = "3"


class RoundStep(StrEnum):
    """What follows when a phase of nominations is settled."""

    GO_ON = "go_on"
    PHASE_2 = "phase_2"
    PHASE_3 = "phase_3"
    VACANT = "vacant"


class NominationState(StrEnum):
    """What a nomination is."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class BallotKind(StrEnum):
    """What the ballot asks."""

    PLURALITY = "plurality"
    RATIFICATION = "ratification"


class TallyState(StrEnum):
    """What a count found."""

    ELECTED = "elected"
    TIE = "tie"
    NO_VOTES = "no_votes"
    NO_QUORUM = "no_quorum"
    NOT_RATIFIED = "not_ratified"


class MemberKind(StrEnum):
    """What a member is; the collective is the one joint vote of the individuals."""

    ALS = "als"
    INDIVIDUAL = "individual"
    COLLECTIVE = "collective"


class Trace(StrEnum):
    """The lines in which a count tells itself."""

    BALLOTS = "trace.ballots"
    ABSTENTIONS = "trace.abstentions"
    TOTAL = "trace.total"
    HIGHEST = "trace.highest"
    ELECTED = "trace.elected"
    TIE = "trace.tie"
    NO_VOTES = "trace.no_votes"
    RATIFIED = "trace.ratified"
    NOT_RATIFIED = "trace.not_ratified"
    QUORUM_MET = "trace.quorum_met"
    QUORUM_NOT_MET = "trace.quorum_not_met"
    PUBLISHED = "trace.published"
    SECRET_ELECTED = "trace.secret_elected"
    SECRET_TIE = "trace.secret_tie"
    SECRET_RATIFIED = "trace.secret_ratified"
    SECRET_NOT_RATIFIED = "trace.secret_not_ratified"
    QUORUM_MET_ONLY = "trace.quorum_met_only"
    QUORUM_NOT_MET_ONLY = "trace.quorum_not_met_only"
