"""Words for posts, phases, steps, states and choices."""

from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from elections.enums import (
    CalendarKey,
    Distinct,
    NominationPhase,
    NominationState,
    Phase,
    PostKey,
    Secrecy,
    TallyState,
    Uncontested,
    Weighting,
)
from lacralo.core.moments import day_text
from members.enums import Subregion
from members.phrases import SUBREGION_NAMES, position_name

OTHER_POST = _("Another post")

SECRECY_NAMES = {Secrecy.ROLL_CALL: _("Roll call"), Secrecy.SECRET: _("Secret ballot")}

SECRECY_SENTENCES = {
    Secrecy.ROLL_CALL: _("Roll call: how each member votes is public, and anyone can recount."),
    Secrecy.SECRET: _("Secret ballot: how a member votes is sealed; only that it voted can be public."),
}

PHASE_NAMES = {
    Phase.DRAFT: _("Being prepared"),
    Phase.ANNOUNCED: _("Announced"),
    Phase.NOMINATIONS: _("Nominations open"),
    Phase.NOMINATIONS_2: _("Nominations open: second phase"),
    Phase.NOMINATIONS_3: _("Nominations open: third phase"),
    Phase.ACCEPTANCE: _("Waiting for acceptances"),
    Phase.REVIEW: _("Eligibility under review"),
    Phase.ELIGIBILITY_CHALLENGE: _("Eligibility can be challenged"),
    Phase.READY: _("About to open"),
    Phase.NOT_OPENED: _("Vote not opened yet"),
    Phase.OPEN: _("Open for voting"),
    Phase.ENDED: _("Voting time is over"),
    Phase.CLOSED: _("Vote closed"),
    Phase.COUNTED: _("Counted"),
    Phase.ACCLAIMED: _("Acclaimed"),
    Phase.PROCLAIMED: _("Result proclaimed"),
    Phase.ANNULLED: _("Annulled"),
}

PHASE_SENTENCES = {
    Phase.DRAFT: _("The call has not gone out yet. Only those who run elections see this page."),
    Phase.ANNOUNCED: _("The call is out. Nominations have not opened yet."),
    Phase.NOMINATIONS: _("Members can nominate people, and people can nominate themselves."),
    Phase.NOMINATIONS_2: _(
        "Nobody valid stood in the first phase. The members of the sub-region may now nominate people "
        "from any ALS. The rotation table does not move."
    ),
    Phase.NOMINATIONS_3: _(
        "Still nobody valid stood. Any member may now nominate people from any ALS. "
        "The rotation table does not move."
    ),
    Phase.ACCEPTANCE: _("Nominations have closed. People who were nominated can still accept or decline."),
    Phase.REVIEW: _("The eligibility of every candidate is reviewed, line by line, in public."),
    Phase.ELIGIBILITY_CHALLENGE: _(
        "Candidates can challenge a line that did not pass; members can challenge one that did."
    ),
    Phase.READY: _("The roll and the ballot are frozen. The vote has not begun yet."),
    Phase.NOT_OPENED: _("The day of the vote has come; the returning officer has not opened it yet."),
    Phase.OPEN: _("The members on the roll can vote, and vote again until the close."),
    Phase.ENDED: _("No more ballots are taken. The returning officer closes the vote next."),
    Phase.CLOSED: _("The vote is closed. The ballots are counted next."),
    Phase.COUNTED: _("The ballots are counted. The result can be challenged until it is proclaimed."),
    Phase.ACCLAIMED: _(
        "One valid candidate stood and was acclaimed. Members can object to the eligibility for a while."
    ),
    Phase.PROCLAIMED: _("The result is proclaimed and published."),
    Phase.ANNULLED: _("This election was annulled. Nobody was elected by it."),
}

PHASE_TONES = {
    Phase.NOMINATIONS: "info",
    Phase.NOMINATIONS_2: "info",
    Phase.NOMINATIONS_3: "info",
    Phase.ACCEPTANCE: "info",
    Phase.OPEN: "good",
    Phase.ENDED: "warn",
    Phase.NOT_OPENED: "warn",
    Phase.PROCLAIMED: "good",
    Phase.ANNULLED: "bad",
}

STEP_NAMES = {
    CalendarKey.CALL: _("Call"),
    CalendarKey.NOMINATIONS: _("Nominations"),
    CalendarKey.NOMINATIONS_2: _("Nominations, second phase: named by the sub-region"),
    CalendarKey.NOMINATIONS_3: _("Nominations, third phase: open to all"),
    CalendarKey.ACCEPTANCE: _("Acceptance"),
    CalendarKey.REVIEW: _("Review of eligibility"),
    CalendarKey.ELIGIBILITY_CHALLENGE: _("Challenge of eligibility"),
    CalendarKey.CANDIDATE_CALLS: _("Calls with the candidates"),
    CalendarKey.PROVISIONAL_ROLL: _("Provisional roll"),
    CalendarKey.VOTE: _("Vote"),
    CalendarKey.CHALLENGE: _("Challenge of the result"),
    CalendarKey.PROCLAMATION: _("Proclamation"),
}

