"""Sentences of what an officer's act needs, of the calendar, of the quorum, and of who is at the door."""

from django.utils.translation import gettext_lazy as _

from elections.enums import Bar
from elections.enums.doors import Door
from elections.phrases.names import day_name, state_name, step_name, unit_name
from lacralo.core.verdicts.phrases import Phrase, register_phrases

_DAYS = {"step": step_name, "before": step_name, "working_days": unit_name}

ACTS = {
    Bar.ANNULLED: Phrase(
        passed=_("The election is not annulled."),
        failed=_("The election was annulled."),
        remedy=_("A new election of the post can be prepared."),
    ),
    Bar.NOT_PUBLISHED: Phrase(
        passed=_("The call is published."),
        failed=_("The call is not published yet."),
        remedy=_("Publish the call first."),
    ),
    Bar.PUBLISHED_ALREADY: Phrase(
        passed=_("The call is not published yet."),
        failed=_("The call is published already; its calendar no longer changes by hand."),
    ),
    Bar.PROVISIONAL_ROLL_TOO_SHORT: Phrase(
        passed=_(
            "The provisional roll was public for %(days)s %(working_days)s; the rules ask for %(needed)s."
        ),
        failed=_(
            "The provisional roll has been public for %(days)s %(working_days)s so far; "
            "the rules ask for %(needed)s."
        ),
        remedy=_(
            "Wait until it has been public long enough, so that no ALS learns at the ballot "
            "that it was left out."
        ),
        words=_DAYS,
    ),
    Bar.CORRECTION_WINDOW_RUNS: Phrase(
        passed=_("The time to ask for corrections of the roll, as it was last published, is over."),
        failed=_("Members can still ask for corrections of the roll as it was last published."),
        remedy=_("The page of the roll says until when."),
    ),
    Bar.CORRECTIONS_UNANSWERED: Phrase(
        passed=_("Every request for a correction of the roll is answered."),
        failed=_("Requests for corrections of the roll still wait for an answer: %(number)s."),
        remedy=_("Answer them with reasons on the desk of the election."),
    ),
    Bar.CHALLENGES_UNANSWERED: Phrase(
        passed=_("Every challenge of eligibility is answered."),
        failed=_("Challenges of eligibility still wait for an answer: %(number)s."),
        remedy=_("Answer them with reasons on the review page of the election."),
    ),
    Bar.VOTE_DAY_NOT_REACHED: Phrase(
        passed=_("The day of the vote has come."),
        failed=_("The day of the vote has not come yet."),
        remedy=_("The calendar of the election says when the vote begins."),
    ),
    Bar.VOTE_TIME_OVER: Phrase(
        passed=_("The time of the vote is not over."),
        failed=_("The time of the vote is over, and it was not opened."),
        remedy=_("Annul the election with the reason and prepare it anew."),
    ),
    Bar.ELIGIBILITY_CHALLENGE_RUNS: Phrase(
        passed=_("The time to challenge the eligibility sheets is over."),
        failed=_("The eligibility sheets can still be challenged, so another candidate may yet be valid."),
        remedy=_("The calendar of the election says when this step ends."),
    ),
    Bar.NO_CANDIDATE: Phrase(
        passed=_("Somebody valid stands."),
        failed=_("Nobody valid stands."),
        remedy=_("The next phase of nominations opens by itself; the rotation table does not move."),
    ),
    Bar.ONE_CANDIDATE: Phrase(
        passed=_("A ballot is needed."),
        failed=_("Only one valid candidate stands, who is acclaimed without a vote under these rules."),
        remedy=_("Acclaim the candidate instead of opening a vote."),
    ),
    Bar.SEVERAL_CANDIDATES: Phrase(
        passed=_("Not more than one valid candidate stands."),
        failed=_("Several valid candidates stand (%(candidates)s), so there is a vote."),
    ),
    Bar.BALLOT_NEEDED: Phrase(
        passed=_("These rules acclaim a single candidate."),
        failed=_("These rules ask for a ballot of yes or no on a single candidate."),
        remedy=_("Open the vote; the ballot asks for yes or no."),
    ),
    Bar.NOT_FROZEN: Phrase(
        passed=_("The roll was frozen and the vote opened."),
        failed=_("The vote has not been opened."),
        remedy=_("Freeze the roll and open the vote first."),
    ),
    Bar.VOTE_STILL_RUNS: Phrase(
        passed=_("The time of the vote is over."),
        failed=_("The time of the vote is not over yet."),
        remedy=_("A vote is never closed early; the calendar says when it ends."),
    ),
    Bar.CLOSED_ALREADY: Phrase(
        passed=_("The vote is not closed yet."),
        failed=_("The vote is closed already."),
    ),
    Bar.NOT_CLOSED: Phrase(
        passed=_("The vote is closed."),
        failed=_("The vote is not closed yet."),
        remedy=_("Close the vote first."),
    ),
    Bar.COUNTED_ALREADY: Phrase(
        passed=_("The ballots are not counted yet."),
        failed=_("The ballots are counted already."),
    ),
    Bar.NOT_COUNTED: Phrase(
        passed=_("The ballots are counted."),
        failed=_("The ballots are not counted yet."),
        remedy=_("Count them first."),
    ),
    Bar.NOBODY_ELECTED: Phrase(
        passed=_("The count elected somebody."),
        failed=_("The count elected nobody: %(state)s."),
        remedy=_("A tie is resolved as the rule set says; without quorum or votes the election starts anew."),
        words={"state": state_name},
    ),
    Bar.RESULT_CHALLENGE_RUNS: Phrase(
        passed=_("The time to challenge the result is over."),
        failed=_("The result can still be challenged."),
        remedy=_("The calendar of the election says until when."),
    ),
    Bar.OBJECTION_WINDOW_RUNS: Phrase(
        passed=_("The time to object to the acclaimed candidate is over."),
        failed=_("Members can still object to the eligibility of the acclaimed candidate."),
        remedy=_("Wait until the window is over."),
    ),
    Bar.OBJECTIONS_UNANSWERED: Phrase(
        passed=_("Every objection is answered."),
        failed=_("Objections still wait for an answer: %(number)s."),
        remedy=_("Answer them with reasons."),
    ),
    Bar.ACCLAIMED_ALREADY: Phrase(
        passed=_("Nobody was acclaimed yet."),
        failed=_("The candidate was acclaimed already."),
    ),
    Bar.PROCLAIMED_ALREADY: Phrase(
        passed=_("The result is not proclaimed yet."),
        failed=_("The result is proclaimed already."),
    ),
}

