"""What the pages say of the joint vote of the individual members, and of their own election."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from elections.enums import Bar, CalendarKey
from elections.phrases.individuals import JOINT_VOTE
from elections.rules.calendar import step
from elections.selectors.elections import steps_of
from lacralo.core.deadlines.clock import database_now
from members.enums import Role
from members.enums.individuals import JointSeat
from members.models import Term
from members.phrases.individuals import SEAT_AHEAD, SEAT_SENTENCES
from tests.builders import LONG_AGO, accredited, person, position, representative, voter_of
from tests.elections.builders import officer, prepared, rule_set
from tests.elections.individuals import ALTERNATE, REPRESENTATIVE, call_of_individuals, vote_of_individuals
from tests.elections.poll import HOUR, count_of, open_vote_of, vote_many
from tests.members.builders import at_the_desk
from tests.members.individuals_builders import individual, joint_vote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    """Addresses made here are those of the English pages."""
    with override("en"):
        yield


def page(name, *args):
    return reverse(f"elections:{name}", args=args)


def text(answer):
    return " ".join(answer.content.decode().split())


def elected(key, name):
    Term.objects.create(position=position(key), person=person(name), start=LONG_AGO)


@pytest.mark.parametrize("rule", JOINT_VOTE)
def test_the_page_of_the_joint_vote_says_what_it_is_and_what_the_rules_make_of_it(client, rule):
    rule_set(individual_vote=str(rule))
    elected(REPRESENTATIVE, "Luz Elected")
    individual("Luz")

    answer = client.get(joint_vote().get_absolute_url())

    assert answer.status_code == 200
    assert str(JOINT_VOTE[rule]) in text(answer)
    assert "1 individual member is accredited today." in text(answer)
    assert "Luz Elected" in text(answer)


def test_with_nobody_to_represent_and_nobody_elected_it_says_so(client):
    answer = client.get(joint_vote().get_absolute_url())

    assert "No individual member is accredited today" in text(answer)
    assert "Nobody holds these posts today." in text(answer)
    assert "The portal has no election of these posts yet." in text(answer)


def test_the_page_of_an_als_says_nothing_of_it(client):
    assert "What this entry is" not in text(client.get(accredited().get_absolute_url()))


def test_its_page_asks_as_much_of_one_individual_as_of_thirty(client):
    rule_set()
    entry = joint_vote()
    counts = []
    for number in (1, 29):
        for each in range(number):
            individual(f"Individual {number} {each}")
        with CaptureQueriesContext(connection) as captured:
            client.get(entry.get_absolute_url())
        counts.append(len(captured))

    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_the_directory_leads_to_it_and_does_not_count_it(client):
    accredited("Red")
    entry = joint_vote()

    answer = client.get(reverse("members:member_list"))

    assert "1 member found." in text(answer)
    assert entry.get_absolute_url() in text(answer)


def test_participation_of_it_is_no_page(client):
    rule_set()
    entry = joint_vote()
    client.force_login(representative(entry))

    assert client.get(reverse("members:participation_of", args=[entry.slug])).status_code == 404


@pytest.mark.parametrize("rule", JOINT_VOTE)
def test_how_an_election_works_tells_of_it(client, rule):
    rule_set(individual_vote=str(rule))

    answer = text(client.get(page("how_it_works")))

    assert str(JOINT_VOTE[rule]) in answer
    assert "Only they nominate, stand and vote" in answer


def test_both_posts_are_offered_when_an_election_is_prepared(client):
    posts = [position(key) for key in (REPRESENTATIVE, ALTERNATE)]
    rule_set()
    at_the_desk(client, officer())

    answer = text(client.get(page("prepare")))

    for post in posts:
        assert f'<option value="{post.pk}">' in answer


def test_their_roll_says_whose_it_is(client):
    election = vote_of_individuals()

    answer = text(client.get(page("roll", election.slug)))

    assert "Only the individual members are on this roll" in answer
    assert "is not counted as a country" not in answer


def test_the_roll_says_in_words_what_the_joint_vote_weighs(client):
    accredited(country="PE")
    individual("Luz")
    entry = joint_vote()
    representative(entry)
    election = open_vote_of(now=database_now() - HOUR, individual_vote="collective_lowest_weight")
    client.force_login(voter_of(entry))

    roll, ballot = (text(client.get(page(name, election.slug), follow=True)) for name in ("roll", "ballot"))

    assert "as the lightest of an ALS" in roll
    assert "It is the joint vote of the individual members" in roll
    assert "It is the joint vote of the individual members" in ballot


def test_without_individual_members_the_roll_says_why_the_joint_vote_is_not_on_it(client):
    accredited(country="PE")
    joint_vote()
    election = open_vote_of(individual_vote="collective_lowest_weight")

    assert "the joint vote has nobody to represent" in text(client.get(page("roll", election.slug)))


def test_an_individual_nominates_another_in_two_steps_and_nobody_new(client):
    election = call_of_individuals(now=database_now())
    luz, teo, als = individual("Luz"), individual("Teo"), accredited("Red de un ALS")
    representative(teo, role=Role.ALTERNATE)
    client.force_login(voter_of(luz))
    path = page("nominate", election.slug)

    first, second = client.get(path), client.get(path, {"als": teo.slug})
    refused = client.get(path, {"als": als.slug})
    sent = client.post(
        f"{path}?als={teo.slug}", {"nominee": voter_of(teo).pk, "nominating_member": luz.pk, "reason": ""}
    )

    assert "Step 1 of 2: which individual member?" in text(first)
    assert "Red de un ALS" not in text(first)
    assert list(second.context["form"].fields) == ["nominee", "nominating_member", "reason"]
    assert [value for value, _ in second.context["form"].fields["nominee"].choices] == [str(voter_of(teo).pk)]
    assert [line.code for line in refused.context["refused"].bars] == [Bar.NOT_AN_INDIVIDUAL_MEMBER]
    assert sent.status_code == 302
    assert election.nominations.get().nominee == voter_of(teo)


def test_an_als_does_not_get_to_the_form(client):
    election = call_of_individuals(now=database_now())
    client.force_login(voter_of(accredited()))

    answer = client.get(page("nominate", election.slug))

    assert answer.status_code == 403
    assert [line.code for line in answer.context["verdict"].bars] == [Bar.NOMINATOR_NOT_AN_INDIVIDUAL]


def ready_to_proclaim():
    """Counted; the window is over by now, as it is for who comes to the page."""
    election = vote_of_individuals()
    vote_many(election, {1: "1", 2: "1", 3: "1"})
    count_of(election)
    assert step(steps_of(election), CalendarKey.CHALLENGE).ends < database_now()
    return election


@pytest.mark.parametrize("has_entry", [True, False])
def test_who_proclaims_reads_before_and_after_what_the_register_makes_of_it(client, has_entry):
    if has_entry:
        joint_vote()
    election = ready_to_proclaim()
    at_the_desk(client, officer())
    path = page("result_proclaim", election.slug)

    before = client.get(path)
    after = client.post(path, follow=True)

    ahead, became = (
        (JointSeat.NOT_SEATED, JointSeat.SEATED) if has_entry else (JointSeat.NO_ENTRY, JointSeat.NO_ENTRY)
    )
    assert str(SEAT_AHEAD[ahead]) in text(before)
    assert str(SEAT_SENTENCES[became]) in text(after)


def test_the_officer_of_another_election_reads_nothing_of_it(client):
    joint_vote()
    rule_set()

    assert not prepared("chair", subregion="").is_among_individuals