STEP_SENTENCES = {
    CalendarKey.CALL: _("The call goes to every voting representative."),
    CalendarKey.NOMINATIONS: _("Members nominate; people may nominate themselves."),
    CalendarKey.NOMINATIONS_2: _("The members of the sub-region name people from any ALS."),
    CalendarKey.NOMINATIONS_3: _("Any member names people from any ALS."),
    CalendarKey.ACCEPTANCE: _(
        "People who were nominated accept or decline. Nobody stands without having accepted."
    ),
    CalendarKey.REVIEW: _("Every candidate gets a public sheet, line by line."),
    CalendarKey.ELIGIBILITY_CHALLENGE: _("Lines of the sheets are disputed and decided."),
    CalendarKey.CANDIDATE_CALLS: _("Candidates present themselves and answer questions."),
    CalendarKey.PROVISIONAL_ROLL: _("The roll with its weights is public; members ask for corrections."),
    CalendarKey.VOTE: _("The members on the roll vote; the last ballot counts."),
    CalendarKey.CHALLENGE: _("Members may challenge the result."),
    CalendarKey.PROCLAMATION: _("The result is proclaimed with everything needed to recount it."),
}

NOMINATION_STATE_NAMES = {
    NominationState.SUBMITTED: _("Waiting for an answer"),
    NominationState.ACCEPTED: _("Accepted"),
    NominationState.DECLINED: _("Declined"),
    NominationState.WITHDRAWN: _("Withdrawn"),
    NominationState.LAPSED: _("Lapsed: no answer in time"),
}

NOMINATION_PHASE_NAMES = {
    NominationPhase.SUBREGION: _("First phase: people of the sub-region"),
    NominationPhase.NAMED_BY_SUBREGION: _("Second phase: named by the sub-region, from anywhere"),
    NominationPhase.OPEN_TO_ALL: _("Third phase: open to all"),
}

TALLY_STATE_NAMES = {
    TallyState.ELECTED: _("Elected"),
    TallyState.TIE: _("Tie"),
    TallyState.NO_VOTES: _("No votes for candidates"),
    TallyState.NO_QUORUM: _("No quorum"),
    TallyState.NOT_RATIFIED: _("Not ratified"),
}

WEIGHTING_NAMES = {
    Weighting.EQUAL_COUNTRY: _("Every country weighs the same"),
    Weighting.ONE_MEMBER_ONE_VOTE: _("Every member weighs the same"),
    Weighting.COUNTRY_CAP: _("Every member weighs the same, with a cap for each country"),
    Weighting.DEGRESSIVE: _("Less for each further member of a country"),
}

UNCONTESTED_NAMES = {
    Uncontested.ACCLAMATION: _("Acclamation without a vote"),
    Uncontested.RATIFICATION: _("A ballot of yes or no"),
}

DISTINCT_NAMES = {
    Distinct.NATIONALITY: _("nationality"),
    Distinct.RESIDENCE: _("country of residence"),
    Distinct.ALS: _("ALS"),
    Distinct.SUBREGION: _("sub-region"),
}

DUTY_NAMES = {
    "make_code": _("Have your code as scrutineer made"),
    "confirm_code": _("Type your code as scrutineer back"),
    "rehearse": _("Open the test ballot with your code"),
    "open": _("Open the envelopes with your code"),
}

CHOICE_NAMES = {"abstain": _("Abstention"), "yes": _("Yes"), "no": _("No")}

#: Why an election was annulled when nobody wrote the reason; stored in English, shown in translation.
NOBODY_STOOD = gettext_noop("Nobody valid stood in any phase of nominations: the post stays vacant.")


def post_name(key: object):
    """The name of a post, by its key in the rotation table or in the register of positions."""
    return OTHER_POST if key == PostKey.OTHER else position_name(str(key))


def election_title(position_key: str, year: int) -> str:
    """The name of an election in the active language: "Chair-Elect (Vice-Chair), election of 2025"."""
    return gettext("%(post)s, election of %(year)s") % {"post": post_name(position_key), "year": year}


def subregion_name(letter: object) -> str:
    """A sub-region by letter and name: "A, Central America and Mexico"; a question mark is "not known"."""
    try:
        return f"{letter}, {SUBREGION_NAMES[Subregion(letter)]}"
    except ValueError:
        return gettext("a sub-region that is not known")


def country_name(code: object) -> str:
    """The name of a country in the active language; of none, that it was not declared."""
    return (countries.name(str(code)) or str(code)) if code else gettext("not declared")


def country_names(codes: object) -> str:
    """The names of several countries, given as "AR, BR"."""
    return ", ".join(country_name(code.strip()) for code in str(codes).split(",") if code.strip())


def step_name(key: object) -> str:
    """The name of a step of the calendar."""
    return str(STEP_NAMES[CalendarKey(key)])


def phase_name(key: object) -> str:
    """The name of a phase of an election."""
    return str(PHASE_NAMES[Phase(key)])


def state_name(key: object) -> str:
    """The name of a nomination's state, or of a count's outcome; nothing for nothing."""
    if not key:
        return ""
    names = NOMINATION_STATE_NAMES if key in set(NominationState) else TALLY_STATE_NAMES
    return str(names[key])


def aspect_names(keys: object) -> str:
    """What candidates differ in, given as "nationality, als"."""
    return ", ".join(
        str(DISTINCT_NAMES[Distinct(key.strip())]) for key in str(keys).split(",") if key.strip()
    )


def unit_name(is_working: object) -> str:
    """Working days or days."""
    return gettext("working days") if is_working else gettext("days")


def day_name(on: object) -> str:
    """A day of the rules in words."""
    return day_text(on)


def annulment_reason(reason: str) -> str:
    """The reason as stored; in the reader's language when the portal itself wrote it."""
    return gettext(reason) if reason == NOBODY_STOOD else reason
