"""Filing a statement page by page, and the public register."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from conflicts.models import Statement
from tests.builders import keeper, person, statement, term
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

ANSWERS = {
    "incompatibilities": ["paid_by_icann", "decides_in_government"],
    "other_interests": "I teach.\r\nI will step aside.",
}


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def new(client, **answers):
    return client.post(reverse("conflicts:statement_new"), answers)


def test_a_stranger_reads_the_register_and_is_asked_to_sign_in_for_the_rest(client):
    filed = statement(person("Ana"))
    urls = [
        reverse("conflicts:statement_list"),
        reverse("conflicts:statement"),
        reverse("conflicts:statement_new"),
        reverse("conflicts:statement_detail", args=[filed.pk]),
    ]

    assert [client.get(url).status_code for url in urls] == [200, 302, 302, 302]


def test_answers_are_checked_before_they_are_filed_and_kept_nowhere_between(client):
    ana = person("Ana")
    client.force_login(ana)

    check = new(client, **ANSWERS)
    between = Statement.objects.count(), [*client.session.keys()]
    filed = new(client, **ANSWERS, file="1")

    assert check.context["answers"]["incompatibilities"] == ANSWERS["incompatibilities"]
    assert 'value="paid_by_icann"' in check.content.decode()
    assert "no-store" in check["Cache-Control"]
    assert between[0] == 0
    assert "statement" not in " ".join(between[1])
    assert filed.url == reverse("conflicts:statement")
    kept = Statement.objects.get()
    assert (kept.person, kept.incompatibilities, kept.other_interests) == (
        ana,
        ["decides_in_government", "paid_by_icann"],
        ANSWERS["other_interests"],
    )


def test_answers_can_be_changed_before_filing(client):
    client.force_login(person())

    form = new(client, **ANSWERS, change="1").context["form"]

    assert (form.is_bound, form.initial) == (False, ANSWERS)


def test_none_of_these_is_an_answer_and_stands_alone(client):
    client.force_login(person())

    nothing = new(client, other_interests="")
    both = new(client, incompatibilities=["none", "paid_by_icann"])
    unknown = new(client, incompatibilities=["rich"], file="1")
    new(client, incompatibilities=["none"], file="1")

    assert [list(page.context["form"].errors) for page in (nothing, both, unknown)] == [
        ["incompatibilities"]
    ] * 3
    assert Statement.objects.get().incompatibilities == []


def test_every_field_says_who_reads_it(client):
    client.force_login(person())

    form = client.get(reverse("conflicts:statement_new")).context["form"]

    assert set(form.who_sees) == set(form.fields)


def test_i_see_everything_that_i_filed(client):
    ana = person("Ana")
    statement(ana, other="canary-first")
    statement(ana, other="canary-second")
    statement(person("Luis"), other="canary-other")
    client.force_login(ana)

    page = client.get(reverse("conflicts:statement")).content.decode()

    assert [word in page for word in ("canary-first", "canary-second", "canary-other")] == [True, True, False]


def test_what_a_statement_says_appears_to_its_owner_and_the_ethics_committee_only(client):
    ana = person("Ana")
    filed = statement(ana, other="canary-interest", incompatibilities=("represents_country_at_gac",))
    detail = reverse("conflicts:statement_detail", args=[filed.pk])
    urls = [detail, reverse("conflicts:statement_list"), reverse("conflicts:statement")]

    def sees(who):
        at_the_desk(client, who)
        seen = b"".join(client.get(url).content for url in urls)
        return b"canary-interest" in seen, b"GAC" in seen, client.get(detail).status_code

    assert sees(ana) == (True, True, 200)
    assert sees(term("ethics_member").person) == (True, True, 200)
    for other in (keeper(), term("chair").person, person(is_staff=True, is_superuser=True), person()):
        assert sees(other) == (False, False, 404)


def test_the_admin_shows_no_statement_to_anybody(client):
    statement(person("Ana"), other="canary-interest")
    at_the_desk(client, person(is_staff=True, is_superuser=True))

    index = client.get(reverse("admin:index")).content.decode()

    assert ("conflicts/" in index, "canary-interest" in index) == (False, False)


def test_the_register_takes_as_many_queries_with_thirty_lines_as_with_one(client):
    counts = []
    for more in (1, 29):
        for _ in range(more):
            statement(person())
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("conflicts:statement_list"))
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[1] <= 10
