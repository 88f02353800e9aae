"""The criteria in words: what is asked, as a question to oneself, and what helps when it is not met."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from members.enums.accreditation import Answer, Check, CheckResult, Criterion


@dataclass(frozen=True)
class CriterionWords:
    """A criterion: its name, what it asks, the question to oneself, and what helps."""

    name: str | Promise
    sentence: str | Promise
    question: str | Promise
    helps: str | Promise


CRITERIA = {
    Criterion.INFORMS: CriterionWords(
        _("It informs and involves its members"),
        _("The organisation tells its individual members about ICANN's work and lets them take part in it."),
        _("Does your organisation inform its members about ICANN's work, and can they take part?"),
        _("Plan how you will pass ICANN news on, by a list or a meeting, and say so in the application."),
    ),
    Criterion.USERS_PREDOMINATE: CriterionWords(
        _("Individual users predominate"),
        _(
            "Individual Internet users who live in the region have the main say in it, not companies, public"
            " bodies or other organisations."
        ),
        _("Do individual Internet users of the region have the main say in your organisation?"),
        _("Show who may vote and who leads. If organisations can be members, say why users still decide."),
    ),
    Criterion.SELF_SUPPORTING: CriterionWords(
        _("It pays its own way"),
        _(
            "The organisation can go on without money from ICANN or LACRALO. Fees, donations, projects and"
            " the work of volunteers all count; it need not be rich."
        ),
        _("Could your organisation go on if ICANN and LACRALO paid nothing?"),
        _("Name what carries you today: fees, donations, projects, a room, or the time of volunteers."),
    ),
    Criterion.PUBLIC_INFORMATION: CriterionWords(
        _("It tells the public who it is"),
        _("Its goals, its structure and its leaders can be found by anybody, on a web site or otherwise."),
        _("Can anybody find out what your organisation is for, how it is built and who leads it?"),
        _("Publish a page with goals, statutes or rules, and who leads. One page is enough."),
    ),
    Criterion.ASSISTS: CriterionWords(
        _("It helps LACRALO"),
        _("The organisation takes part in LACRALO and helps it to do its work."),
        _("Will somebody of your organisation take part in LACRALO's calls, votes and drafts?"),
        _("Agree beforehand who goes to the monthly call and who stands in when that person cannot."),
    ),
    Criterion.RESIDENT: CriterionWords(
        _("Lives in the region"),
        _("The person lives permanently in a country of Latin America or the Caribbean."),
        _("Do you live permanently in a country of Latin America or the Caribbean?"),
        _("If you live elsewhere, the regional organisation of that place takes applications too."),
    ),
    Criterion.UNAFFILIATED: CriterionWords(
        _("Is not heard through an ALS"),
        _(
            "Whoever is already heard through an accredited ALS is not heard twice. The rule set in force"
            " says whether belonging to one excludes, or only leading one."
        ),
        _("Are you outside of every accredited ALS, or at least not one of its leaders?"),
        _("If you are in an ALS, take part through it: ask it to name you as representative or alternate."),
    ),
    Criterion.OWN_NAME: CriterionWords(
        _("Speaks as a user"),
        _("The person takes part in their own name, as a user, not for a company or a state."),
        _("Would you take part in your own name, and not for an employer?"),
        _("If your work touches the industry or a government, say so in the application."),
    ),
    Criterion.TAKES_PART: CriterionWords(
        _("Wants to take part"),
        _("The person follows LACRALO's work and contributes to it."),
        _("Will you come to calls or comment on drafts during the year?"),
        _("Begin by reading: calls, drafts and results are open to everybody before you apply."),
    ),
}

ANSWER_NAMES = {
    Answer.YES: pgettext_lazy("self-assessment", "Yes"),
    Answer.PARTLY: pgettext_lazy("self-assessment", "In part"),
    Answer.NO: pgettext_lazy("self-assessment", "No"),
}

_CHECKS = {
    Check.EXISTS: _("The applicant exists and is who it says it is"),
    Check.REACHED: _("The contact given was reached and answered"),
    Check.NAME_IS_OWN: _("The name is not mistaken for that of another member"),
}

CHECK_NAMES = {
    **{str(key): words for key, words in _CHECKS.items()},
    **{str(key): words.name for key, words in CRITERIA.items()},
}

CHECK_RESULT_NAMES = {
    CheckResult.MET: pgettext_lazy("due diligence", "Met"),
    CheckResult.UNCLEAR: pgettext_lazy("due diligence", "Unclear"),
    CheckResult.NOT_MET: pgettext_lazy("due diligence", "Not met"),
}
