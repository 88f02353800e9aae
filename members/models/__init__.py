"""Members, the persons who act for them, and the offices they hold."""

from members.models.confirmations import Confirmation
from members.models.credits import Credit
from members.models.meetings import Meeting, MeetingAlarm, MeetingChannel, MeetingMove
from members.models.members import Member, StatusPeriod, SubregionCountry
from members.models.occasions import Occasion, OccasionExcuse
from members.models.offices import Body, Position, Term
from members.models.participation import (
    Attestation,
    Contest,
    InitialStanding,
    Leave,
    ParticipationWarning,
    Strike,
    Suspension,
)
from members.models.plan import PlanChange, PlanDependency, PlanTask
from members.models.profiles import Profile
from members.models.representation import Representation
from members.models.series import Series, SeriesChannel, SeriesPerson
from members.models.skills import SkillLine, SkillSheet
from members.models.staff_requests import StaffRequest, StaffRequestStep

__all__ = (
    "Attestation",
    "Body",
    "Confirmation",
    "Contest",
    "Credit",
    "InitialStanding",
    "Leave",
    "Meeting",
    "MeetingAlarm",
    "MeetingChannel",
    "MeetingMove",
    "Member",
    "Occasion",
    "OccasionExcuse",
    "ParticipationWarning",
    "PlanChange",
    "PlanDependency",
    "PlanTask",
    "Position",
    "Profile",
    "Representation",
    "Series",
    "SeriesChannel",
    "SeriesPerson",
    "SkillLine",
    "SkillSheet",
    "StaffRequest",
    "StaffRequestStep",
    "StatusPeriod",
    "Strike",
    "SubregionCountry",
    "Suspension",
    "Term",
)
