"""Who voted has a credit for it: all voters together, when the vote is closed."""

import pytest

from elections.services.sealed_ballots import bar_place
from lacralo.core.deadlines.clock import statute_day
from members.models import Credit
from members.services.representation import replace_primary
from tests.builders import NOW, person
from tests.elections.builders import officer
from tests.elections.poll import (
    HOUR,
    closed,
    end_of_vote,
    holder_of,
    open_vote_of,
    place_of,
    published_members,
    vote_many,
)
from tests.elections.sealed import Papers, mixed, open_secret_vote, put_in_many

pytestmark = pytest.mark.django_db

HIDDEN = {"voters_published": False}


@pytest.fixture(autouse=True)
def _members():
    published_members()


def credits_of(election) -> list[tuple[str, str, bool]]:
    found = Credit.objects.filter(evidence_id=str(election.pk)).order_by("pk")
    return [(each.member.name, each.person.name, each.is_public) for each in found]


def names_at(election, *numbers, is_public: bool = True) -> list[tuple[str, str, bool]]:
    places = [place_of(election, number) for number in numbers]
    return [(place.member_name, holder_of(place).name, is_public) for place in places]


def test_in_a_roll_call_vote_every_place_with_a_ballot_gets_one_at_the_close():
    election = open_vote_of()
    vote_many(election, {5: "1", 3: "2"})
    vote_many(election, {3: "1"}, at=NOW + 2 * HOUR)
    before = Credit.objects.count()

    closed(election)

    assert (before, credits_of(election)) == (0, names_at(election, 3, 5))
    assert {each.earned_on for each in Credit.objects.all()} == {statute_day(end_of_vote(election))}


def test_in_a_secret_vote_all_get_theirs_together_in_the_order_of_the_roll():
    election = open_secret_vote(Papers())
    put_in_many(election, {9: "1", 2: "2", 30: "1"})
    put_in_many(election, {2: "1", 7: "2"})
    bar_place(place=place_of(election, 7), reason="Recused.", by=officer(), now=NOW + 2 * HOUR)
    before = Credit.objects.count()

    mixed(election)
    mixed(election)

    assert (before, credits_of(election)) == (0, names_at(election, 2, 9, 30))


def test_where_the_rules_do_not_publish_the_voters_their_credits_are_not_public():
    election = open_secret_vote(Papers(), rules=HIDDEN)
    put_in_many(election, {4: "1"})

    mixed(election)

    assert credits_of(election) == names_at(election, 4, is_public=False)


def test_of_a_secret_vote_the_credit_names_who_holds_the_vote_at_the_close():
    election = open_secret_vote(Papers())
    put_in_many(election, {4: "1"})
    successor, member = person("Sucesora"), place_of(election, 4).member
    replace_primary(
        member=member, person=successor, start=statute_day(NOW), reason="Elected.", by=None, now=NOW + HOUR
    )

    mixed(election)

    assert credits_of(election) == [(member.name, "Sucesora", True)]
