"""Who may vote, what may be cast, and who may ask for a correction of the roll."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from elections.enums import Bar, Phase, Replacement
from elections.rules.count import ABSTAIN
from elections.rules.parameters import ElectionRules, article_of
from lacralo.core.verdicts import Line, Verdict


@dataclass(frozen=True)
class Voter:
    """A person before a place of the frozen roll: whether they hold its vote, now and when it froze."""

    on_roll: bool
    is_holder_now: bool
    was_holder_at_freeze: bool
    is_barred: bool = False


def may_vote(voter: Voter, rules: ElectionRules) -> Verdict:
    """Who may vote for a place (Los Angeles 2017 on replacement): its holder, as the rule set says which one.

    With `successor_votes` it is who holds the vote now; with `holder_at_freeze_votes`, who held it when the
    roll froze, even if somebody else represents the member since.
    """
    lines = [Line(Bar.NOT_ON_ROLL, voter.on_roll, article_of("weight_base"))]
    article = article_of("replaced_representative")
    if rules.replaced_representative == Replacement.SUCCESSOR_VOTES:
        lines.append(Line(Bar.NOT_HOLDER_NOW, voter.is_holder_now, article))
    else:
        lines.append(Line(Bar.NOT_HOLDER_AT_FREEZE, voter.was_holder_at_freeze, article))
    lines.append(Line(Bar.PLACE_BARRED, not voter.is_barred))
    return Verdict(tuple(lines))


def may_cast(
    voter: Voter,
    *,
    phase: Phase,
    has_voted: bool,
    rules: ElectionRules,
    choice: str | None = None,
    options: Collection[str] = (),
) -> Verdict:
    """Whether this ballot may be cast now; without a `choice`, whether the ballot may be opened.

    To abstain is always a choice (RoP s.13, s.16).  Whether the place has voted is told to nobody else.
    """
    allowed = may_vote(voter, rules)
    lines = [Line(Bar.VOTE_NOT_OPEN, phase == Phase.OPEN, article_of("vote_days"), {"phase": str(phase)})]
    if allowed and not rules.vote_again_allowed:
        lines.append(Line(Bar.VOTED_ALREADY, not has_voted, article_of("vote_again_allowed")))
    if choice is not None:
        lines.append(Line(Bar.NOT_ON_BALLOT, choice in {ABSTAIN, *options}))
    return allowed & Verdict(tuple(lines))


def may_ask_correction(
    *, is_concerned: bool, is_published: bool, is_frozen: bool, closes: datetime, now: datetime
) -> Verdict:
    """Who may say that the provisional roll is wrong: any member, until its window ends.

    `closes` is what `calendar.correction_ends` gives.
    """
    article = article_of("correction_days")
    return Verdict(
        (
            Line(Bar.NOT_CONCERNED, is_concerned, article),
            Line(Bar.ROLL_NOT_PUBLISHED, is_published, article_of("provisional_roll_days")),
            Line(Bar.ROLL_FROZEN, not is_frozen, article),
            Line(Bar.CORRECTION_WINDOW_OVER, now < closes, article),
        )
    )
