"""The words of meetings and their series."""

from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.meetings import (
    AlarmKind,
    Circle,
    MeetingAct,
    MeetingBar,
    MeetingPhase,
    Nth,
    SeriesKind,
)

SERIES_KIND_NAMES = {
    SeriesKind.MONTHLY_CALL: _("Monthly call of the region"),
    SeriesKind.ASSEMBLY: _("General assembly"),
    SeriesKind.COORDINATION: _("Coordination group"),
    SeriesKind.ELDERS: _("Council of Elders"),
    SeriesKind.GOVERNANCE: _("Governance group"),
    SeriesKind.MENTORING: _("Mentoring"),
    SeriesKind.CAPACITY: _("Capacity building"),
    SeriesKind.OTHER: pgettext_lazy("series of meetings", "Other"),
}

#: The names of the delivered series by their keys (`members/data/series.json`).
SERIES_NAMES = {
    "monthly-call": _("Monthly call of LACRALO"),
    "general-assembly": _("General assembly"),
    "coordination": _("Coordination group"),
    "elders": _("Emeritus Council (Council of Elders)"),
    "governance": _("Governance group"),
    "mentoring": _("Mentoring on policy development"),
    "lac-strategy": _("Capacity building on ICANN's LAC regional strategy"),
}

CIRCLE_NAMES = {
    Circle.MEMBERS: _("Whoever acts for a member, and whoever holds an office"),
    Circle.COORDINATION: _("The ALAC members of the region, the chair and the secretary"),
    Circle.BODY: _("Whoever holds a post of the body"),
    Circle.NAMED: _("The persons named for it"),
}

NTH_NAMES = {
    Nth.FIRST: _("first"),
    Nth.SECOND: _("second"),
    Nth.THIRD: _("third"),
    Nth.FOURTH: _("fourth"),
    Nth.LAST: _("last"),
}

#: With a Saturday or a Sunday: in Portuguese the ordinal follows the gender of the day.
NTH_WEEKEND_NAMES = {
    Nth.FIRST: pgettext_lazy("Saturday or Sunday", "first"),
    Nth.SECOND: pgettext_lazy("Saturday or Sunday", "second"),
    Nth.THIRD: pgettext_lazy("Saturday or Sunday", "third"),
    Nth.FOURTH: pgettext_lazy("Saturday or Sunday", "fourth"),
    Nth.LAST: pgettext_lazy("Saturday or Sunday", "last"),
}

#: As Python counts them: Monday is 0.
WEEKDAY_NAMES = {
    0: _("Monday"),
    1: _("Tuesday"),
    2: _("Wednesday"),
    3: _("Thursday"),
    4: _("Friday"),
    5: _("Saturday"),
    6: _("Sunday"),
}

PHASE_NAMES = {
    MeetingPhase.PLANNED: pgettext_lazy("meeting", "Planned"),
    MeetingPhase.INVITED: pgettext_lazy("meeting", "Invitations sent"),
    MeetingPhase.RUNNING: pgettext_lazy("meeting", "Running"),
    MeetingPhase.HELD: pgettext_lazy("meeting", "Held"),
    MeetingPhase.MISSED: pgettext_lazy("meeting", "Not held"),
    MeetingPhase.CANCELLED: pgettext_lazy("meeting", "Cancelled"),
}

ALARM_NAMES = {
    AlarmKind.NOT_HELD: _("A meeting was not held"),
    AlarmKind.NEVER_PLANNED: _("A meeting was never planned"),
    AlarmKind.NOTHING_AHEAD: _("No meeting is planned"),
}

_SATURDAY = 5


def rhythm_words(every_months: int | None, nth: int | None, weekday: int | None, time: str, zone: str) -> str:
    """How often a series meets, as a sentence in the active language."""
    if every_months is None:
        return gettext("Whenever a meeting is planned")
    if nth is None or weekday is None:
        words = ngettext(
            "Every month; each meeting is planned by hand",
            "Every %(number)s months; each meeting is planned by hand",
            every_months,
        )
        return words % {"number": every_months}
    ordinals = NTH_NAMES if weekday < _SATURDAY else NTH_WEEKEND_NAMES
    words = ngettext(
        "Every month, on the %(nth)s %(weekday)s, at %(time)s (%(zone)s)",
        "Every %(number)s months, on the %(nth)s %(weekday)s, at %(time)s (%(zone)s)",
        every_months,
    )
    return words % {
        "number": every_months,
        "nth": ordinals[Nth(nth)],
        "weekday": WEEKDAY_NAMES[weekday],
        "time": time,
        "zone": zone,
    }


