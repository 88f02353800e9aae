"""What every page of an election begins with: the election, as far as this reader may see it."""

from django.http import Http404

from elections.models import Election, Nomination
from elections.selectors.elections import loaded
from lacralo.core.deadlines.clock import statute_day
from members.selectors.offices import runs_elections


def is_officer(request) -> bool:
    """Whether the reader runs elections today."""
    return request.person is not None and runs_elections(request.person, on=statute_day(request.now))


def election_or_404(request, slug: str) -> Election:
    """A published election; a draft only for those who run elections."""
    election = loaded(slug, runs_elections=True).first()
    if election is None or (election.published_at is None and not is_officer(request)):
        raise Http404
    return election


def nomination_or_404(request, slug: str, pk: int) -> Nomination:
    """A nomination of an election, with its people; what of it the reader may see is the page's business."""
    election = election_or_404(request, slug)
    nominations = election.nominations.select_related(
        "nominee", "member", "nominated_by", "nominating_member", "statement"
    )
    nomination = nominations.filter(pk=pk).first()
    if nomination is None:
        raise Http404
    nomination.election = election
    return nomination
