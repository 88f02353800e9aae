"""Sentences of what the rules of elections ask: who may stand, nominate, answer, and vote."""

from django.utils.translation import gettext_lazy as _

from elections.enums import Bar
from elections.phrases.names import (
    aspect_names,
    country_name,
    country_names,
    phase_name,
    post_name,
    state_name,
    subregion_name,
)
from lacralo.core.verdicts.phrases import Phrase, register_phrases

_ASK_THE_SECRETARY = _("If the register is wrong, write to the secretary; a correction takes effect at once.")
_SUBREGIONS = {"subregion": subregion_name, "own": subregion_name}

STANDING = {
    Bar.NOT_ACCEPTED: Phrase(
        passed=_("The person accepted the nomination."),
        failed=_("The person has not accepted the nomination."),
        remedy=_(
            "Nobody is a candidate without having accepted. The nominee accepts by the link in the mail."
        ),
    ),
    Bar.NOT_IN_STANDING: Phrase(
        passed=_("The ALS is an active member of LACRALO."),
        failed=_("The ALS is not an active member of LACRALO on this day."),
        remedy=_ASK_THE_SECRETARY,
    ),
    Bar.IS_OBSERVER: Phrase(
        passed=_("The person is not an observer."),
        failed=_("The person is an observer; observers do not stand."),
        remedy=_("An ALS can name the person as its representative."),
    ),
    Bar.NOT_OF_SUBREGION: Phrase(
        passed=_("The ALS may have candidates in this phase: it is the turn of sub-region %(subregion)s."),
        failed=_("The ALS is located in %(own)s; it is the turn of sub-region %(subregion)s."),
        remedy=_("If nobody valid stands at the deadline, the sub-region may name people from any ALS."),
        words=_SUBREGIONS,
    ),
    Bar.COUNTRY_EXCLUDED: Phrase(
        passed=_("Neither the nationality nor the country of the ALS is excluded (excluded: %(countries)s)."),
        failed=_("The nationality or the country of the ALS is excluded from this election (%(countries)s)."),
        remedy=_("The call says why these countries are excluded."),
        words={"countries": country_names},
    ),
    Bar.CONSECUTIVE_TERM: Phrase(
        passed=_("The person does not hold this office now: %(post)s."),
        failed=_("The person holds this office now: %(post)s. Nobody holds the same office twice in a row."),
        remedy=_("The person may stand for another office, or for this one after somebody else has held it."),
        words={"post": post_name},
    ),
    Bar.NATIONALITY_NOT_DECLARED: Phrase(
        passed=_("A nationality was declared for this election."),
        failed=_("No nationality was declared for this election."),
        remedy=_("The candidate declares one nationality on accepting, or in the profile."),
    ),
    Bar.RESIDENCE_NOT_DECLARED: Phrase(
        passed=_("A country of residence was declared."),
        failed=_("No country of residence was declared."),
        remedy=_("The candidate declares it on accepting, or in the profile."),
    ),
    Bar.ALS_NOT_DECLARED: Phrase(
        passed=_("The ALS of the person is known."),
        failed=_("The ALS of the person is not known."),
        remedy=_ASK_THE_SECRETARY,
    ),
    Bar.SUBREGION_NOT_KNOWN: Phrase(
        passed=_("The sub-region of the ALS is known."),
        failed=_("The country of the ALS belongs to no sub-region yet."),
        remedy=_ASK_THE_SECRETARY,
    ),
    Bar.SAME_NATIONALITY: Phrase(
        passed=_("Nobody who holds a seat beside this one has the same nationality (%(own)s)."),
        failed=_(
            "Somebody who holds a seat beside this one has the same nationality (%(own)s): %(holders)s."
        ),
        words={"own": country_name},
    ),
    Bar.SAME_RESIDENCE: Phrase(
        passed=_("Nobody who holds a seat beside this one lives in the same country (%(own)s)."),
        failed=_(
            "Somebody who holds a seat beside this one lives in the same country (%(own)s): %(holders)s."
        ),
        words={"own": country_name},
    ),
    Bar.SAME_ALS: Phrase(
        passed=_("Nobody who holds a seat beside this one comes from the same ALS (%(own)s)."),
        failed=_("Somebody who holds a seat beside this one comes from the same ALS (%(own)s): %(holders)s."),
    ),
    Bar.SAME_SUBREGION: Phrase(
        passed=_("Nobody who holds a seat beside this one comes from the same sub-region (%(own)s)."),
        failed=_(
            "Somebody who holds a seat beside this one comes from the same sub-region (%(own)s): %(holders)s."
        ),
        words=_SUBREGIONS,
    ),
    Bar.NOT_DISTINCT: Phrase(
        passed=_(
            "The person differs from everybody who holds a seat beside this one, "
            "in at least one of: %(aspects)s."
        ),
        failed=_("The person differs in none of these (%(aspects)s) from: %(holders)s."),
        words={"aspects": aspect_names},
    ),
    Bar.SITS_IN_NOMCOM: Phrase(
        passed=_("The person does not sit in the Nominating Committee (NomCom)."),
        failed=_("The person sits in the Nominating Committee (NomCom) and so cannot stand for the ALAC."),
        remedy=_("The person may stand after leaving the NomCom."),
    ),
    Bar.NO_STATEMENT_OF_INTEREST: Phrase(
        passed=_("A statement of interest is on file."),
        failed=_("No statement of interest is on file."),
        remedy=_("The candidate files one; it takes a few minutes, and the line passes at once."),
    ),
    Bar.INCOMPATIBLE_INTEREST: Phrase(
        passed=_("No interest was declared that is incompatible with leading LACRALO."),
        failed=_("An interest was declared that is incompatible with leading LACRALO."),
        remedy=_("The candidate files a new statement of interest when the interest has ended."),
    ),
    Bar.NO_PLEDGE: Phrase(
        passed=_("The pledge of transparency and of carrying the diverse views of the region was given."),
        failed=_("The pledge of transparency and of carrying the diverse views of the region was not given."),
        remedy=_("The nominee gives the pledge when accepting."),
    ),
    Bar.RUNS_THE_ELECTION: Phrase(
        passed=_("The person does not run this election."),
        failed=_("The person runs this election and so cannot stand in it."),
        remedy=_("Another officer takes the election over before the person stands."),
    ),
}

