"""When a phase of nominations is settled, and when the next one begins (`counting.md` C4)."""

from datetime import UTC, datetime, timedelta

from elections.enums import CalendarKey, NominationPhase
from elections.rules.calendar import Steps, step
from elections.rules.days import ONE_DAY, midnight

#: A bell that rings within the hour rang in time: the next phase begins where the one before ended.
_IN_TIME = timedelta(hours=1)
_NEXT = {
    NominationPhase.SUBREGION: CalendarKey.NOMINATIONS,
    NominationPhase.NAMED_BY_SUBREGION: CalendarKey.NOMINATIONS_2,
    NominationPhase.OPEN_TO_ALL: CalendarKey.NOMINATIONS_3,
}


def phase_reached(steps: Steps) -> NominationPhase:
    """The last phase of nominations that the calendar has."""
    keys = {each.key for each in steps}
    return next(phase for phase, key in reversed(_NEXT.items()) if key in keys)


def nominations_end(steps: Steps) -> datetime:
    """When the last phase of nominations that the calendar has ends."""
    return step(steps, _NEXT[phase_reached(steps)]).ends


def hopes_at(steps: Steps, now: datetime, *, submitted: int, accepted: int, valid: int, disputed: int) -> int:
    """How many can still become, or are, valid candidates at `now`.

    Who was nominated can accept until the acceptance ends; who accepted can put a line right, or challenge
    it, until the challenge of eligibility ends; after that only who passes every line counts, or whose
    challenge is not answered yet.
    """
    if now < step(steps, CalendarKey.ACCEPTANCE).ends:
        return submitted + accepted
    if now < step(steps, CalendarKey.ELIGIBILITY_CHALLENGE).ends:
        return accepted
    return valid + disputed


def begins_at(steps: Steps, now: datetime) -> datetime:
    """When the next phase of nominations begins: where the last ended, or, found later, at the next midnight.

    So that nobody loses a day of it because a bell rang late, and it begins and ends at a full UTC day.
    """
    ended = nominations_end(steps)
    if timedelta(0) <= now - ended <= _IN_TIME:
        return ended
    today = midnight(now.astimezone(UTC).date())
    return today if now - today <= _IN_TIME else today + ONE_DAY
