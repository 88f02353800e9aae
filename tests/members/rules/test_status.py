"""When a status may change."""

from datetime import date

import pytest

from members.enums import Bar, MemberStatus
from members.rules.status import may_set_status

JAN, MAR = date(2026, 1, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    "present, present_start, reason, expected",
    [
        (MemberStatus.APPLICANT, JAN, "vote of ALAC", []),
        (MemberStatus.APPLICANT, None, "vote of ALAC", []),
        (None, None, "vote of ALAC", []),
        (MemberStatus.APPLICANT, JAN, "", [Bar.REASON_MISSING]),
        (MemberStatus.ACCREDITED, JAN, "vote of ALAC", [Bar.STATUS_UNCHANGED]),
        (MemberStatus.APPLICANT, MAR, "vote of ALAC", [Bar.STATUS_OUT_OF_ORDER]),
    ],
)
def test_every_bar_of_a_new_status(present, present_start, reason, expected):
    verdict = may_set_status(
        present=present,
        present_start=present_start,
        status=MemberStatus.ACCREDITED,
        start=MAR,
        reason=reason,
    )

    assert [line.code for line in verdict.bars] == expected
