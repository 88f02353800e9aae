"""The proclamation on paper: who is elected, and everything that lets a reader check it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from elections.models import Place, Proclamation
from elections.phrases.traces import quorum_text
from elections.selectors.box import board_of
from elections.selectors.elections import rules_of
from elections.selectors.results import ResultFacts, result_facts
from elections.selectors.scrutiny import scrutineers_of
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.pdf.selectors import documents_of
from lacralo.core.pdf.services import issue_document
from lacralo.core.people.models import Person

KIND = "proclamation"
_TEMPLATE = "pdf/elections/proclamation.html"


@dataclass(frozen=True)
class CountryWeight:
    """A country on the roll: how many members it has there, and what each of them weighs."""

    country: str
    members: int
    weight: Fraction

    @property
    def total(self) -> Fraction:
        """What the country weighs."""
        return self.members * self.weight


def proclamation_documents(proclamation: Proclamation) -> dict[str, IssuedDocument]:
    """The papers of a proclamation that were issued so far, by language; one query."""
    return documents_of(KIND, proclamation)


def issue_proclamation(
    *, proclamation: Proclamation, language: str, by: Person | None, now: datetime
) -> IssuedDocument:
    """The paper in that language: made the first time, the same file ever after.

    Its moments are UTC.  Raises CannotMakePdf where the libraries that draw it are missing.
    """
    with override(language), timezone.override(UTC):
        shows_votes = rules_of(proclamation.election).voters_published
        facts = result_facts(proclamation.election, with_voters=shows_votes)
        return issue_document(
            kind=KIND,
            subject=proclamation,
            title=_("Proclamation: %(election)s") % {"election": facts.election.title},
            template=_TEMPLATE,
            context=_context(proclamation, facts),
            language=language,
            by=by,
            now=now,
        )


def _context(proclamation: Proclamation, facts: ResultFacts) -> dict[str, object]:
    countries = country_weights(facts.election.places.order_by("number"))
    return {
        "facts": facts,
        "election": facts.election,
        "proclamation": proclamation,
        "quorum": quorum_text(facts.quorum) if facts.quorum else "",
        "countries": countries,
        "countries_number": len(countries),
        "rounding": facts.published.step if facts.published else None,
        "board": board_of(facts.election),
        "scrutineers": [each.person.name for each in scrutineers_of(facts.election)],
    }


def country_weights(places: Iterable[Place]) -> list[CountryWeight]:
    """The weights of a roll by country, in the order of the roll; members of a country weigh the same."""
    counted: dict[str, CountryWeight] = {}
    for place in places:
        known = counted.get(place.country)
        number = known.members + 1 if known else 1
        counted[place.country] = CountryWeight(place.country, number, place.weight)
    return list(counted.values())
