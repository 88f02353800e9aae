"""Elections: calls with their calendars, nominations, rolls, ballots, tallies, proclamations."""

from elections.models.ballots import Ballot
from elections.models.elections import CalendarStep, Election, RotationRow
from elections.models.nominations import Candidate, EligibilityChallenge, Nomination
from elections.models.results import Proclamation, Tally
from elections.models.rolls import Place, PublishedRoll, RollCorrection

__all__ = (
    "Ballot",
    "CalendarStep",
    "Candidate",
    "Election",
    "EligibilityChallenge",
    "Nomination",
    "Place",
    "Proclamation",
    "PublishedRoll",
    "RollCorrection",
    "RotationRow",
    "Tally",
)
