"""Who plans, moves and cancels meetings, and who keeps their series."""

from datetime import date

from lacralo.core.people.models import Person
from lacralo.core.verdicts import Verdict
from members.models import Series
from members.permissions.register import can_keep_register
from members.rules.meetings import may_convene
from members.selectors.circles import convenes


def can_convene(person: Person | None, series: Series, *, on: date) -> Verdict:
    """Whether the person plans, moves and cancels the meetings of the series on that day (UTC).

    The secretary and support staff do, and whoever holds the post that convenes it.
    """
    keeps = bool(can_keep_register(person, on=on))
    return may_convene(
        keeps_register=keeps,
        convenes=not keeps and person is not None and convenes(person, series, on=on),
    )
