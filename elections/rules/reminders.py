"""When members that have not voted are reminded: moments that depend on the dates alone."""

from datetime import datetime, timedelta

from elections.rules.parameters import ElectionRules

OPENING = "opening"
HALF_TIME = "half_time"

Moments = tuple[tuple[str, datetime], ...]


def reminder_moments(opens: datetime, closes: datetime, rules: ElectionRules) -> Moments:
    """The reminders of a vote in order of time, each with its key: the opening, half time, "24h".

    A distance longer than the vote itself is left out.
    """
    moments = []
    if rules.remind_at_opening:
        moments.append((OPENING, opens))
    if rules.remind_at_half_time:
        moments.append((HALF_TIME, opens + (closes - opens) / 2))
    for hours in rules.remind_hours_before_close:
        at = closes - timedelta(hours=hours)
        if at > opens:
            moments.append((f"{hours}h", at))
    return tuple(sorted(moments, key=lambda moment: (moment[1], moment[0])))


def due(moments: Moments, *, closes: datetime, now: datetime) -> tuple[str, ...]:
    """The keys whose moment has come, oldest first; none once the vote has closed, however late one looks."""
    if now >= closes:
        return ()
    return tuple(key for key, at in moments if at <= now)
