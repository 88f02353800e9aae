"""What the officer may do when: publish, freeze, close, count, acclaim, proclaim; and who may object."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from elections.enums import Bar, CalendarKey, Phase, TallyState, Uncontested
from elections.rules.calendar import Steps, checked, correction_ends, step
from elections.rules.days import midnight, whole_days
from elections.rules.parameters import ElectionRules, article_of
from elections.rules.phase import Acts, phase
from lacralo.core.verdicts import Line, Verdict


@dataclass(frozen=True)
class Progress:
    """How far an election has come: its acts, its calendar, and what is still open."""

    acts: Acts
    steps: Steps
    now: datetime
    valid_candidates: int = 0
    roll_published_at: datetime | None = None
    roll_last_published_at: datetime | None = None
    open_corrections: int = 0
    open_challenges: int = 0
    open_objections: int = 0
    tally_state: TallyState | None = None

    @property
    def phase(self) -> Phase:
        """The phase at `now`."""
        return phase(self.acts, self.steps, self.now)


def may_publish_call(progress: Progress, rules: ElectionRules) -> Verdict:
    """Whether the call may go out: once, with a calendar that follows the rules."""
    lines = (Line(Bar.PUBLISHED_ALREADY, progress.acts.published_at is None), _not_annulled(progress))
    return Verdict(lines) & checked(progress.steps, rules)


def may_publish_roll(progress: Progress) -> Verdict:
    """Whether the provisional roll may be published, or published again after corrections."""
    return Verdict((_not_annulled(progress), _published(progress), _not_frozen(progress)))


def may_freeze(progress: Progress, rules: ElectionRules) -> Verdict:
    """Whether roll, weights and ballot may be frozen and the vote opened (RoP s.13; Los Angeles 2017).

    A roll published again has its own time for corrections: whoever it leaves out can still say so.
    """
    vote = step(progress.steps, CalendarKey.VOTE)
    article = article_of("vote_days")
    return Verdict(
        (
            _not_annulled(progress),
            _published(progress),
            _not_frozen(progress),
            _not_acclaimed(progress),
            *_roll_lines(progress, rules),
            _count_line(Bar.CORRECTIONS_UNANSWERED, progress.open_corrections, "correction_days"),
            _count_line(Bar.CHALLENGES_UNANSWERED, progress.open_challenges, "eligibility_challenge_days"),
            Line(Bar.VOTE_DAY_NOT_REACHED, progress.now >= vote.starts, article),
            Line(Bar.VOTE_TIME_OVER, progress.now < vote.ends, article),
            *_contest_lines(progress, rules),
        )
    )


def may_close(progress: Progress) -> Verdict:
    """Whether the vote may be closed: once, and not before its time is over."""
    vote = step(progress.steps, CalendarKey.VOTE)
    return Verdict(
        (
            _not_annulled(progress),
            Line(Bar.NOT_FROZEN, progress.acts.frozen_at is not None),
            Line(Bar.CLOSED_ALREADY, progress.acts.closed_at is None),
            Line(Bar.VOTE_STILL_RUNS, progress.now >= vote.ends, article_of("vote_days")),
        )
    )


def may_count(progress: Progress) -> Verdict:
    """Whether the ballots may be counted: after the close, once."""
    return Verdict(
        (
            _not_annulled(progress),
            Line(Bar.NOT_CLOSED, progress.acts.closed_at is not None),
            Line(Bar.COUNTED_ALREADY, progress.acts.counted_at is None),
        )
    )


def may_acclaim(progress: Progress, rules: ElectionRules) -> Verdict:
    """Whether the single candidate may be acclaimed (RoP 2020): one valid, the time to challenge over."""
    return Verdict(
        (
            _not_annulled(progress),
            _published(progress),
            _not_frozen(progress),
            _not_acclaimed(progress),
            Line(
                Bar.ELIGIBILITY_CHALLENGE_RUNS,
                progress.now >= step(progress.steps, CalendarKey.ELIGIBILITY_CHALLENGE).ends,
                article_of("eligibility_challenge_days"),
            ),
            _count_line(Bar.CHALLENGES_UNANSWERED, progress.open_challenges, "eligibility_challenge_days"),
            Line(Bar.NO_CANDIDATE, progress.valid_candidates > 0, article_of("uncontested")),
            Line(
                Bar.SEVERAL_CANDIDATES,
                progress.valid_candidates <= 1,
                article_of("uncontested"),
                {"candidates": progress.valid_candidates},
            ),
            Line(
                Bar.BALLOT_NEEDED,
                rules.uncontested == Uncontested.ACCLAMATION,
                article_of("uncontested"),
            ),
        )
    )


def objections_until(acclaimed_at: datetime, rules: ElectionRules) -> datetime:
    """Until when the eligibility of an acclaimed candidate may be objected to; that instant is too late."""
    return acclaimed_at + timedelta(hours=rules.acclamation_objection_hours)


def may_object(progress: Progress, rules: ElectionRules, *, is_concerned: bool) -> Verdict:
    """Who may object to an acclamation, on eligibility only: any member, while the window is open."""
    acclaimed_at = progress.acts.acclaimed_at
    article = article_of("acclamation_objection_hours")
    lines = [
        Line(Bar.NOT_CONCERNED, is_concerned, article),
        Line(Bar.NOT_ACCLAIMED, acclaimed_at is not None, article),
        Line(Bar.PROCLAIMED_ALREADY, progress.acts.proclaimed_at is None, article),
    ]
    if acclaimed_at is not None:
        open_still = progress.now < objections_until(acclaimed_at, rules)
        lines.append(Line(Bar.OBJECTION_WINDOW_OVER, open_still, article))
    return Verdict(tuple(lines))


def may_proclaim(progress: Progress, rules: ElectionRules) -> Verdict:
    """Whether the result may be proclaimed: somebody is elected or acclaimed, and the window is over."""
    first = (
        _not_annulled(progress),
        Line(Bar.PROCLAIMED_ALREADY, progress.acts.proclaimed_at is None),
    )
    if progress.acts.acclaimed_at is not None:
        return Verdict(first + _acclamation_lines(progress, rules))
    return Verdict(first + _result_lines(progress))


def _acclamation_lines(progress: Progress, rules: ElectionRules) -> tuple[Line, ...]:
    over = progress.now >= objections_until(progress.acts.acclaimed_at, rules)
    return (
        Line(Bar.OBJECTION_WINDOW_RUNS, over, article_of("acclamation_objection_hours")),
        _count_line(Bar.OBJECTIONS_UNANSWERED, progress.open_objections, "acclamation_objection_hours"),
    )


def _result_lines(progress: Progress) -> tuple[Line, ...]:
    challenge = step(progress.steps, CalendarKey.CHALLENGE)
    counted = progress.acts.counted_at is not None
    state = {"state": str(progress.tally_state or "")}
    return (
        Line(Bar.NOT_COUNTED, counted),
        Line(Bar.NOBODY_ELECTED, progress.tally_state == TallyState.ELECTED, article_of("tie_path"), state),
        Line(Bar.RESULT_CHALLENGE_RUNS, progress.now >= challenge.ends, article_of("challenge_days")),
        _count_line(Bar.OBJECTIONS_UNANSWERED, progress.open_objections, "challenge_days"),
    )


def _roll_lines(progress: Progress, rules: ElectionRules) -> tuple[Line, ...]:
    """The provisional roll was public for the days of the rule; its first day counts whole."""
    article = article_of("provisional_roll_days")
    published_at = progress.roll_published_at
    if published_at is None:
        return (Line(Bar.ROLL_NOT_PUBLISHED, False, article),)
    provisional = step(progress.steps, CalendarKey.PROVISIONAL_ROLL)
    since = midnight(published_at.astimezone(UTC).date())
    days = whole_days(since, progress.now, working=rules.working_days)
    facts = {"days": days, "needed": rules.provisional_roll_days, "working_days": rules.working_days}
    return (
        Line(Bar.ROLL_NOT_PUBLISHED, True, article),
        Line(Bar.PROVISIONAL_ROLL_TOO_SHORT, days >= rules.provisional_roll_days, article, facts),
        Line(
            Bar.CORRECTION_WINDOW_RUNS,
            progress.now >= correction_ends(provisional, rules, progress.roll_last_published_at),
            article_of("correction_days"),
        ),
    )


def _contest_lines(progress: Progress, rules: ElectionRules) -> tuple[Line, ...]:
    article = article_of("uncontested")
    several = progress.valid_candidates != 1 or rules.uncontested == Uncontested.RATIFICATION
    return (
        Line(Bar.NO_CANDIDATE, progress.valid_candidates > 0, article),
        Line(Bar.ONE_CANDIDATE, several, article),
    )


def _not_annulled(progress: Progress) -> Line:
    return Line(Bar.ANNULLED, progress.acts.annulled_at is None)


def _published(progress: Progress) -> Line:
    return Line(Bar.NOT_PUBLISHED, progress.acts.published_at is not None)


def _not_frozen(progress: Progress) -> Line:
    return Line(Bar.ROLL_FROZEN, progress.acts.frozen_at is None)


def _not_acclaimed(progress: Progress) -> Line:
    return Line(Bar.ACCLAIMED_ALREADY, progress.acts.acclaimed_at is None)


def _count_line(code: Bar, number: int, parameter: str) -> Line:
    return Line(code, number == 0, article_of(parameter), {"number": number})
