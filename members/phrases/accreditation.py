"""The words of applications, and the sentences of what is done and refused."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.accreditation import (
    AccreditationAct,
    AccreditationBar,
    AdviceResult,
    AlacBar,
    AlacMajority,
    AlsTie,
    Commitment,
    Course,
    Funding,
    IndividualExclusion,
    Move,
    Page,
    Side,
    Stage,
)

STAGE_NAMES = {
    Stage.DRAFT: pgettext_lazy("application", "Draft"),
    Stage.SUBMITTED: pgettext_lazy("application", "Sent"),
    Stage.DUE_DILIGENCE: pgettext_lazy("application", "Due diligence"),
    Stage.ADVICE: pgettext_lazy("application", "Awaiting regional advice"),
    Stage.ALAC: pgettext_lazy("application", "Awaiting ALAC"),
    Stage.ACCEPTED: pgettext_lazy("application", "Accepted"),
    Stage.REJECTED: pgettext_lazy("application", "Rejected"),
    Stage.WITHDRAWN: pgettext_lazy("application", "Withdrawn"),
}

COURSE_NAMES = {
    Course.RUNNING: pgettext_lazy("application", "Running"),
    Course.ON_HOLD: pgettext_lazy("application", "On hold"),
    Course.SUSPENDED: pgettext_lazy("application", "Suspended"),
}

MOVE_NAMES = {
    Move.SUBMIT: pgettext_lazy("application", "The application was sent"),
    Move.EXAMINE: pgettext_lazy("application", "Due diligence began"),
    Move.ASK_ADVICE: pgettext_lazy("application", "The region was asked for advice"),
    Move.RECORD_ADVICE: pgettext_lazy("application", "The region gave its advice"),
    Move.ACCEPT: pgettext_lazy("application", "ALAC accepted"),
    Move.REJECT: pgettext_lazy("application", "ALAC rejected"),
    Move.WITHDRAW: pgettext_lazy("application", "The applicant withdrew"),
    Move.HOLD: pgettext_lazy("application", "Put on hold"),
    Move.SUSPEND: pgettext_lazy("application", "The vote of ALAC was suspended"),
    Move.RESUME: pgettext_lazy("application", "Went on"),
}

PAGE_NAMES = {
    Page.NAME: _("Name and country"),
    Page.CONTACT: _("Contact and web site"),
    Page.ACTIVITIES: _("What you do"),
    Page.MEMBERS: _("Members and decisions"),
    Page.MONEY: _("How you pay for it"),
    Page.INFORMATION: _("Public information"),
    Page.RESIDENCE: _("Residence and ties"),
    Page.MOTIVATION: _("Why you apply"),
    Page.REPRESENTATIVES: _("Who will represent you"),
    Page.INTERESTS: _("Interested parties"),
    Page.COMMITMENTS: _("What you accept"),
}

FUNDING_NAMES = {
    Funding.ITSELF: _("It carries itself: it would go on without money from ICANN or LACRALO"),
    Funding.DEPENDS: _("It depends: without money from ICANN or LACRALO it could not go on"),
}

TIE_NAMES = {
    AlsTie.NONE: _("I belong to no accredited ALS"),
    AlsTie.MEMBER: _("I belong to an accredited ALS, and do not lead it"),
    AlsTie.LEADER: _("I am among those who lead an accredited ALS"),
}

EXCLUSION_NAMES = {
    IndividualExclusion.MEMBERS: _("whoever belongs to an accredited ALS"),
    IndividualExclusion.LEADERS: _("whoever leads an accredited ALS"),
}

COMMITMENT_NAMES = {
    Commitment.MOU: _("The Memorandum of Understanding between LACRALO and ICANN"),
    Commitment.PRINCIPLES: _("The mission and principles of LACRALO"),
}

ADVICE_NAMES = {
    AdviceResult.ACCEPT: pgettext_lazy("regional advice", "Accept"),
    AdviceResult.REJECT: pgettext_lazy("regional advice", "Reject"),
    AdviceResult.NO_CONSENSUS: pgettext_lazy("regional advice", "No consensus"),
}

SIDE_NAMES = {
    Side.FAVOUR: pgettext_lazy("regional advice", "In favour"),
    Side.AGAINST: pgettext_lazy("regional advice", "Against"),
}

ALAC_MAJORITY_NAMES = {
    AlacMajority.OF_VOTES_CAST: _("more yes than no among the votes cast"),
    AlacMajority.TWO_THIRDS_OF_MEMBERS: _("two thirds of all members of ALAC"),
}

_ACTS = {
    AccreditationAct.STARTED: _("Somebody began an application."),
    AccreditationAct.SUBMITTED: _("An application was sent."),
    AccreditationAct.EXAMINED: _("Due diligence of an application began."),
    AccreditationAct.CHECKED: _("Results of due diligence were recorded."),
    AccreditationAct.INFORMATION_ASKED: _("An applicant was asked for information."),
    AccreditationAct.INFORMATION_GIVEN: _("An applicant gave the information asked for."),
    AccreditationAct.ADVICE_ASKED: _("The region was asked for advice on an application."),
    AccreditationAct.ARGUED: _("A member gave an argument on an application."),
    AccreditationAct.INTEREST_DECLARED: _("An interest in an application was declared."),
    AccreditationAct.ADVISED: _("The advice of the region on an application was recorded."),
    AccreditationAct.ACCEPTED: _("The decision of ALAC to accept an application was recorded."),
    AccreditationAct.REJECTED: _("The decision of ALAC to reject an application was recorded."),
    AccreditationAct.WITHDRAWN: _("An application was withdrawn."),
    AccreditationAct.HELD: _("An application was put on hold."),
    AccreditationAct.SUSPENDED: _("The vote of ALAC on an application was suspended."),
    AccreditationAct.RESUMED: _("An application goes on."),
}


def _pages(pages) -> str:
    return ", ".join(str(PAGE_NAMES[each]) for each in pages)


_BARS = {
    AccreditationBar.NOT_YOURS: Phrase(
        passed=_("This is your own application."),
        failed=_("Only the person who began the application changes it."),
        remedy=_("Sign in as that person, or begin an application of your own."),
    ),
    AccreditationBar.NOT_A_DRAFT: Phrase(
        passed=_("The application has not been sent yet."),
        failed=_("The application was sent and cannot be changed any more."),
        remedy=_("If something in it is wrong, write to the secretary; or withdraw it and begin anew."),
    ),
    AccreditationBar.PAGES_MISSING: Phrase(
        passed=_("Every page is filled in."),
        failed=_("Something is missing on: %(pages)s."),
        remedy=_("Open those pages and fill in what is missing."),
        words={"pages": _pages},
    ),
    AccreditationBar.COUNTRY_ELSEWHERE: Phrase(
        passed=_("The country lies in the region."),
        failed=_("The country is not in the list of LACRALO's region."),
        remedy=_("Apply to the organisation of your region, or ask the secretary to add the country."),
    ),
    AccreditationBar.ALREADY_MEMBER: Phrase(
        passed=_("No accredited member of this country has this name."),
        failed=_("An accredited member of this country already has this name."),
        remedy=_("If it is you, nothing has to be done. If not, choose a name that tells you apart."),
    ),
    AccreditationBar.ALREADY_APPLIED: Phrase(
        passed=_("No other application for the same name is open."),
        failed=_("Application no. %(number)s for the same name and country is open already."),
        remedy=_("Wait for its outcome, or agree with the person who sent it."),
    ),
    AccreditationBar.IN_AN_ALS: Phrase(
        passed=_("Your ties to an ALS do not exclude you."),
        failed=_("Excluded as individual member: %(exclusion)s."),
        remedy=_("Take part through the ALS, or apply again when the tie has ended."),
        words={"exclusion": lambda exclusion: EXCLUSION_NAMES[exclusion]},
    ),
    AccreditationBar.ACTS_FOR_AN_ALS: Phrase(
        passed=_("The register does not name you as representative of an accredited ALS."),
        failed=_("The register names you as representative of an accredited ALS."),
        remedy=_("If that is no longer so, ask the secretary to end it in the register."),
    ),
    AccreditationBar.OUT_OF_ORDER: Phrase(
        passed=_("This is the step that comes next."),
        failed=_("This step cannot be taken now: the application stands at “%(stage)s”, or it waits."),
        remedy=_("Look at the page of the application: it shows which step comes next."),
        words={"stage": lambda stage: STAGE_NAMES[stage]},
    ),
    AccreditationBar.CHECKS_MISSING: Phrase(
        passed=_("Every point of due diligence has a result."),
        failed=_("Points of due diligence without a result: %(number)s."),
        remedy=_("Record a result for each point; “unclear” is a result too."),
    ),
    AccreditationBar.REQUEST_OPEN: Phrase(
        passed=_("No question to the applicant is open."),
        failed=_("A question to the applicant is open."),
        remedy=_("Wait for the answer, or let the application go on without it."),
    ),
    AccreditationBar.REQUEST_CLOSED: Phrase(
        passed=_("The question is open."),
        failed=_("The question is closed: it was answered, or the application went on without the answer."),
        remedy=_("Write to the secretary if there is something to add."),
    ),
    AccreditationBar.NO_VOICE: Phrase(
        passed=_("You act for an accredited member."),
        failed=_("Only those who act for an accredited member give arguments and declare its interest."),
        remedy=_("Ask your member to name you as representative or alternate."),
    ),
    AccreditationBar.NOT_ARGUED_NOW: Phrase(
        passed=_("The region is asked for advice now."),
        failed=_("The region is not asked for advice on this application now."),
        remedy=_("Its page shows when it will be, or what the region advised."),
    ),
    AccreditationBar.INTERESTED: Phrase(
        passed=_("No interest in this application is declared for you or your member."),
        failed=_("An interest in this application is declared for you or your member: you take no part."),
        remedy=_("Others of the region give the advice. If it was declared wrongly, ask the secretary."),
    ),
    AccreditationBar.INTERESTED_ALREADY: Phrase(
        passed=_("The interest was not declared before."),
        failed=_("This interest is declared already."),
        remedy=_("Nothing has to be done."),
    ),
    AccreditationBar.SIDES_MISSING: Phrase(
        passed=_("The arguments that the outcome needs are there."),
        failed=_("“No consensus” is recorded with arguments of both sides, and one side has none."),
        remedy=_("Ask members for their arguments first."),
    ),
    AccreditationBar.ADDRESS_KNOWN: Phrase(
        passed=_("The address has no account yet."),
        failed=_("The address has an account."),
        remedy=_("Sign in with it."),
    ),
    AlacBar.TOO_MANY_VOTES: Phrase(
        passed=_("%(voting)s of the %(members)s members of ALAC took part."),
        failed=_("%(voting)s took part, and ALAC has %(members)s members."),
        remedy=_("Look at the figures again."),
    ),
    AlacBar.NO_QUORUM: Phrase(
        passed=_("More than half of the %(members)s members of ALAC took part (%(voting)s)."),
        failed=_("Only %(voting)s of the %(members)s members of ALAC took part: no quorum."),
        remedy=_("ALAC has to vote again."),
    ),
    AlacBar.SAYS_OTHERWISE: Phrase(
        passed=_("%(yes)s yes and %(no)s no say the same as the outcome."),
        failed=_("%(yes)s yes and %(no)s no do not lead to this outcome under the rule set in force."),
        remedy=_("Look at the figures and at the outcome again."),
    ),
    AlacBar.DAY_TO_COME: Phrase(
        passed=_("The decision was taken."),
        failed=_("The day of the decision is still to come."),
        remedy=_("Record the decision when it was taken."),
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in _ACTS.items()})
register_phrases(_BARS)


def stage_words(stage: str, course: str):
    """Where an application stands; what waits says so."""
    name = STAGE_NAMES[Stage(stage)]
    if course == Course.RUNNING:
        return name
    return format_lazy("{} · {}", name, COURSE_NAMES[Course(course)])
