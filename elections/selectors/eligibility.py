"""Who may stand, line by line, with the decisions that turned a line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from elections.enums import Act, Bar, NominationPhase, NominationState
from elections.models import Candidate, Election, EligibilityChallenge, Nomination
from elections.rules.eligibility import may_stand
from elections.selectors.elections import rules_of
from elections.selectors.facts import Register
from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import Line, Verdict


@dataclass(frozen=True)
class SheetLine:
    """A line of a sheet, the challenges of it, and the decision that turned it, if one did."""

    line: Line
    challenges: tuple[EligibilityChallenge, ...] = ()
    decision: EligibilityChallenge | None = None

    @property
    def code(self) -> str:
        """The code of the line, as a challenge names it."""
        return str(self.line.code)

    @property
    def passed(self) -> bool:
        """Whether the line passes, decisions included."""
        return self.line.passed

    @property
    def verdict(self) -> Verdict:
        """The line alone, for the component that shows reasons."""
        return Verdict((self.line,))


@dataclass(frozen=True)
class Sheet:
    """A person's eligibility on a day, under a rule set: every line, passed or not, why, by which article."""

    nomination: Nomination
    lines: tuple[SheetLine, ...]
    on: date
    rule_set: str

    @property
    def verdict(self) -> Verdict:
        """The lines with the decisions made on them."""
        return Verdict(tuple(each.line for each in self.lines))

    @property
    def decided(self) -> Mapping[str, EligibilityChallenge]:
        """The decisions that turned a line, by its code."""
        return {each.code: each.decision for each in self.lines if each.decision}

    @property
    def is_valid(self) -> bool:
        """Whether every line passes."""
        return bool(self.verdict)

    @property
    def awaits_statement_of_interest(self) -> bool:
        """Whether the person can put a line right by filing a statement of interest."""
        line = self.line(Bar.NO_STATEMENT_OF_INTEREST)
        return line is not None and not line.passed

    def line(self, code: str) -> SheetLine | None:
        """The line with that code; None when the sheet has none."""
        return next((each for each in self.lines if each.code == code), None)

    def as_json(self) -> dict[str, object]:
        """The sheet as it is stored when the ballot is frozen: public facts only."""
        return {
            "on": self.on.isoformat(),
            "rule_set": self.rule_set,
            "is_valid": self.is_valid,
            "lines": [_line_as_json(each) for each in self.lines],
        }


def _line_as_json(each: SheetLine) -> dict[str, object]:
    facts = {name: fact if isinstance(fact, int) else str(fact) for name, fact in each.line.facts.items()}
    written = {"code": each.code, "passed": each.passed, "article": each.line.article, "facts": facts}
    if each.decision:
        written["decision"] = {
            "challenge": each.decision.pk,
            "answered_at": each.decision.answered_at.isoformat(),
            "answer": each.decision.answer,
        }
    return written


def sheet(nomination: Nomination, *, now: datetime) -> Sheet:
    """The eligibility of one nominee at `now`; the register is asked about the UTC day."""
    return sheets([nomination], election=nomination.election, now=now)[nomination.pk]


def sheets(nominations: Iterable[Nomination], *, election: Election, now: datetime) -> dict[int, Sheet]:
    """The sheets of several nominations of one election by their keys; as many queries as for one.

    Once the ballot is frozen, a candidate's sheet is the one that was stored then.
    """
    nominations = tuple(nominations)
    if not nominations:
        return {}
    if election.frozen_at is not None:
        return _frozen_sheets(nominations, election, now)
    return _present_sheets(nominations, election, now)


def _frozen_sheets(
    nominations: tuple[Nomination, ...], election: Election, now: datetime
) -> dict[int, Sheet]:
    stored = dict(Candidate.objects.filter(nomination__in=nominations).values_list("nomination", "sheet"))
    present = _present_sheets([each for each in nominations if each.pk not in stored], election, now)
    challenges = _challenges_of([each for each in nominations if each.pk in stored])
    frozen = {
        each.pk: _as_stored(each, stored[each.pk], challenges[each.pk])
        for each in nominations
        if each.pk in stored
    }
    return present | frozen


