"""The individual members: who elects a post, and what becomes of whoever they elect.  Pure."""

from enum import StrEnum

from members.enums.register import Role

#: The posts by which the individual members elect who casts their joint vote, and in what quality.
JOINT_ROLES = {"individuals_representative": Role.PRIMARY, "individuals_alternate": Role.ALTERNATE}


class Electorate(StrEnum):
    """Who elects a post: all members, or the individual members among themselves."""

    MEMBERS = "members"
    INDIVIDUALS = "individuals"


class JointSeat(StrEnum):
    """Whether somebody elected acts in the register for the individual members together."""

    SEATED = "seated"
    NO_ENTRY = "no_entry"
    NOT_SEATED = "not_seated"


class IndividualsBar(StrEnum):
    """What is asked of the entry that holds the joint vote."""

    ENTRY_EXISTS = "members.joint_entry_exists"
    ENTRY_HAS_COUNTRY = "members.joint_entry_has_country"
