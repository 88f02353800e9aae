"""Who enters the administration: staff, and the holders of an office that runs elections."""

from datetime import timedelta

import pytest
from django.urls import reverse

from members.models import Term
from tests.builders import person, secretary
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db


def test_the_secretary_enters_without_being_made_staff_and_a_representative_does_not(client):
    answers = [
        at_the_desk(client, who).get(reverse("admin:index"), follow=True).status_code
        for who in (secretary(person("Ana")), person("Luz"))
    ]

    assert answers == [200, 403]


def test_the_secretary_reads_the_chain_and_the_rulebook_there(client):
    at_the_desk(client, secretary(person("Ana")))

    answers = [
        client.get(reverse(f"admin:core_{each}_changelist")).status_code
        for each in ("entry", "ruleset", "notice")
    ]

    assert answers == [200, 200, 200]


def test_the_door_closes_with_the_term(client):
    ana = secretary(person("Ana"))
    at_the_desk(client, ana)
    term = Term.objects.get(person=ana)
    Term.objects.filter(pk=term.pk).update(start=term.start - timedelta(days=9), end=term.start)

    assert client.get(reverse("admin:index"), follow=True).status_code == 403
