"""Members, the persons who act for them, and the offices they hold."""

from members.models.advice import (
    AdviceArgument,
    ApplicationRecusal,
    DiligenceCheck,
    InformationRequest,
    RegionalAdvice,
)
from members.models.alac import AlacVote, Decertification
from members.models.applications import Acceptance, Application, ApplicationMove
from members.models.confirmations import Confirmation
from members.models.credits import Credit
from members.models.members import Member, StatusPeriod, SubregionCountry
from members.models.occasions import Occasion, OccasionExcuse
from members.models.offices import Body, Position, Term
from members.models.profiles import Profile
from members.models.representation import Representation

__all__ = (
    "Acceptance",
    "AdviceArgument",
    "AlacVote",
    "Application",
    "ApplicationMove",
    "ApplicationRecusal",
    "Body",
    "Confirmation",
    "Credit",
    "Decertification",
    "DiligenceCheck",
    "InformationRequest",
    "Member",
    "Occasion",
    "OccasionExcuse",
    "Position",
    "Profile",
    "RegionalAdvice",
    "Representation",
    "StatusPeriod",
    "SubregionCountry",
    "Term",
)
