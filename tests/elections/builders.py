"""Elections as they stand at a moment, in the field's words.

Builders write rows as they would be after the acts; they send no mail and make no chain entry.
The rule set of the tests is in force since 2020: the rules of 2018/2020, with roll-call votes.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import count

from elections.enums import CalendarKey, NominationPhase, NominationState, Secrecy
from elections.models import CalendarStep, Candidate, Election, EligibilityChallenge, Nomination, RotationRow
from elections.rules.calendar import Step, article_for, generate, step
from elections.rules.parameters import ElectionRules
from elections.selectors.elections import rules_of, steps_of
from elections.selectors.eligibility import sheet
from lacralo.core.people.models import Person
from lacralo.core.rulebook.enums import RuleSetStatus
from lacralo.core.rulebook.models import RuleSet
from lacralo.core.texts.models import Text
from members.models import Member
from tests.builders import LONG_AGO, NOW, TODAY, accredited, person, position, secretary, statement

_number = count(1)
PLEDGED = "I will be transparent and carry the diverse views of the region."


def rule_set(slug: str = "tests", **parameters) -> RuleSet:
    """The rule set in force; `parameters` are those of elections, as they are stored."""
    found = RuleSet.objects.filter(slug=slug).first()
    if found:
        return found
    return RuleSet.objects.create(
        slug=slug,
        name="Rules of the tests",
        status=RuleSetStatus.IN_FORCE,
        in_force_from=LONG_AGO,
        published_at=datetime.combine(LONG_AGO, NOW.timetz()),
        parameters={"elections": {"secrecy_of_elections": str(Secrecy.ROLL_CALL)} | parameters},
    )


def officer() -> Person:
    """The secretary, who runs elections; the same person each time."""
    found = Person.objects.filter(name="Secretary").first()
    return found or secretary()


def rotation(year: int = 2026, post: str = "alac_even", subregion: str = "B") -> RotationRow:
    """A row of the rotation table."""
    return RotationRow.objects.create(year=year, post=post, subregion=subregion, source="tests")


def prepared(
    post: str = "alac_even",
    *,
    call_on: date = TODAY,
    year: int = 2026,
    subregion: str = "B",
    excluded: Iterable[str] = (),
    **parameters,
) -> Election:
    """An election whose call has not gone out, with the calendar that the rules make."""
    rules = rule_set(**parameters)
    election = Election.objects.create(
        slug=f"{post.replace('_', '-')}-{year}-{next(_number)}",
        position=position(post),
        electorate=position(post).electorate,
        year=year,
        subregion=subregion,
        rule_set=rules,
        excluded_countries=list(excluded),
        secrecy=rules.parameters_for(ElectionRules).secrecy_of_elections,
        term_start=date(year, 11, 1),
        term_end=date(year + 2, 11, 1),
        returning_officer=officer(),
    )
    for each in generate(call_on, rules_of(election)):
        _keep(election, each)
    return election


def _keep(election: Election, each: Step) -> None:
    CalendarStep.objects.create(
        election=election,
        key=each.key,
        starts_at=each.starts,
        ends_at=each.ends,
        article=article_for(each.key),
    )


def announced(*, now: datetime = NOW, **fields) -> Election:
    """An election whose call went out on the day of `now`."""
    election = prepared(call_on=now.date(), **fields)
    election.published_at = now
    election.save()
    return election


def open_call(*, now: datetime = NOW, at: CalendarKey = CalendarKey.NOMINATIONS, **fields) -> Election:
    """An election that at `now` is in the middle of a step of its calendar: nominations by default."""
    election = announced(now=now - timedelta(days=120), **fields)
    move_calendar(election, at, now)
    return election


def move_calendar(election: Election, key: CalendarKey, now: datetime) -> None:
    """Shift the whole calendar so that `now` is in the middle of that step."""
    there = step(steps_of(election), key)
    _shift(election, now - (there.starts + (there.ends - there.starts) / 2))


def begin_step(election: Election, key: CalendarKey, now: datetime = NOW) -> None:
    """Shift the whole calendar so that the step begins at `now`."""
    _shift(election, now - step(steps_of(election), key).starts)


def end_step(election: Election, key: CalendarKey, now: datetime = NOW) -> None:
    """Shift the whole calendar so that the step ends at `now`."""
    _shift(election, now - step(steps_of(election), key).ends)


def _shift(election: Election, delay: timedelta) -> None:
    for row in election.calendar.all():
        row.starts_at, row.ends_at = row.starts_at + delay, row.ends_at + delay
        row.save()


def step_of(election: Election, key: CalendarKey) -> Step:
    """A step of the calendar, read again."""
    return step(steps_of(Election.objects.get(pk=election.pk)), key)


def nomination_for(
    election: Election,
    nominee: Person | None = None,
    *,
    member: Member | None = None,
    by: Person | None = None,
    state: NominationState = NominationState.SUBMITTED,
    phase: NominationPhase = NominationPhase.SUBREGION,
    now: datetime = NOW,
    **fields,
) -> Nomination:
    """A person of an ALS in Peru (sub-region B) was nominated, by their own ALS unless told otherwise."""
    member = member or accredited(country="PE")
    nominee = nominee or person(f"Nominee {next(_number)}")
    return Nomination.objects.create(
        election=election,
        nominee=nominee,
        member=member,
        nominated_by=by or nominee,
        nominating_member=member,
        phase=phase,
        state=state,
        nominated_at=now,
        answered_at=now if state in (NominationState.ACCEPTED, NominationState.DECLINED) else None,
        **{"has_pledged": state == NominationState.ACCEPTED} | fields,
    )


def candidate(election: Election, name: str = "", *, country: str = "PE", **fields) -> Nomination:
    """Somebody valid stands: accepted, pledged, with a statement of interest on file and a statement."""
    nominee = fields.pop("nominee", None) or person(name or f"Candidate {next(_number)}")
    statement(nominee)
    member = fields.pop("member", None) or accredited(country=country)
    return nomination_for(
        election,
        nominee,
        member=member,
        state=NominationState.ACCEPTED,
        **{"nationality": country, "residence": country, "statement": written()} | fields,
    )


def written(body: str = "Here is what I will do.", language: str = "en", *, now: datetime = NOW) -> Text:
    """A statement as it was written."""
    text = Text.objects.create(original_language=language)
    text.revisions.create(number=1, body=body, written_at=now)
    return text


def on_ballot(nomination: Nomination, number: int = 1) -> Candidate:
    """The candidate as fixed when the roll froze."""
    return Candidate.objects.create(
        election=nomination.election,
        nomination=nomination,
        number=number,
        name=nomination.nominee.name,
        member_name=nomination.member.name,
        country=nomination.member.country.code or "",
        sheet=sheet(nomination, now=NOW).as_json(),
    )


def challenge(
    nomination: Nomination,
    line: str,
    *,
    line_passed: bool = False,
    by: Person | None = None,
    now: datetime = NOW,
) -> EligibilityChallenge:
    """Somebody disputes a line of the sheet; nobody has answered yet."""
    return EligibilityChallenge.objects.create(
        nomination=nomination,
        line=line,
        line_passed=line_passed,
        filed_by=by or nomination.nominee,
        reason="The register is wrong.",
        filed_at=now,
    )
