"""Elections: calls with their calendars, nominations, rolls, ballots, tallies, proclamations."""

from elections.models.ballots import Ballot
from elections.models.box import Board, Envelope, MixedEnvelope, PlaceBar, RetiredTracker, SetBack
from elections.models.elections import CalendarStep, Election, RotationRow
from elections.models.nominations import Candidate, EligibilityChallenge, Nomination
from elections.models.results import Proclamation, Tally
from elections.models.rolls import Place, PublishedRoll, RollCorrection
from elections.models.scrutiny import ElectionKey, Observer, Opening, Postponement, Scrutineer, SealedKey

__all__ = (
    "Ballot",
    "Board",
    "CalendarStep",
    "Candidate",
    "Election",
    "ElectionKey",
    "EligibilityChallenge",
    "Envelope",
    "MixedEnvelope",
    "Nomination",
    "Observer",
    "Opening",
    "Place",
    "PlaceBar",
    "Postponement",
    "Proclamation",
    "PublishedRoll",
    "RetiredTracker",
    "RollCorrection",
    "RotationRow",
    "Scrutineer",
    "SealedKey",
    "SetBack",
    "Tally",
)
