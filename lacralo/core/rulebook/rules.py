"""When a rule set may change and when it may be published.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lacralo.core.rulebook.enums import Bar, RuleSetStatus, Standing
from lacralo.core.verdicts import Line, Verdict


@dataclass(frozen=True)
class Period:
    """The days of a published rule set: the last included, None while no end is known."""

    name: str
    first_day: date
    last_day: date | None


def standing(*, status: RuleSetStatus, first_day: date | None, last_day: date | None, day: date) -> Standing:
    """How a rule set stands on `day`: it governs from its first day to its last, both included."""
    if status == RuleSetStatus.DRAFT:
        return Standing.DRAFT
    if day < first_day:
        return Standing.TO_COME
    return Standing.GOVERNS if last_day is None or day <= last_day else Standing.NO_LONGER


def may_change(*, status: RuleSetStatus, reason: str) -> Verdict:
    """Whether a parameter of a rule set may be set: only in a draft, and only with a reason."""
    return Verdict(
        (
            Line(Bar.PUBLISHED, passed=status == RuleSetStatus.DRAFT),
            Line(Bar.NO_REASON, passed=bool(reason.strip())),
        )
    )


def may_publish(
    *,
    status: RuleSetStatus,
    first_day: date | None,
    today: date,
    is_history: bool,
    has_versions: bool,
    published: Iterable[Period],
) -> Verdict:
    """Whether a draft may come into force on `first_day`.

    It must start after every other rule set started or ended (the open one then ends the day before),
    and never in the past, unless what is recorded is history (`is_history`).
    """
    in_the_way = _in_the_way(first_day, published)
    return Verdict(
        (
            Line(Bar.PUBLISHED, passed=status == RuleSetStatus.DRAFT),
            Line(Bar.NO_FIRST_DAY, passed=first_day is not None),
            Line(
                Bar.IN_THE_PAST,
                passed=first_day is None or is_history or first_day >= today,
                facts={"first_day": _iso(first_day)},
            ),
            Line(
                Bar.OVERLAP,
                passed=in_the_way is None,
                facts={
                    "other": in_the_way.name if in_the_way else "",
                    "last_day": _iso(in_the_way.last_day or in_the_way.first_day) if in_the_way else "",
                },
            ),
            Line(Bar.NO_VERSIONS, passed=has_versions),
        )
    )


def _in_the_way(first_day: date | None, published: Iterable[Period]) -> Period | None:
    if first_day is None:
        return None
    late = [period for period in published if first_day <= (period.last_day or period.first_day)]
    return max(late, key=lambda period: period.last_day or period.first_day, default=None)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
