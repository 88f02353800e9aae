"""How a member's status changes.  Pure."""

from datetime import date

from lacralo.core.verdicts import Line, Verdict
from members.enums import Bar, MemberStatus


def may_set_status(
    *,
    present: MemberStatus | None,
    present_start: date | None,
    status: MemberStatus,
    start: date,
    reason: str,
) -> Verdict:
    """Whether the member may have the new status from that day on; the present period ends there."""
    in_order = present_start is None or start > present_start
    return Verdict(
        (
            Line(Bar.REASON_MISSING, bool(reason.strip())),
            Line(Bar.STATUS_UNCHANGED, status != present),
            Line(Bar.STATUS_OUT_OF_ORDER, in_order, facts={"start": present_start}),
        )
    )
