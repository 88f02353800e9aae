"""What the database refuses of periods of status, whose beginning may be unknown."""

from lacralo.core.audit.guards import Guard, guard

_TABLE = "members_statusperiod"
_SHARES_A_DAY = f"""
SELECT 1 FROM "{_TABLE}" other
WHERE other."member_id" = NEW."member_id" AND other.id IS DISTINCT FROM NEW.id
  AND COALESCE(other."start", '0001-01-01') < COALESCE(NEW."end", '9999-12-31')
  AND COALESCE(NEW."start", '0001-01-01') < COALESCE(other."end", '9999-12-31')
"""


def guard_status_periods() -> None:
    """A member has one status on any day; an unknown beginning reaches back for ever."""
    guard(
        Guard(
            f"{_TABLE}_no_overlap",
            _TABLE,
            ("INSERT", "UPDATE"),
            f"{_TABLE}: two periods overlap",
            exists=" ".join(_SHARES_A_DAY.split()),
        )
    )
