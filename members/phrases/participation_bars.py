"""The sentences of what is done to the record of participation, and of what is refused there."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.participation import ParticipationAct, ParticipationBar

ACTS = {
    ParticipationAct.PARTICIPATION_ATTESTED: _("The secretary wrote down that a member took part."),
    ParticipationAct.CREDIT_STRUCK: _("A credit that was wrong was struck."),
    ParticipationAct.LINE_CONTESTED: _("A member contested a line of its participation."),
    ParticipationAct.CONTEST_ANSWERED: _("A contested line of participation was answered."),
    ParticipationAct.LEAVE_GRANTED: _("A member was given leave or an exemption."),
    ParticipationAct.LEAVE_ENDED: _("A leave ended earlier than granted."),
    ParticipationAct.INITIAL_STANDING_LOADED: _(
        "The standing of a member was loaded with the decision that set it."
    ),
    ParticipationAct.MEMBER_WARNED: _("A member was told that its participation fell."),
    ParticipationAct.WARNING_SETTLED: _("A warning about participation was closed."),
    ParticipationAct.WARNING_WITHDRAWN: _("A warning that reached nobody was withdrawn, to be sent again."),
    ParticipationAct.VOTE_SUSPENDED: _("The vote of a member was suspended."),
    ParticipationAct.VOTE_RESTORED: _("The vote of a member was given back."),
}

BARS = {
    ParticipationBar.NO_WAY_TO_MEET: Phrase(
        passed=_("The indicator says how it is met."),
        failed=_("An indicator says no way to meet it, so no member ever could."),
        remedy=_("Give it at least one measure, or leave the indicator out."),
    ),
    ParticipationBar.NO_CREDIT_COUNTS: Phrase(
        passed=_("The measure says what counts."),
        failed=_("A measure names nothing that counts, so no member could ever meet it."),
        remedy=_("Name at least one kind of credit."),
    ),
    ParticipationBar.CREDIT_NEVER_EARNED_THERE: Phrase(
        passed=_("What counts can be earned on these occasions."),
        failed=_("What counts is never earned on the occasions named, so no member could ever meet it."),
        remedy=_('Votes earn "voted", consensus calls "consensus", calls "attended" and "apologies".'),
    ),
    ParticipationBar.SHARE_IMPOSSIBLE: Phrase(
        passed=_("The share is more than none and at most all."),
        failed=_("A share of %(share)s cannot be asked: it is more than none and at most all (1)."),
        remedy=_("Write a fraction such as 1/2."),
    ),
    ParticipationBar.NUMBER_IMPOSSIBLE: Phrase(
        passed=_("The number can be reached."),
        failed=_(
            "%(number)s in %(months)s months cannot be asked: without a share, it is from 1 to %(most)s."
        ),
        remedy=_("Write a smaller number, or a longer window."),
    ),
    ParticipationBar.WINDOW_IMPOSSIBLE: Phrase(
        passed=_("The window is from 1 to %(most)s months."),
        failed=_("A window of %(months)s months cannot be measured: it is from 1 to %(most)s."),
        remedy=_("Write a number of months, such as 12."),
    ),
    ParticipationBar.SHARE_AND_NUMBER: Phrase(
        passed=_("The measure is a share or a number."),
        failed=_("A measure is a share of occasions, or a number: not both."),
        remedy=_("Make two measures of it."),
    ),
    ParticipationBar.STRUCK_ALREADY: Phrase(
        passed=_("The credit counts."),
        failed=_("The credit was struck before."),
        remedy=_("Look at the line again: its reason stands beside it."),
    ),
    ParticipationBar.CREDITED_ALREADY: Phrase(
        passed=_("The member has no credit for it yet."),
        failed=_("The member already has the credit for it."),
        remedy=_("Look at the line again."),
    ),
    ParticipationBar.DAY_AHEAD: Phrase(
        passed=_("The day is not ahead."),
        failed=_("The day is still to come."),
        remedy=_("Choose today or an earlier day."),
    ),
    ParticipationBar.NO_LINE: Phrase(
        passed=_("The line is in the record."),
        failed=_("There is no such line in the record of this member."),
        remedy=_("Go back to the participation of the member and choose the line there."),
    ),
    ParticipationBar.NOT_THE_MEMBERS_LINE: Phrase(
        passed=_("The line is the member's own."),
        failed=_("The line belongs to another member."),
        remedy=_("Go back to the participation of the member and choose the line there."),
    ),
    ParticipationBar.CONTESTED_ALREADY: Phrase(
        passed=_("Nobody has contested the line yet."),
        failed=_("The line is contested already, and waits for its answer."),
        remedy=_("Wait for the answer; it is sent to all who act for the member."),
    ),
    ParticipationBar.CONTEST_ANSWERED_ALREADY: Phrase(
        passed=_("Nobody has answered yet."),
        failed=_("It was answered before."),
        remedy=_("Read the answer; if it is wrong, the member may contest the line again."),
    ),
    ParticipationBar.WORDS_MISSING: Phrase(
        passed=_("It says what is wrong."),
        failed=_("What is wrong is not said."),
        remedy=_("Write in a sentence or two what happened and what shows it."),
    ),
    ParticipationBar.NOT_OF_THIS_MEMBER: Phrase(
        passed=_("You act for the member."),
        failed=_("Only those who act for the member contest its lines."),
        remedy=_("If you act for the member, ask the secretary to record it."),
    ),
    ParticipationBar.LEAVE_OVERLAPS: Phrase(
        passed=_("No other leave falls in that time."),
        failed=_("Another leave, from %(start)s until %(end)s, falls in that time."),
        remedy=_("Choose days after it, or end the other leave first."),
    ),
    ParticipationBar.LEAVE_WITHOUT_END: Phrase(
        passed=_("The leave has an end."),
        failed=_("A leave needs an end."),
        remedy=_("Choose the first day that counts again; it can be ended earlier, or another follow."),
    ),
    ParticipationBar.LEAVE_TOO_LONG: Phrase(
        passed=_("The leave is at most %(months)s months long."),
        failed=_("The leave is longer than the %(months)s months of the rules."),
        remedy=_("Choose an earlier end."),
    ),
    ParticipationBar.LEAVE_ENDED_ALREADY: Phrase(
        passed=_("The leave runs, or is still to come."),
        failed=_("The leave is over."),
        remedy=_("A leave that is over cannot be changed."),
    ),
    ParticipationBar.NOT_SUSPENDED: Phrase(
        passed=_("The vote of the member is suspended."),
        failed=_("The vote of the member is not suspended."),
        remedy=_("There is nothing to give back."),
    ),
    ParticipationBar.NOT_ENOUGH_SINCE: Phrase(
        passed=_("The member took part in %(since)s things since then; %(needed)s are needed."),
        failed=_("The member took part in %(since)s things since then; %(needed)s are needed."),
        remedy=_("Take part in a call, a consultation or a text; what counts is listed with the indicators."),
    ),
    ParticipationBar.WARNING_SETTLED_ALREADY: Phrase(
        passed=_("The warning is open."),
        failed=_("The warning is closed."),
        remedy=_("Look at the list again."),
    ),
    ParticipationBar.MAY_NOT_READ_PARTICIPATION: Phrase(
        passed=_("You act for the member, or you keep the register."),
        failed=_("Only those who act for a member, and those who keep the register, read its lines."),
        remedy=_("The band of every member is public."),
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
register_phrases(BARS)