NOMINATING = {
    Bar.NOMINATIONS_CLOSED: Phrase(
        passed=_("Nominations are open."),
        failed=_("Nominations are not open now."),
        remedy=_("The calendar of the election says when they open and close, to the minute."),
    ),
    Bar.NOMINATOR_NOT_IN_STANDING: Phrase(
        passed=_("The member that nominates is active."),
        failed=_("The member that nominates is not active on this day."),
        remedy=_ASK_THE_SECRETARY,
    ),
    Bar.NOMINATOR_IS_OBSERVER: Phrase(
        passed=_("The person who nominates is not an observer."),
        failed=_("Observers do not nominate."),
        remedy=_("A primary or alternate representative of the ALS can nominate."),
    ),
    Bar.NOMINATOR_REPRESENTS_NO_MEMBER: Phrase(
        passed=_("The person who nominates acts for a member."),
        failed=_("The person who nominates acts for no member of LACRALO."),
        remedy=_("An ALS names its representatives; write to the secretary if yours is missing."),
    ),
    Bar.NOMINATOR_NOT_OF_SUBREGION: Phrase(
        passed=_("The member that nominates is of sub-region %(subregion)s."),
        failed=_("In this phase only members of sub-region %(subregion)s nominate; this one is of %(own)s."),
        remedy=_("A member of the sub-region can nominate the person."),
        words=_SUBREGIONS,
    ),
    Bar.ALREADY_NOMINATED: Phrase(
        passed=_("The person has not been nominated yet."),
        failed=_("The person has been nominated already; once is enough."),
        remedy=_("The nominee accepts or declines the nomination there is."),
    ),
    Bar.NOT_THE_NOMINEE: Phrase(
        passed=_("The nominee answers in person."),
        failed=_("Only the nominee can answer this nomination, and you are signed in as somebody else."),
        remedy=_("Sign out, then open the link of the mail again."),
    ),
    Bar.ANSWERED_ALREADY: Phrase(
        passed=_("The nomination is still open: %(state)s."),
        failed=_("This nomination was answered already: %(state)s."),
        words={"state": state_name},
    ),
    Bar.ACCEPTANCE_OVER: Phrase(
        passed=_("Nominations can still be answered."),
        failed=_("The time to accept or decline is over."),
        remedy=_("What nobody answered in time has lapsed. If nobody valid stands, nominations open again."),
    ),
    Bar.CANDIDATES_FIXED: Phrase(
        passed=_("The ballot is not frozen yet."),
        failed=_("The roll and the ballot are frozen; candidates and statements no longer change."),
    ),
}