def _as_stored(nomination: Nomination, written: Mapping, challenges: Iterable[EligibilityChallenge]) -> Sheet:
    """A sheet read from what `as_json` wrote."""
    by_key = {each.pk: each for each in challenges}
    lines = tuple(
        SheetLine(
            Line(Bar(line["code"]), line["passed"], line["article"], line["facts"]),
            tuple(each for each in by_key.values() if each.line == line["code"]),
            by_key.get(line.get("decision", {}).get("challenge")),
        )
        for line in written["lines"]
    )
    return Sheet(nomination, lines, date.fromisoformat(written["on"]), written["rule_set"])


def _present_sheets(nominations: Iterable[Nomination], election: Election, now: datetime) -> dict[int, Sheet]:
    nominations = tuple(nominations)
    day, rules = statute_day(now), rules_of(election)
    register = Register(election, nominations, day)
    challenges = _challenges_of(nominations)
    return {
        each.pk: Sheet(
            each,
            _with_decisions(
                may_stand(
                    register.candidate(each), register.requirements(NominationPhase(each.phase), rules)
                ),
                challenges[each.pk],
            ),
            day,
            election.rule_set.slug,
        )
        for each in nominations
    }


def _challenges_of(nominations: Iterable[Nomination]) -> dict[int, list[EligibilityChallenge]]:
    found = defaultdict(list)
    rows = EligibilityChallenge.objects.filter(nomination__in=nominations)
    for each in rows.select_related("filed_by", "member", "answered_by").order_by("filed_at", "pk"):
        found[each.nomination_id].append(each)
    return found


def _with_decisions(verdict: Verdict, challenges: Iterable[EligibilityChallenge]) -> tuple[SheetLine, ...]:
    """An upheld challenge turns the line that was challenged, whatever the register says since."""
    of_line = defaultdict(list)
    for each in challenges:
        of_line[each.line].append(each)
    return tuple(_decided(line, tuple(of_line[str(line.code)])) for line in verdict.lines)


def _decided(line: Line, challenges: tuple[EligibilityChallenge, ...]) -> SheetLine:
    answered = sorted((each for each in challenges if each.answered_at), key=lambda each: each.answered_at)
    upheld = [each for each in answered if each.is_upheld]
    if not upheld:
        return SheetLine(line, challenges)
    decision = upheld[-1]
    return SheetLine(replace(line, passed=not decision.line_passed), challenges, decision)


def candidates(election: Election):
    """Those who accepted and have not withdrawn, with what a list shows; one query."""
    nominations = election.nominations.filter(state=NominationState.ACCEPTED)
    return nominations.select_related("nominee", "member", "statement").order_by("nominee__name", "pk")


def candidate_sheets(
    election: Election, *, now: datetime, nominations: Iterable[Nomination] | None = None
) -> list[Sheet]:
    """The sheet of every candidate, by name; a fixed number of queries, one fewer when they were loaded."""
    standing = candidates(election) if nominations is None else _standing(nominations)
    standing = list(standing)
    by_nomination = sheets(standing, election=election, now=now)
    return [by_nomination[each.pk] for each in standing]


def _standing(nominations: Iterable[Nomination]) -> list[Nomination]:
    accepted = (each for each in nominations if each.state == NominationState.ACCEPTED)
    return sorted(accepted, key=lambda each: (each.nominee.name, each.pk))


def valid_nominations(election: Election, now: datetime) -> list[Nomination]:
    """The candidates who pass every line at `now`, by name: those who go on the ballot."""
    return [each.nomination for each in candidate_sheets(election, now=now) if each.is_valid]


def acclaimed_in(election: Election) -> Nomination | None:
    """Who was acclaimed, as the chain says it: not whoever is valid by now; None without an acclamation."""
    if election.acclaimed_at is None:
        return None
    nominations = election.nominations.select_related("nominee", "member")
    named = {str(each.pk): each for each in nominations}
    entries = Entry.objects.filter(act=Act.CANDIDATE_ACCLAIMED, subject_id__in=named)
    return named[entries.order_by("-sequence").values_list("subject_id", flat=True)[0]]


def open_challenges(election: Election):
    """Challenges that wait for an answer, oldest first."""
    waiting = EligibilityChallenge.objects.filter(nomination__election=election, answered_at=None)
    return waiting.select_related("nomination__nominee", "filed_by", "member").order_by("filed_at", "pk")
