"""Members, the persons who act for them, and the offices they hold."""

from members.models.confirmations import Confirmation
from members.models.credits import Credit
from members.models.members import Member, StatusPeriod, SubregionCountry
from members.models.offices import Body, Position, Term
from members.models.profiles import Profile
from members.models.representation import Representation

__all__ = (
    "Body",
    "Confirmation",
    "Credit",
    "Member",
    "Position",
    "Profile",
    "Representation",
    "StatusPeriod",
    "SubregionCountry",
    "Term",
)
