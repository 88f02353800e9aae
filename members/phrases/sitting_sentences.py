"""The sentences of what is done, or refused, in and around a meeting."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.moments import moment_text
from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.minutes import SittingAct, SittingBar

ACTS = {
    SittingAct.AGENDA_ASSEMBLED: _("The agenda of a meeting was put together."),
    SittingAct.AGENDA_ITEM_PROPOSED: _("A member proposed an item for an agenda."),
    SittingAct.AGENDA_ITEM_ADDED: _("An item was added to an agenda."),
    SittingAct.AGENDA_ITEM_CHANGED: _("An item of an agenda was changed."),
    SittingAct.AGENDA_ITEM_REMOVED: _("An item was taken off an agenda."),
    SittingAct.AGENDA_PUBLISHED: _("The agenda of a meeting was published."),
    SittingAct.MEETING_OPENED: _("A meeting was opened."),
    SittingAct.MEETING_CLOSED: _("A meeting was closed, and those who took part were credited."),
    SittingAct.ATTENDANCE_RECORDED: _("The list of attendance of a meeting was kept."),
    SittingAct.SIGNED_IN: _("A person signed in to a meeting."),
    SittingAct.APOLOGIES_SENT: _("A person sent apologies for a meeting."),
    SittingAct.QUORUM_TAKEN: _("The quorum of a meeting was taken."),
    SittingAct.INTERESTS_ASKED: _("A person said at a meeting whether their interests had changed."),
    SittingAct.INCIDENT_RECORDED: _("An incident of a meeting was recorded."),
    SittingAct.RECORDING_LINKED: _("A recording or transcript of a meeting was linked."),
    SittingAct.NOTES_WRITTEN: _("Notes were written on an item of an agenda."),
    SittingAct.ATTENDANCE_CONTESTED: _("A member asked to correct its attendance."),
    SittingAct.ATTENDANCE_ANSWERED: _("A request to correct an attendance was answered."),
    SittingAct.MINUTES_PROPOSED: _("Minutes were proposed for approval."),
    SittingAct.MINUTES_OBJECTED: _("Somebody objected to proposed minutes."),
    SittingAct.MINUTES_APPROVED: _("Minutes were approved."),
    SittingAct.MINUTES_CORRECTED: _("A new version of approved minutes was begun."),
}

_MOMENT = {"closed_at": moment_text, "starts_at": moment_text, "ends_at": moment_text}

BARS = {
    SittingBar.NOT_MEETING_KEEPER: Phrase(
        passed=_("You prepare and hold this meeting."),
        failed=_("Only the secretary, support staff and whoever convenes the series hold its meetings."),
        remedy=_("Ask the secretary."),
    ),
    SittingBar.NOT_OF_THE_SERIES: Phrase(
        passed=_("You belong to this series of meetings."),
        failed=_("You do not belong to this series of meetings."),
        remedy=_("Ask somebody who does, or the secretary."),
    ),
    SittingBar.AGENDA_CLOSED: Phrase(
        passed=_("The agenda is open: it closes %(closed_at)s."),
        failed=_("The agenda closed %(closed_at)s, %(days)s days before the meeting."),
        remedy=_("Ask at the opening of the meeting: it can consent to a late item."),
        words=_MOMENT,
    ),
    SittingBar.AGENDA_EMPTY: Phrase(
        passed=_("The agenda holds something."),
        failed=_("The agenda is empty."),
        remedy=_("Add an item, or have it put together from what is due."),
    ),
    SittingBar.AGENDA_PUBLISHED_ALREADY: Phrase(
        passed=_("The agenda was not published yet."),
        failed=_("The agenda was published already."),
        remedy=_("Nothing has to be done; later changes are seen by everybody at once."),
    ),
    SittingBar.ITEM_WITHOUT_CONSENT: Phrase(
        passed=_("The agenda is open, or the meeting consents to the late item."),
        failed=_("The agenda is closed, and the consent of the meeting is missing."),
        remedy=_("Ask the meeting, and say on the form that it consents."),
    ),
    SittingBar.ITEM_UNSAID: Phrase(
        passed=_("The item has a title."),
        failed=_("The item has no title."),
        remedy=_("Write in a few words what it is about."),
    ),
    SittingBar.ITEM_OF_CLOSED_MEETING: Phrase(
        passed=_("The meeting is not closed."),
        failed=_("The meeting is closed; its agenda does not change any more."),
        remedy=_("Put the item on the agenda of the next meeting."),
    ),
    SittingBar.MEETING_CANCELLED: Phrase(
        passed=_("The meeting takes place."),
        failed=_("The meeting was cancelled."),
        remedy=_("Choose another meeting of the series."),
    ),
    SittingBar.MEETING_NOT_OPEN: Phrase(
        passed=_("The meeting was opened."),
        failed=_("The meeting was not opened yet."),
        remedy=_("Wait until the secretary or the chair opens it."),
    ),
    SittingBar.MEETING_OPEN_ALREADY: Phrase(
        passed=_("The meeting was not opened yet."),
        failed=_("The meeting was opened already."),
        remedy=_("Go to the page on which it is held."),
    ),
    SittingBar.MEETING_CLOSED_ALREADY: Phrase(
        passed=_("The meeting is not closed."),
        failed=_("The meeting is closed already."),
        remedy=_("What was recorded wrongly is corrected by request, and minutes by a new version."),
    ),
    SittingBar.MEETING_TOO_EARLY: Phrase(
        passed=_("The time to open the meeting has come."),
        failed=_("The meeting begins %(starts_at)s, and opens an hour before at the earliest."),
        remedy=_("Wait, or move the meeting."),
        words=_MOMENT,
    ),
    SittingBar.MEETING_NOT_CLOSED: Phrase(
        passed=_("The meeting is closed."),
        failed=_("The meeting is not closed yet."),
        remedy=_("Wait until it is closed."),
    ),
    SittingBar.APOLOGIES_TOO_LATE: Phrase(
        passed=_("The meeting was not opened yet."),
        failed=_("The meeting was opened already; apologies come before."),
        remedy=_("Tell the secretary, who keeps the list until the meeting closes."),
    ),
    SittingBar.TWICE_ON_THE_LIST: Phrase(
        passed=_("Everybody stands on the list once."),
        failed=_("Somebody stands on the list twice."),
        remedy=_("Take one of the two lines out."),
    ),
    SittingBar.LEFT_BEFORE_COMING: Phrase(
        passed=_("Everybody left after they came."),
        failed=_("Somebody is said to have left before they came."),
        remedy=_("Correct the times."),
    ),
    SittingBar.REPRESENTS_NOBODY: Phrase(
        passed=_("You act for this member."),
        failed=_("You do not act for this member."),
        remedy=_("Its primary or alternate representative can do this."),
    ),
    SittingBar.ANSWERED_LATELY: Phrase(
        passed=_("The question was not answered in the last %(days)s days."),
        failed=_("The question was answered in the last %(days)s days; nobody is asked more often."),
        remedy=_("If something changed since, change your statement of interest."),
    ),
    SittingBar.NOT_PRESENT: Phrase(
        passed=_("You are on the list of those present."),
        failed=_("You are not on the list of those present."),
        remedy=_("Sign in to the meeting first."),
    ),
    SittingBar.TOO_LATE_TO_CONTEST: Phrase(
        passed=_("The time to ask for a correction runs: %(days)s days after the meeting closed."),
        failed=_("The time to ask for a correction is over: %(days)s days after the meeting closed."),
        remedy=_("Contest the line on the page of participation of your member."),
    ),
    SittingBar.CONTESTED_ALREADY: Phrase(
        passed=_("No request of this member waits for an answer."),
        failed=_("A request of this member waits for an answer."),
        remedy=_("Wait for the answer of the secretary."),
    ),
    SittingBar.RECORDED_SO_ALREADY: Phrase(
        passed=_("The record says something else."),
        failed=_("The record says so already."),
        remedy=_("Nothing has to be corrected."),
    ),
    SittingBar.WHY_UNSAID: Phrase(
        passed=_("It is said why."),
        failed=_("It is not said why."),
        remedy=_("Write the reason in a few words."),
    ),
    SittingBar.ANSWERED_ALREADY: Phrase(
        passed=_("The request waits for an answer."),
        failed=_("The request was answered already."),
        remedy=_("Read the answer."),
    ),
    SittingBar.MINUTES_MOVE: Phrase(
        passed=_("The minutes stand where this can be done."),
        failed=_("The minutes do not stand where this can be done."),
        remedy=_("Look at the minutes again: somebody may have been faster."),
    ),
    SittingBar.MINUTES_EMPTY: Phrase(
        passed=_("Every item that was dealt with has its notes."),
        failed=_("Items without notes or without an outcome: %(number)s."),
        remedy=_("Write on each item what was said, or that it is carried over."),
    ),
    SittingBar.MINUTES_OBJECTION: Phrase(
        passed=_("Nobody objected to the minutes."),
        failed=_("Objections to the minutes: %(number)s. Silence does not approve them."),
        remedy=_("The next meeting decides about them."),
    ),
    SittingBar.MINUTES_DUE: Phrase(
        passed=_("The time to object is over."),
        failed=_("The time to object runs until %(ends_at)s."),
        remedy=_("Wait, or have the next meeting approve them."),
        words=_MOMENT,
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
register_phrases(BARS)
