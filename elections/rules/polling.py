"""What the acts of a vote ask beside the statutes: the kind of vote, an unchanged roll, reasons."""

from elections.enums import Bar
from elections.enums.poll import Poll
from elections.rules.parameters import ElectionRules, article_of
from elections.rules.running import Progress, may_freeze
from lacralo.core.verdicts import PASS, Line, Verdict


def may_open(
    progress: Progress,
    rules: ElectionRules,
    *,
    is_as_ruled: bool = True,
    is_ready: Verdict = PASS,
    has_roll: bool = True,
    roll_is_as_published: bool = True,
) -> Verdict:
    """Whether the vote may be opened: what the statutes ask, and that the roll is the one members have seen.

    `has_roll` is whether anybody may vote at all; `roll_is_as_published` whether members and weights are
    still those of the last provisional roll; `is_as_ruled` whether the vote is
    of the kind that the rule set names; `is_ready` what a secret vote needs beside (its keys).
    """
    return (
        may_freeze(progress, rules)
        & is_ready
        & Verdict(
            (
                Line(Poll.SECRECY_NOT_AS_RULED, is_as_ruled, article_of("secrecy_of_elections")),
                Line(Poll.ROLL_EMPTY, has_roll, article_of("weight_base")),
                Line(
                    Poll.ROLL_CHANGED_SINCE_PUBLISHED,
                    roll_is_as_published,
                    article_of("provisional_roll_days"),
                ),
            )
        )
    )


def may_file_correction(verdict: Verdict, request: str) -> Verdict:
    """A request for a correction says what is wrong; `verdict` is what `may_ask_correction` answered."""
    return verdict & Verdict((_words(request),))


def may_answer_correction(*, is_open: bool, is_frozen: bool, answer: str | None = None) -> Verdict:
    """A request is answered once, with reasons, before the roll freezes.

    Without `answer`, whether the page may be opened.
    """
    article = article_of("correction_days")
    lines = (
        Line(Poll.CORRECTION_ANSWERED, is_open, article),
        Line(Bar.ROLL_FROZEN, not is_frozen, article),
    )
    return Verdict(lines if answer is None else (*lines, _words(answer)))


def _words(text: str) -> Line:
    return Line(Poll.WORDS_MISSING, bool(text.strip()), article_of("correction_days"))
