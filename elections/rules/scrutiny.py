"""Who may hold a code of a secret vote, and when codes, keys and layers may be handled."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from elections.enums import Bar
from elections.enums.seals import Purpose, Seal
from elections.rules.parameters import ElectionRules, article_of
from lacralo.core.verdicts import Line, Verdict

#: After so many wrong codes in a row the next try has to wait.
TRIES = 5
WAIT = timedelta(hours=1)


@dataclass(frozen=True)
class Ceremony:
    """How far the ceremony of a secret vote has come.

    `named` scrutineers are present, `confirmed` of them typed their code back; `standing` of them are
    nominees in this election or run elections; `has_key` and `is_rehearsed` are of the present key.
    """

    is_secret: bool
    is_published: bool
    is_frozen: bool
    is_over: bool
    named: int = 0
    confirmed: int = 0
    standing: int = 0
    has_key: bool = False
    is_rehearsed: bool = False
    is_acclaimed: bool = False


def may_prepare_scrutiny(ceremony: Ceremony) -> Verdict:
    """Whether scrutineers, codes and keys may still change: a secret vote, called, and not opened yet."""
    return Verdict(
        (
            Line(Seal.NOT_SECRET, ceremony.is_secret, article_of("secrecy_of_elections")),
            Line(Bar.NOT_PUBLISHED, ceremony.is_published),
            Line(Seal.VOTE_OPENED_ALREADY, not ceremony.is_frozen),
            Line(Bar.ANNULLED, not ceremony.is_over),
            Line(Bar.ACCLAIMED_ALREADY, not ceremony.is_acclaimed),
        )
    )


def may_be_scrutineer(
    ceremony: Ceremony,
    rules: ElectionRules,
    *,
    holds_office: bool,
    stands: bool,
    runs_elections: bool,
    is_named: bool,
) -> Verdict:
    """Who may be named: a scrutineer of LACRALO who neither stands nor runs elections, while places are free.

    Whoever opens the envelopes is a party to nothing else in the election (Los Angeles 2017).
    """
    article = article_of("scrutineers")
    return may_prepare_scrutiny(ceremony) & Verdict(
        (
            Line(Seal.NO_SCRUTINEER_OF_LACRALO, holds_office, article),
            Line(Seal.SCRUTINEER_STANDS, not stands, article),
            Line(Seal.SCRUTINEER_RUNS_ELECTIONS, not runs_elections, article),
            Line(Seal.SCRUTINEER_NAMED_ALREADY, not is_named, article),
            Line(
                Seal.SCRUTINEERS_COMPLETE,
                ceremony.named < rules.scrutineers,
                article,
                {"number": rules.scrutineers},
            ),
        )
    )


def may_freeze_key(ceremony: Ceremony, rules: ElectionRules) -> Verdict:
    """Whether the key may be made: every scrutineer is named and has typed their code back."""
    article = article_of("scrutineers")
    return may_prepare_scrutiny(ceremony) & Verdict(
        (
            *_people_lines(ceremony, rules),
            Line(
                Seal.CODES_UNCONFIRMED,
                ceremony.confirmed == ceremony.named,
                article,
                {"confirmed": ceremony.confirmed, "named": ceremony.named},
            ),
            Line(Seal.KEY_FROZEN_ALREADY, not ceremony.has_key, article),
        )
    )


def ready_to_open(ceremony: Ceremony, rules: ElectionRules) -> Verdict:
    """Whether a secret vote has all it needs before it opens: a key that was opened once in a rehearsal."""
    article = article_of("scrutineers_needed")
    return Verdict(
        (
            *_people_lines(ceremony, rules),
            Line(Seal.KEY_NOT_FROZEN, ceremony.has_key, article),
            Line(
                Seal.KEY_NOT_REHEARSED, ceremony.is_rehearsed, article, {"needed": rules.scrutineers_needed}
            ),
        )
    )


def _people_lines(ceremony: Ceremony, rules: ElectionRules) -> tuple[Line, ...]:
    article = article_of("scrutineers")
    facts = {"named": ceremony.named, "number": rules.scrutineers}
    return (
        Line(Seal.SCRUTINEERS_MISSING, ceremony.named == rules.scrutineers, article, facts),
        Line(Seal.SCRUTINEER_STANDS, ceremony.standing == 0, article),
    )


@dataclass(frozen=True)
class Holder:
    """A person before the place of a scrutineer: whether it is theirs, and what became of their code."""

    is_own: bool
    has_code: bool = False
    has_confirmed: bool = False
    is_in_key: bool = False
    has_removed: bool = False
    waits_until: datetime | None = None


def may_make_code(ceremony: Ceremony, holder: Holder) -> Verdict:
    """Whether a code may be made, or made anew for one that was lost: their own, before the vote opens."""
    return Verdict((Line(Seal.NOT_THE_SCRUTINEER, holder.is_own),)) & may_prepare_scrutiny(ceremony)


def may_confirm_code(ceremony: Ceremony, holder: Holder, now: datetime) -> Verdict:
    """Whether a code may be typed back: it was shown, and was not typed back before."""
    lines = (
        Line(Seal.NO_CODE, holder.has_code),
        Line(Seal.CODE_CONFIRMED_ALREADY, not holder.has_confirmed),
        _tries(holder, now),
    )
    return may_make_code(ceremony, holder) & Verdict(lines)


@dataclass(frozen=True)
class Stage:
    """What of the vote matters to the openings."""

    is_frozen: bool
    is_closed: bool
    is_counted: bool
    is_annulled: bool
    is_destroyed: bool
    is_set_back: bool = False


def may_remove_layer(
    purpose: Purpose, ceremony: Ceremony, stage: Stage, holder: Holder, now: datetime
) -> Verdict:
    """Whether a scrutineer may remove their layer: once in an opening, when it is time for it.

    A rehearsal before the vote opens, the count after it is closed, a recount while the envelopes exist.
    """
    article = article_of("scrutineers_needed")
    first = (
        Line(Seal.NOT_THE_SCRUTINEER, holder.is_own),
        Line(Seal.KEY_NOT_FROZEN, ceremony.has_key, article),
        Line(Seal.NO_PART_IN_THIS_KEY, holder.is_in_key or not ceremony.has_key, article),
        Line(Bar.ANNULLED, not stage.is_annulled),
    )
    last = (Line(Seal.LAYER_REMOVED_ALREADY, not holder.has_removed, article), _tries(holder, now))
    return Verdict((*first, *_purpose_lines(purpose, ceremony, stage), *last))


def _purpose_lines(purpose: Purpose, ceremony: Ceremony, stage: Stage) -> tuple[Line, ...]:
    if purpose == Purpose.REHEARSAL:
        return (
            Line(Seal.VOTE_OPENED_ALREADY, not stage.is_frozen),
            Line(Seal.REHEARSED_ALREADY, not ceremony.is_rehearsed),
        )
    if purpose == Purpose.COUNT:
        return (
            Line(Bar.NOT_CLOSED, stage.is_closed),
            Line(Bar.COUNTED_ALREADY, not stage.is_counted),
            Line(Seal.BOX_SET_BACK, not stage.is_set_back),
        )
    return (
        Line(Bar.NOT_COUNTED, stage.is_counted),
        Line(Seal.BOX_DESTROYED_ALREADY, not stage.is_destroyed),
    )


def reason_given(reason: str) -> Verdict:
    """Whether an officer's decision on a secret vote says why."""
    return Verdict((Line(Seal.NO_REASON, bool(reason.strip())),))


def tries_after(failed: int, now: datetime) -> tuple[int, datetime | None]:
    """How many wrong codes in a row there are after one more, and until when the next try has to wait."""
    return (0, now + WAIT) if failed + 1 >= TRIES else (failed + 1, None)


def _tries(holder: Holder, now: datetime) -> Line:
    free = holder.waits_until is None or now >= holder.waits_until
    facts = {} if free else {"until": holder.waits_until}
    return Line(Seal.TRIES_EXHAUSTED, free, "", facts)
