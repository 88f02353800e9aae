"""Of a secret vote the admin shows what anybody may know, and nothing by which a choice could be found."""

import pytest
from django.contrib import admin
from django.urls import reverse

from elections import models
from elections.enums.seals import Purpose
from elections.services.ballots import REMIND_TASK
from elections.services.observers import begin_observing
from elections.services.reminders import remind
from elections.services.sealed_ballots import bar_place
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from tests.builders import NOW, person
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote, place_of, published_members
from tests.elections.sealed import Papers, mixed, open_secret_vote, put_in_many, remove
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

#: What would lead from a voter to a choice, or from the database to the key.
NEVER_SHOWN = (models.Envelope, models.MixedEnvelope, models.RetiredTracker, models.SealedKey, models.Ballot)
SHOWN = (
    models.Scrutineer,
    models.Observer,
    models.ElectionKey,
    models.Opening,
    models.Board,
    models.PlaceBar,
    models.Postponement,
    models.SetBack,
)


@pytest.mark.parametrize("model", NEVER_SHOWN, ids=lambda model: model._meta.model_name)
def test_what_could_join_names_to_choices_is_in_no_admin(model):
    assert not admin.site.is_registered(model)
    assert [each for each in inlined_models() if each is model] == []


def inlined_models() -> list:
    """The models that stand on the page of another one."""
    return [inline.model for each in admin.site._registry.values() for inline in each.inlines]


@pytest.fixture
def desk(client):
    """An officer's browser in the admin."""
    who = officer()
    who.is_staff = True
    who.save()
    return at_the_desk(client, who)


@pytest.fixture
def election():
    """A secret vote that one scrutineer of two has begun to open; a place was barred, somebody watches."""
    papers = Papers()
    published_members()
    election = open_secret_vote(papers)
    put_in_many(election, dict.fromkeys(range(1, 9), "1"))
    begin_observing(election=election, by=person("Olga"), now=NOW)
    bar_place(place=place_of(election, 3), reason="It lost its vote.", by=officer(), now=NOW + HOUR)
    mixed(election)
    first = election.scrutineers.select_related("person").get(number=1)
    remove(first, papers, Purpose.COUNT, at=end_of_vote(election) + HOUR)
    return election


def secrets_of(election) -> list[str]:
    """Every text in the database that is sealed or that opens something."""
    sealed = list(election.mixed_envelopes.values_list("sealed", flat=True))
    sealed += models.SealedKey.objects.values_list("sealed", flat=True)
    sealed += models.ElectionKey.objects.values_list("test_envelope", flat=True)
    for opening in models.Opening.objects.all():
        sealed += opening.remaining.values()
    return sealed


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.model_name)
def test_an_officer_reads_a_secret_vote_there_and_nothing_that_is_sealed(desk, election, model):
    name = model._meta.model_name
    pages = [reverse(f"admin:elections_{name}_changelist")]
    pages += [reverse(f"admin:elections_{name}_change", args=[row.pk]) for row in model.objects.all()]

    answers = [desk.get(page) for page in pages]

    assert {answer.status_code for answer in answers} == {200}
    told = "".join(answer.content.decode() for answer in answers)
    assert len(secrets_of(election)) >= 15
    assert [secret for secret in secrets_of(election) if secret in told] == []
    assert 'name="_save"' not in told


def test_a_list_answers_no_question_about_what_is_sealed(desk, election):
    page = reverse("admin:elections_opening_changelist")
    opening = models.Opening.objects.get(purpose=Purpose.COUNT)
    sealed = next(iter(opening.remaining.values()))

    answer = desk.get(page, {"remaining__icontains": sealed[:6]})

    assert answer.status_code == 400
    assert desk.get(page, {"purpose__exact": "count"}).status_code == 200


ASKED_BEHIND = (
    ("elections_election", "retired_trackers__isnull"),
    ("elections_election", "mixed_envelopes__isnull"),
    ("elections_place", "ballots__isnull"),
    ("elections_scrutineer", "public_key__startswith"),
    ("core_notice", "body__contains"),
    ("core_notice", "event__startswith"),
)


@pytest.mark.parametrize(("listed", "question"), ASKED_BEHIND)
def test_no_list_answers_about_what_it_does_not_show(desk, election, listed, question):
    page = reverse(f"admin:{listed}_changelist")

    assert (desk.get(page).status_code, desk.get(page, {question: "0"}).status_code) == (200, 400)


def test_the_outbox_lists_nobody_who_voted_voted_again_or_was_reminded_to(desk):
    papers = Papers()
    published_members()
    running = open_secret_vote(papers)
    put_in_many(running, {3: "1"})
    put_in_many(running, {3: "2"})
    write_reminders(running)
    hidden = ("received:", "reminder:")

    answers = {each: desk.get(reverse("admin:core_notice_changelist"), {"q": each}) for each in hidden}
    rows = [Notice.objects.filter(event__contains=each) for each in hidden]
    pages = [desk.get(reverse("admin:core_notice_change", args=[each[0].pk])) for each in rows]

    assert [len(each) for each in rows] == [2, 41]
    assert [each.context["cl"].result_count for each in answers.values()] == [0, 0]
    assert [each.status_code for each in pages] == [302, 302]
    others = desk.get(reverse("admin:core_notice_changelist"), {"q": ":opening"}).context["cl"]
    assert others.result_count == Notice.objects.filter(event__contains=":opening").count() > 0


def write_reminders(election):
    """The reminder of half the time falls due."""
    due = Deadline.objects.open().filter(task=REMIND_TASK).earliest("due_at")
    remind(pk=due.pk, now=due.due_at)


def test_staff_who_run_no_elections_read_none_of_it(client, election):
    at_the_desk(client, person(is_staff=True))
    pages = [reverse(f"admin:elections_{model._meta.model_name}_changelist") for model in SHOWN]

    assert {client.get(page).status_code for page in pages} == {403}
