"""Lines of a sheet are disputed and decided with reasons; the single candidate is acclaimed."""

from datetime import datetime

from elections.enums.acts import Act
from elections.models import Election, EligibilityChallenge, Nomination
from elections.notifications import nominations as notifications
from elections.permissions.elections import can_acclaim
from elections.permissions.nominations import can_answer_challenge, can_dispute
from elections.rules.bundle import opening_digest
from elections.rules.disputing import may_answer_challenge, may_dispute
from elections.rules.running import objections_until
from elections.rules.statements import plain
from elections.selectors.bundles import acclamation_paper
from elections.selectors.elections import rules_of
from elections.selectors.eligibility import acclaimed_in, sheet, valid_nominations
from elections.services.locks import locked_election
from elections.services.rounds import end_acclamation, settle_round
from lacralo.core.audit import act, record
from lacralo.core.audit.links import digest_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.selectors.representation import represented_members


@act
def challenge_line(
    *, nomination: Nomination, line: str, reason: str, by: Person, now: datetime
) -> EligibilityChallenge:
    """The candidate disputes a line that did not pass, a member one that did; an officer has to answer.

    After an acclamation the same act is a member's objection, within the hours of the rule.
    Raises Refused.
    """
    nomination = _locked(nomination)
    require(can_dispute(by, nomination, now=now))
    is_candidate = by.pk == nomination.nominee_id
    disputed = sheet(nomination, now=now).line(line)
    require(
        may_dispute(
            is_on_sheet=disputed is not None,
            line_passed=disputed is not None and disputed.passed,
            is_candidate=is_candidate,
            has_open_challenge=nomination.challenges.filter(
                line=line, filed_by=by, answered_at=None
            ).exists(),
            reason=reason,
        )
    )

    challenge = EligibilityChallenge.objects.create(
        nomination=nomination,
        line=line,
        line_passed=disputed.passed,
        filed_by=by,
        member=None if is_candidate else represented_members(by, on=statute_day(now)).first(),
        reason=plain(reason),
        filed_at=now,
    )

    _record(Act.ELIGIBILITY_CHALLENGED, challenge, nomination.election, by=by, now=now)
    notifications.challenge_filed(challenge=challenge, now=now)
    return challenge


@act
def answer_challenge(
    *, challenge: EligibilityChallenge, is_upheld: bool, answer: str, by: Person, now: datetime
) -> EligibilityChallenge:
    """An officer who neither stands nor filed it decides, with reasons; an upheld challenge turns the line.

    Raises Refused.
    """
    nomination = _locked(challenge.nomination)
    election = nomination.election
    challenge = EligibilityChallenge.objects.select_for_update(of=("self",)).get(pk=challenge.pk)
    challenge.nomination = nomination
    require(can_answer_challenge(by, challenge, now=now))
    require(may_answer_challenge(is_open=True, answer=answer))

    challenge.is_upheld, challenge.answer = is_upheld, plain(answer)
    challenge.answered_at, challenge.answered_by = now, by
    challenge.save(update_fields=["is_upheld", "answer", "answered_at", "answered_by"])

    _record(Act.CHALLENGE_ANSWERED, challenge, election, by=by, now=now, role="officer")
    notifications.challenge_answered(challenge=challenge, now=now)
    _follow(election, by=by, now=now)
    return challenge


def _follow(election: Election, *, by: Person, now: datetime) -> None:
    """A decision may end an acclamation, and leave nobody valid: the next phase of nominations opens."""
    acclaimed = acclaimed_in(election)
    if acclaimed and not sheet(acclaimed, now=now).is_valid:
        end_acclamation(election)
    settle_round(election, by=by, now=now)


@act
def acclaim(*, election: Election, by: Person, now: datetime) -> Nomination:
    """The only valid candidate is acclaimed; for the hours of the rule members may object to eligibility.

    Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_acclaim(by, election, now=now))
    (nomination,) = valid_nominations(election, now)

    election.acclaimed_at = now
    election.save(update_fields=["acclaimed_at"])

    record(
        Act.CANDIDATE_ACCLAIMED,
        subject=nomination,
        by=by,
        at=now,
        role="officer",
        rule_set=election.rule_set.slug,
        digest=opening_digest(acclamation_paper(election, nomination)),
    )
    until = objections_until(now, rules_of(election))
    notifications.acclaimed(nomination=nomination, until=until, now=now)
    return nomination


def _locked(nomination: Nomination) -> Nomination:
    election = locked_election(nomination.election_id)
    nomination = Nomination.objects.select_related("nominee", "member").get(pk=nomination.pk)
    nomination.election = election
    return nomination


def _record(
    code: Act,
    challenge: EligibilityChallenge,
    election: Election,
    *,
    by: Person,
    now: datetime,
    role: str = "",
) -> None:
    digest = digest_of([challenge.line, challenge.reason, challenge.answer, challenge.is_upheld])
    record(code, subject=challenge, by=by, at=now, role=role, rule_set=election.rule_set.slug, digest=digest)
