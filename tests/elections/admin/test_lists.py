"""Elections in the admin are read, never edited."""

import pytest
from django.contrib import admin
from django.urls import reverse

from tests.builders import person
from tests.elections.builders import candidate, challenge, officer, on_ballot, open_call, rotation
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

MODELS = [model for model in admin.site._registry if model._meta.app_label == "elections"]


@pytest.fixture
def staff():
    """An officer who works in the admin."""
    who = officer()
    who.is_staff = True
    who.save()
    return who


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_an_officer_reads_every_list_and_can_change_nothing(client, staff, model):
    rotation()
    standing = candidate(open_call())
    challenge(standing, "elections.no_pledge", line_passed=True), on_ballot(standing)
    name = model._meta.model_name
    at_the_desk(client, staff)

    listed = client.get(reverse(f"admin:elections_{name}_changelist"))
    added = client.get(reverse(f"admin:elections_{name}_add"))

    assert (listed.status_code, added.status_code) == (200, 403)
    for row in model.objects.all()[:1]:
        shown = client.get(reverse(f"admin:elections_{name}_change", args=[row.pk]))
        assert (shown.status_code, 'name="_save"' in shown.content.decode()) == (200, False)


def test_staff_who_do_not_run_elections_do_not_read_them(client):
    at_the_desk(client, person(is_staff=True))

    assert client.get(reverse("admin:elections_election_changelist")).status_code == 403


def test_the_page_of_an_election_leads_to_its_desk_and_its_history(client, staff):
    election = open_call()
    at_the_desk(client, staff)

    shown = client.get(reverse("admin:elections_election_change", args=[election.pk])).content.decode()
    history = client.get(reverse("admin:elections_election_history", args=[election.pk]))

    assert reverse("elections:review", args=[election.slug]) in shown
    assert history.status_code == 200