CALENDAR = {
    Bar.STEP_MISSING: Phrase(
        passed=_("The calendar has this step: %(step)s."),
        failed=_("The calendar lacks a step: %(step)s."),
        words=_DAYS,
    ),
    Bar.STEP_TWICE: Phrase(
        passed=_("The step stands once: %(step)s."),
        failed=_("The step stands twice: %(step)s."),
        words=_DAYS,
    ),
    Bar.STEP_ENDS_BEFORE_IT_STARTS: Phrase(
        passed=_("The step ends after it starts: %(step)s."),
        failed=_("The step ends before it starts: %(step)s."),
        words=_DAYS,
    ),
    Bar.STEP_OUT_OF_ORDER: Phrase(
        passed=_("%(before)s ends before this step starts: %(step)s."),
        failed=_("%(before)s must end before this step starts: %(step)s."),
        words=_DAYS,
    ),
    Bar.STEP_TOO_SHORT: Phrase(
        passed=_("%(step)s: %(days)s %(working_days)s; the rules ask for at least %(needed)s."),
        failed=_("%(step)s: only %(days)s %(working_days)s; the rules ask for at least %(needed)s."),
        words=_DAYS,
    ),
    Bar.STEP_REACHES_INTO_VOTE: Phrase(
        passed=_("The step ends before the vote begins: %(step)s."),
        failed=_("The step has to end before the vote begins: %(step)s."),
        words=_DAYS,
    ),
}

QUORUM = {
    Bar.QUORUM_NOT_MET: Phrase(
        passed=_("The quorum is met: %(present)s took part, %(required)s were needed."),
        failed=_("The quorum is not met: %(present)s took part, %(required)s were needed."),
    ),
}

