"""The result is proclaimed with its bundle, and the term of the elected begins."""

from datetime import datetime

from elections.enums.acts import Act
from elections.models import Election, Nomination, Proclamation
from elections.notifications import voting as notifications
from elections.notifications.nominations import everybody
from elections.permissions.voting import can_proclaim
from elections.rules.fingerprints import digest
from elections.selectors.bundles import composed_bundle
from elections.selectors.eligibility import acclaimed_in
from elections.selectors.results import last_proclamation, last_tally
from elections.selectors.scrutiny import is_secret
from elections.services.locks import locked_election
from elections.services.mixing import destroy_when_final
from elections.services.observers import tell_observers
from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.enums import EndReason
from members.selectors.offices import terms_ahead
from members.services.individuals import seat_elected
from members.services.offices import begin_term, end_term


@act
def proclaim(*, election: Election, by: Person, now: datetime) -> Proclamation:
    """LACRALO declares who is elected or acclaimed; the term begins on its day, and everybody is told.

    Proclaiming again changes nothing.  Raises Refused, also when the seat is not free on that day.
    """
    election = locked_election(election.pk)
    if election.proclaimed_at:
        return last_proclamation(election)
    require(can_proclaim(by, election, now=now))
    tally = last_tally(election)
    elected = tally.elected if tally else acclaimed_in(election)

    bundle = composed_bundle(election, elected)
    proclamation = Proclamation.objects.create(
        election=election,
        version=election.proclamations.count() + 1,
        tally=tally,
        elected=elected,
        is_acclamation=tally is None,
        proclaimed_at=now,
        proclaimed_by=by,
        bundle=bundle,
        digest=digest(bundle),
    )
    election.proclaimed_at = now
    election.save(update_fields=["proclaimed_at"])
    _begin_term(election, elected, by=by, now=now)

    record(
        Act.RESULT_PROCLAIMED,
        subject=election,
        by=by,
        at=now,
        role="officer",
        rule_set=election.rule_set.slug,
        digest=proclamation.digest,
    )
    if tally and is_secret(election):
        tell_observers(election, step="proclaimed", now=now)
        destroy_when_final(election, now=now)
    people = {each.pk: each for each in (elected.nominee, *everybody(election, now))}
    notifications.result_proclaimed(
        proclamation=proclamation, people=people.values(), name=elected.nominee.name, now=now
    )
    return proclamation


def _begin_term(election: Election, elected: Nomination, *, by: Person, now: datetime) -> None:
    """The elected takes the seat; a predecessor without a known end leaves it on that day.

    Whom the individual members elected acts from then on for their joint vote, if the register has its entry.
    """
    if election.position.seats == 1:
        for term in terms_ahead(election.position, after=election.term_start).filter(end=None):
            end_term(term=term, end=election.term_start, reason=EndReason.COMPLETED, by=by, now=now)
    begin_term(
        position=election.position,
        person=elected.nominee,
        member=elected.member,
        start=election.term_start,
        end=election.term_end,
        source=election.slug,
        by=by,
        now=now,
    )
    seat_elected(
        position=election.position,
        person=elected.nominee,
        start=election.term_start,
        decision=election.slug,
        by=by,
        now=now,
    )
