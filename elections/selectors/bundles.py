"""The bundle of an election: everything that lets an outsider recount it, up to the head of the chain."""

from elections.enums import CalendarKey
from elections.models import Candidate, Election, EligibilityChallenge, Nomination
from elections.rules import bundle
from elections.rules.calendar import step
from elections.selectors.ballots import ballot_kind, candidates_on
from elections.selectors.box import bars_of, board_of, voters_listed
from elections.selectors.counts import as_cast, cast_ballots, counted
from elections.selectors.elections import rules_of, steps_of
from elections.selectors.results import last_tally
from elections.selectors.rolls import frozen_roll
from elections.selectors.scrutiny import is_secret, present_key
from lacralo.core.audit.chain import as_published
from lacralo.core.audit.models import Entry


def paper_of(election: Election) -> dict[str, object]:
    """What is asked and under which rules, as fixed when the vote opened; the same ever after."""
    return bundle.paper(
        election=_election_facts(election, str(ballot_kind(election))),
        candidates=[_candidate_row(each) for each in candidates_on(election)],
        rules=rules_of(election),
        rule_set=election.rule_set.slug,
        articles=_citations(election),
    )


def acclamation_paper(election: Election, nomination: Nomination) -> dict[str, object]:
    """The same where one candidate was acclaimed and there is no vote."""
    return bundle.paper(
        election=_election_facts(election, "acclamation"),
        candidates=[_acclaimed_row(nomination)],
        rules=rules_of(election),
        rule_set=election.rule_set.slug,
        articles=_citations(election),
    )


def composed_bundle(election: Election, nomination: Nomination | None = None) -> dict[str, object]:
    """The bundle as of now: entries of this election in full, those of others by hash, up to the head.

    `nomination` is the person acclaimed, where there was no vote.
    """
    if election.mixed_at is None:
        return bundle.compose(acclamation_paper(election, nomination), chain=_chain(election))
    if is_secret(election):
        return _secret_bundle(election)
    tally, quorum = counted(election)
    return bundle.compose(
        paper_of(election),
        chain=_chain(election),
        roll=frozen_roll(election).content,
        ballots=[as_cast(each) for each in cast_ballots(election)],
        quorum=quorum,
        tally=tally,
    )


def _secret_bundle(election: Election) -> dict[str, object]:
    board, key, rules = board_of(election), present_key(election), rules_of(election)
    return bundle.compose_secret(
        paper_of(election),
        chain=_chain(election),
        roll=frozen_roll(election).content,
        box=bundle.SealedBox(
            trackers=board.trackers,
            replaced=board.replaced,
            voided=board.voided,
            voters=voters_listed(election),
            voters_salt=board.voters_salt,
            scrutineers=len(key.numbers),
            needed=key.needed,
        ),
        barred=[bundle.barred_row(each.place.number, each.barred_at) for each in bars_of(election)],
        record=last_tally(election).record,
        voters_published=rules.voters_published,
    )


def _election_facts(election: Election, ballot: str) -> dict[str, object]:
    """Facts that no language and no later day changes: their hash was taken at the opening."""
    vote = step(steps_of(election), CalendarKey.VOTE)
    return {
        "id": election.slug,
        "title": election.slug,
        "post": election.position.key,
        "year": election.year,
        "subregion": election.subregion,
        "secrecy": str(election.secrecy),
        "ballot": ballot,
        "opens_at": bundle.moment(vote.starts),
        "closes_at": bundle.moment(vote.ends),
    }


def _candidate_row(candidate: Candidate) -> dict[str, object]:
    return {
        "id": str(candidate.number),
        "name": candidate.name,
        "member": candidate.member_name,
        "country": candidate.country,
    }


def _acclaimed_row(nomination: Nomination) -> dict[str, object]:
    return {
        "id": "1",
        "name": nomination.nominee.name,
        "member": nomination.member.name,
        "country": nomination.member.country.code or "",
    }


def _citations(election: Election) -> dict[str, str]:
    """The articles that the rule set itself cites for its parameters."""
    cited = election.rule_set.citations.get("elections", {})
    return {name: text for name, text in cited.items() if isinstance(text, str) and text}


def _chain(election: Election) -> dict[str, object]:
    """The chain from this election's first entry to the head."""
    own = set(Entry.objects.about(election).values_list("sequence", flat=True))
    nominations = [str(pk) for pk in election.nominations.values_list("pk", flat=True)]
    challenges = EligibilityChallenge.objects.filter(nomination__election=election)
    labels = {
        Nomination._meta.label_lower: nominations,
        EligibilityChallenge._meta.label_lower: [str(pk) for pk in challenges.values_list("pk", flat=True)],
    }
    for label, keys in labels.items():
        about = Entry.objects.filter(subject_type=label, subject_id__in=keys)
        own.update(about.values_list("sequence", flat=True))
    entries = Entry.objects.filter(sequence__gte=min(own)).in_order()
    return bundle.chain_extract((as_published(entry) for entry in entries), own)
