"""How long an entry of the register counts as right, and who says that it is.  Pure."""

from datetime import datetime, timedelta

from lacralo.core.verdicts import Line, Verdict
from members.enums import Bar

#: After this an entry has to be confirmed again.
YEAR = timedelta(days=365)


def is_due(last: datetime | None, now: datetime) -> bool:
    """Whether an entry last confirmed then (None: never) has to be looked at again."""
    return last is None or now >= last + YEAR


def may_confirm(*, acts_for_it: bool, keeps_register: bool) -> Verdict:
    """Whoever acts for the member, and whoever keeps the register."""
    return Verdict((Line(Bar.NOT_OF_THE_MEMBER, acts_for_it or keeps_register),))