CONCERNS = {
    Bar.NOT_CONCERNED: Phrase(
        passed=_("You act for a member, or you are the candidate."),
        failed=_("Only the candidate and the representatives of members can do this."),
    ),
    Bar.ROLL_FROZEN: Phrase(
        passed=_("The roll is not frozen yet."),
        failed=_("The roll is frozen; it never changes after that."),
    ),
    Bar.ROLL_NOT_PUBLISHED: Phrase(
        passed=_("The provisional roll is published."),
        failed=_("The provisional roll is not published yet."),
        remedy=_("The returning officer publishes it some days before the vote; the calendar says when."),
    ),
    Bar.CORRECTION_WINDOW_OVER: Phrase(
        passed=_("Corrections of the roll can still be requested."),
        failed=_("The time to request corrections of the roll is over."),
    ),
    Bar.CHALLENGE_WINDOW_OVER: Phrase(
        passed=_("Lines of the eligibility sheet can still be challenged."),
        failed=_("The time to challenge lines of the eligibility sheet is over."),
        remedy=_(
            "The calendar of the election says until when; the result can be challenged after the count."
        ),
    ),
    Bar.NOT_ACCLAIMED: Phrase(
        passed=_("A candidate was acclaimed."),
        failed=_("Nobody was acclaimed in this election."),
    ),
    Bar.OBJECTION_WINDOW_OVER: Phrase(
        passed=_("Members can still object to the eligibility of the acclaimed candidate."),
        failed=_("The time to object to the eligibility of the acclaimed candidate is over."),
    ),
}

VOTING = {
    Bar.NOT_ACTIVE: Phrase(
        passed=_("The member is active."),
        failed=_("The member is not active on the day of the roll."),
        remedy=_("Ask for a correction of the provisional roll if this is wrong."),
    ),
    Bar.NOT_ACCREDITED: Phrase(
        passed=_("The member is accredited."),
        failed=_("The member is not accredited on the day of the roll."),
        remedy=_("Ask for a correction of the provisional roll if this is wrong."),
    ),
    Bar.VOTE_SUSPENDED: Phrase(
        passed=_("The vote of the member is not suspended."),
        failed=_("The vote of the member is suspended."),
        remedy=_("The decision that suspended it says how it ends."),
    ),
    Bar.INDIVIDUALS_DO_NOT_VOTE: Phrase(
        passed=_("Members of this kind vote."),
        failed=_("Individual members do not vote under these rules."),
    ),
    Bar.INDIVIDUALS_VOTE_TOGETHER: Phrase(
        passed=_("The member has a place of its own."),
        failed=_("Individual members have one vote together, cast by the representative they elect."),
    ),
    Bar.COUNTRY_UNKNOWN: Phrase(
        passed=_("The country of the member is known."),
        failed=_("The country of the member is not known, so it has no national weight."),
        remedy=_ASK_THE_SECRETARY,
    ),
    Bar.NOT_ON_ROLL: Phrase(
        passed=_("The member is on the frozen roll."),
        failed=_("You act for no member on the frozen roll of this election."),
        remedy=_("The roll is public, with every member that is not on it and why."),
    ),
    Bar.NOT_HOLDER_NOW: Phrase(
        passed=_("You hold the vote of this member."),
        failed=_("Somebody else holds the vote of this member now."),
        remedy=_("The primary representative votes; the member says who that is."),
    ),
    Bar.NOT_HOLDER_AT_FREEZE: Phrase(
        passed=_("You held the vote of this member when the roll was frozen."),
        failed=_("Somebody else held the vote of this member when the roll was frozen, and votes for it."),
    ),
    Bar.PLACE_BARRED: Phrase(
        passed=_("The place on the roll may vote."),
        failed=_("This place on the roll is barred from voting."),
        remedy=_("The returning officer can say by which decision; that the place is barred is public."),
    ),
    Bar.VOTE_NOT_OPEN: Phrase(
        passed=_("The vote is open."),
        failed=_("The vote is not open: %(phase)s."),
        remedy=_("The calendar of the election says when it opens and closes, to the minute."),
        words={"phase": phase_name},
    ),
    Bar.VOTED_ALREADY: Phrase(
        passed=_("No ballot was cast for this member yet."),
        failed=_("A ballot was cast for this member already, and these rules take only one."),
    ),
    Bar.NOT_ON_BALLOT: Phrase(
        passed=_("The choice is on the ballot."),
        failed=_("This choice is not on the ballot."),
        remedy=_("Choose one of the names, or abstain."),
    ),
}

register_phrases(STANDING | NOMINATING | CONCERNS | VOTING)
