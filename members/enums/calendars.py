"""The words of calendars to subscribe to.  Pure."""

from enum import StrEnum


class CalendarAct(StrEnum):
    """What is done to the address of a personal calendar."""

    ADDRESS_MADE = "members.calendar_address_made"
    ADDRESS_REVOKED = "members.calendar_address_revoked"


class CalendarBar(StrEnum):
    """Why an address is not revoked."""

    NO_ADDRESS = "members.calendar_no_address"