DOORS = {
    Door.NOT_AN_OFFICER: Phrase(
        passed=_("You hold an office that runs elections."),
        failed=_("Only who holds an office that runs elections can do this."),
        remedy=_("The secretary and the support staff run elections; the page of offices says who they are."),
    ),
    Door.OWN_CANDIDACY: Phrase(
        passed=_("You are not named in this election."),
        failed=_("You were nominated in this election, so you cannot run it."),
        remedy=_("Another officer takes it over."),
    ),
    Door.POST_NOT_ELECTED: Phrase(
        passed=_("LACRALO elects this post."),
        failed=_("LACRALO does not elect this post."),
        remedy=_("Choose a post that is filled by election."),
    ),
    Door.PREPARED_ALREADY: Phrase(
        passed=_("No other election of this post is under way for %(year)s."),
        failed=_("Another election of this post is under way for %(year)s."),
        remedy=_("Finish or annul it before preparing a new one."),
    ),
    Door.TERM_ENDS_BEFORE_IT_STARTS: Phrase(
        passed=_("The term ends after it begins."),
        failed=_("The term ends before it begins."),
    ),
    Door.CALL_DAY_PASSED: Phrase(
        passed=_("The day of the call has not passed: %(day)s."),
        failed=_("The day of the call has passed: %(day)s."),
        remedy=_("Change the calendar, so that the call has all the days that the rules ask for."),
        words={"day": day_name},
    ),
    Door.NOT_A_CANDIDATE: Phrase(
        passed=_("The person accepted the nomination."),
        failed=_("Only a candidate who accepted the nomination has a statement."),
    ),
    Door.NOT_THE_CANDIDATE: Phrase(
        passed=_("You are the candidate."),
        failed=_("Only the candidate changes the statement."),
    ),
    Door.NOT_A_TRANSLATOR: Phrase(
        passed=_("You may translate this statement."),
        failed=_("Only the candidate and those who run elections translate a statement."),
        remedy=_("Offer your translation to the candidate."),
    ),
    Door.STATEMENT_EMPTY: Phrase(
        passed=_("The statement says something."),
        failed=_("The statement is empty."),
        remedy=_("Say in a few words who you are and what you will do."),
    ),
    Door.STATEMENT_TOO_LONG: Phrase(
        passed=_("The statement has %(length)s characters of the %(limit)s that everybody has."),
        failed=_("The statement has %(length)s characters; everybody has %(limit)s."),
        remedy=_("Shorten it; nothing of what you typed is lost."),
    ),
    Door.ONLY_THE_CANDIDATE_REVIEWS: Phrase(
        passed=_("The candidate decides whether a translation has been reviewed."),
        failed=_("Only the candidate can say that a translation has been reviewed."),
    ),
    Door.LINE_NOT_ON_SHEET: Phrase(
        passed=_("The line is on the eligibility sheet."),
        failed=_("The eligibility sheet has no such line."),
    ),
    Door.CANDIDATE_DISPUTES_FAILED_LINES: Phrase(
        passed=_("The line did not pass, so the candidate can challenge it."),
        failed=_("The line passed; the candidate has nothing to challenge in it."),
    ),
    Door.MEMBERS_DISPUTE_PASSED_LINES: Phrase(
        passed=_("The line passed, so a member can challenge it."),
        failed=_("The line did not pass; only the candidate can challenge it."),
    ),
    Door.CHALLENGED_ALREADY: Phrase(
        passed=_("You have no open challenge of this line."),
        failed=_("You have challenged this line already; the answer is still to come."),
    ),
    Door.CHALLENGE_ANSWERED: Phrase(
        passed=_("The challenge waits for an answer."),
        failed=_("The challenge was answered already."),
    ),
    Door.OWN_CASE: Phrase(
        passed=_("You did not file this yourself."),
        failed=_("You filed this yourself, so you cannot decide it."),
        remedy=_("Another officer decides it."),
    ),
    Door.REASON_MISSING: Phrase(
        passed=_("Reasons are given."),
        failed=_("Reasons are missing."),
        remedy=_("Say why, in a few sentences; they are public."),
    ),
}

register_phrases(ACTS | CALENDAR | QUORUM | DOORS)