ACTS = {
    MeetingAct.SERIES_DEFINED: _("A series of meetings was set up."),
    MeetingAct.SERIES_CHANGED: _("A series of meetings was changed."),
    MeetingAct.SERIES_CHANNELS_SET: _("The usual language channels of a series of meetings were set."),
    MeetingAct.SERIES_PERSON_ADDED: _("A person was named for a series of meetings."),
    MeetingAct.SERIES_PERSON_LEFT: _("A person no longer belongs to a series of meetings."),
    MeetingAct.MEETING_PLANNED: _("A meeting was planned."),
    MeetingAct.MEETING_MOVED: _("A meeting was moved."),
    MeetingAct.MEETING_CANCELLED: _("A meeting was cancelled."),
    MeetingAct.MEETING_CHANNELS_SET: _("The language channels of a meeting were set."),
    MeetingAct.MEETING_INVITED: _("The invitations to a meeting went out."),
    MeetingAct.MEETING_REMINDED: _("A reminder of a meeting went out."),
    MeetingAct.MEETING_RECORDED: _("A meeting held earlier was recorded."),
    MeetingAct.ALARM_RAISED: _("An alarm was raised about a series of meetings."),
}

BARS = {
    MeetingBar.NOT_CONVENOR: Phrase(
        passed=_("You convene these meetings, or you keep the register."),
        failed=_("Only those who convene these meetings, and those who keep the register, plan them."),
        remedy=_("Ask the secretary."),
    ),
    MeetingBar.IN_THE_PAST: Phrase(
        passed=_("The time lies ahead."),
        failed=_("This time has already passed."),
        remedy=_("Choose a later time."),
    ),
    MeetingBar.NOT_IN_THE_PAST: Phrase(
        passed=_("The meeting is over."),
        failed=_("This time has not passed yet."),
        remedy=_("Plan the meeting instead of recording it."),
    ),
    MeetingBar.SAME_MOMENT: Phrase(
        passed=_("No other meeting of this series begins at this time."),
        failed=_("Another meeting of this series begins at this very time."),
        remedy=_("Choose another time, or use the meeting that is planned already."),
    ),
    MeetingBar.TIME_UNCHANGED: Phrase(
        passed=_("The time changes."),
        failed=_("The meeting already begins at this time and has this length."),
        remedy=_("Choose another time."),
    ),
    MeetingBar.OPENED_ALREADY: Phrase(
        passed=_("The meeting has not been opened."),
        failed=_("The meeting has already been opened."),
        remedy=_("Write what changed in its minutes."),
    ),
    MeetingBar.CANCELLED_ALREADY: Phrase(
        passed=_("The meeting is not cancelled."),
        failed=_("The meeting is cancelled."),
        remedy=_("Plan another meeting."),
    ),
    MeetingBar.TIME_PASSED: Phrase(
        passed=_("Its time has not passed."),
        failed=_("The time of this meeting has passed."),
        remedy=_("Plan another meeting; if this one was held, record that."),
    ),
    MeetingBar.NO_REASON: Phrase(
        passed=_("A reason is given."),
        failed=_("A reason is missing."),
        remedy=_("Write in a sentence why; everybody invited reads it."),
    ),
    MeetingBar.SERIES_ENDED: Phrase(
        passed=_("The series meets on that day."),
        failed=_("The series does not meet on that day."),
        remedy=_("Choose another day, or change from when to when the series meets."),
    ),
    MeetingBar.NO_CHANNEL: Phrase(
        passed=_("The meeting can be followed in at least one language."),
        failed=_("No language is chosen."),
        remedy=_("Choose at least one language in which the meeting can be followed."),
    ),
    MeetingBar.RHYTHM_INCOMPLETE: Phrase(
        passed=_("The rhythm is complete."),
        failed=_("A rhythm needs all three: every how many months, which week, and which weekday."),
        remedy=_("Fill in what is missing, or leave week and weekday empty to plan each meeting by hand."),
    ),
    MeetingBar.RHYTHM_FROM_PAST: Phrase(
        passed=_("The new rhythm begins today or later."),
        failed=_("The new rhythm would begin in the past."),
        remedy=_("Choose today or a later day; what lies behind keeps its rhythm."),
    ),
    MeetingBar.ENDS_BEFORE_TODAY: Phrase(
        passed=_("The series does not end in the past."),
        failed=_("The series would end in the past, or before it begins."),
        remedy=_("Choose a later day."),
    ),
    MeetingBar.BODY_MISSING: Phrase(
        passed=_("It is said who belongs to the series."),
        failed=_("The holders of a body's posts are invited, but no body is chosen."),
        remedy=_("Choose the body."),
    ),
    MeetingBar.LINKS_OF_CLOSED_MEETING: Phrase(
        passed=_("The links to join are shown to those who may attend."),
        failed=_("Everybody would see how to join meetings that are not open to everybody."),
        remedy=_("Open the meetings to everybody, or keep the links to those invited."),
    ),
    MeetingBar.IN_SERIES_ALREADY: Phrase(
        passed=_("The person is not named for this series yet."),
        failed=_("The person is already named for this series."),
        remedy=_("Choose another person."),
    ),
    MeetingBar.NOT_IN_SERIES: Phrase(
        passed=_("The person is named for this series."),
        failed=_("The person is not named for this series, or no longer."),
        remedy=_("Load the page again."),
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()} | BARS)
