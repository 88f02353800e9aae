"""A candidate's statement: written anew until the freeze, translated by the candidate and by officers."""

from datetime import datetime

from elections.enums.acts import Act
from elections.models import Nomination
from elections.permissions.nominations import can_translate_statement, can_write_statement
from elections.rules.statements import may_keep, plain
from elections.selectors.elections import rules_of
from elections.services.locks import locked_election
from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.texts.enums import TranslationStatus
from lacralo.core.texts.models import Revision, Translation
from lacralo.core.texts.services import translate_revision, write_revision
from lacralo.core.verdicts import require


@act
def rewrite_statement(*, nomination: Nomination, body: str, by: Person, now: datetime) -> Revision:
    """The candidate writes the statement anew, in its original language; translations are then out of date.

    Raises Refused.
    """
    nomination = _locked(nomination)
    require(can_write_statement(by, nomination))
    require(may_keep(body, rules_of(nomination.election)))

    revision = write_revision(text=nomination.statement, body=plain(body), by=by, now=now)

    _record(nomination, by=by, now=now)
    return revision


@act
def translate_statement(
    *, nomination: Nomination, language: str, body: str, status: TranslationStatus, by: Person, now: datetime
) -> Translation:
    """A translation of the latest wording, within the same limit; its status says how far it can be trusted.

    Raises Refused, CannotTranslate.
    """
    nomination = _locked(nomination)
    reviewed = status == TranslationStatus.REVIEWED
    require(can_translate_statement(by, nomination, now=now, calls_it_reviewed=reviewed))
    require(may_keep(body, rules_of(nomination.election)))

    latest = nomination.statement.revisions.order_by("-number").first()
    translation = translate_revision(
        revision=latest, language=language, body=plain(body), status=status, by=by, now=now
    )

    _record(nomination, by=by, now=now)
    return translation


def _locked(nomination: Nomination) -> Nomination:
    """The election first: a statement does not change while its ballot is being frozen."""
    election = locked_election(nomination.election_id)
    nomination = Nomination.objects.select_for_update(of=("self",)).get(pk=nomination.pk)
    nomination.election = election
    return nomination


def _record(nomination: Nomination, *, by: Person, now: datetime) -> None:
    rule_set = nomination.election.rule_set.slug
    record(Act.STATEMENT_WRITTEN, subject=nomination, by=by, at=now, rule_set=rule_set)
