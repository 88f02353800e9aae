"""The keeper at work in the admin: every act goes through its service, nothing is edited."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from lacralo.core.people.models import Person
from members.models import Member, Representation, SubregionCountry, Term
from tests.builders import accredited, keeper, member, person, position, representative, term, voter_of
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

MODELS = (
    "members_member", "members_statusperiod", "members_subregioncountry", "members_representation",
    "members_term", "members_body", "members_position", "members_profile", "core_person",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture
def desk(client):
    return at_the_desk(client, keeper())


def do(client, act, row=None, /, **answers):
    return client.post(reverse(f"admin:{act}", args=[row.pk] if row else []), answers)


@pytest.mark.parametrize("model", MODELS)
def test_the_keeper_reads_every_list_and_staff_without_an_office_none(client, model):
    url = reverse(f"admin:{model}_changelist")

    seen = [at_the_desk(client, who).get(url).status_code for who in (keeper(), person(is_staff=True))]

    assert seen == [200, 403]


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_added_edited_or_deleted_by_hand(desk, model):
    assert desk.get(reverse(f"admin:{model}_add")).status_code == 403


def test_a_row_is_read_with_its_history_and_its_acts(desk):
    als = accredited()

    page = desk.get(reverse("admin:members_member_change", args=[als.pk]))
    history = desk.get(reverse("admin:members_member_history", args=[als.pk]))
    posted = desk.post(reverse("admin:members_member_change", args=[als.pk]), {"name": "Changed"})

    assert [link["label"] for link in page.context["act_links"]] == [
        "Put the entry right",
        "Set the status",
        "Replace the primary representative",
        "Begin a representation",
    ]
    assert (history.status_code, posted.status_code) == (200, 403)
    assert Member.objects.get().name == als.name


def test_a_member_enters_and_its_entry_is_put_right(desk):
    do(
        desk, "members_member_register", name="Red", kind="als", country="PE", status="applicant",
        reason="application", accredited_on="", website="", note="", status_start="",
    )  # fmt: skip
    red = Member.objects.get()

    do(desk, "members_member_put_right", red, name="Red Andina", country="PE", reason="asked by them")
    red.refresh_from_db()

    assert (red.name, red.country.code, red.status_periods.get().status) == ("Red Andina", "PE", "applicant")


def test_a_status_is_set_with_its_reason_and_refused_without(desk):
    als = member(status="applicant", since=date(2025, 1, 1))

    refused = do(desk, "members_member_status", als, status="accredited", start="2026-01-01", reason="")
    do(desk, "members_member_status", als, status="accredited", start="2026-01-01", reason="ICANN, 5 May")

    assert list(refused.context["form"].errors) == ["reason"]
    assert als.status_periods.get(end=None).reason == "ICANN, 5 May"


def test_a_refusal_of_the_service_is_shown_on_the_form(desk):
    als = accredited()

    response = do(
        desk,
        "members_member_begin_representation",
        als,
        person=person().pk,
        role="primary",
        start="2026-01-01",
    )

    assert response.context["form"].non_field_errors() == [
        f"{voter_of(als).name} is or will be the primary representative in that time; "
        "only one holds the vote."
    ]
    assert Representation.objects.count() == 1


def test_a_primary_is_replaced_and_a_representation_ended(desk):
    als, after = accredited(), person("After")

    do(desk, "members_member_replace_primary", als, person=after.pk, start="2026-01-01", reason="elected")
    present = als.representations.get(end=None)
    do(desk, "members_representation_end", present, end="2026-02-01", reason="left")

    present.refresh_from_db()
    assert (present.person, present.end, present.end_reason) == (after, date(2026, 2, 1), "left")


def test_a_term_begins_and_ends(desk):
    ana = person("Ana")

    do(
        desk,
        "members_term_begin",
        position=position("chair").pk,
        person=ana.pk,
        start="2026-01-01",
        source="vote",
    )
    began = Term.objects.get(person=ana)
    do(desk, "members_term_end", began, end="2026-02-01", reason="resigned")

    began.refresh_from_db()
    assert (began.source, began.end, began.end_reason) == ("vote", date(2026, 2, 1), "resigned")


def test_a_country_is_assigned_and_a_person_entered(desk):
    do(desk, "members_subregioncountry_assign", country="GF", subregion="C", source="Motion 9")
    do(
        desk, "core_person_register", name="Ana", email="Ana@example.org", language="fr",
        time_zone="America/Cayenne",
    )  # fmt: skip
    again = do(
        desk, "core_person_register", name="Ana", email="ana@example.org", language="fr", time_zone="Nowhere"
    )

    assert SubregionCountry.objects.get().country.code == "GF"
    assert Person.objects.get(name="Ana").email == "ana@example.org"
    assert sorted(again.context["form"].errors) == ["email", "time_zone"]


@pytest.mark.parametrize(
    "act, row",
    [
        ("members_member_status", accredited),
        ("members_member_register", None),
        ("members_member_import", None),
        ("members_term_end", lambda: term("chair")),
    ],
)
def test_an_act_refuses_staff_who_do_not_keep_the_register(client, act, row):
    url = reverse(f"admin:{act}", args=[row().pk] if row else [])
    at_the_desk(client, person(is_staff=True))

    assert [client.get(url).status_code, client.post(url).status_code] == [403, 403]


def test_lists_are_filtered_searched_and_take_as_many_queries_for_thirty_as_for_one(
    desk, django_assert_max_num_queries
):
    for _ in range(30):
        accredited()
    member("Ñandú", "PY", status="applicant")
    representative(member(), end=date(2021, 1, 1))

    with django_assert_max_num_queries(16):
        everything = desk.get(reverse("admin:members_member_changelist"))
    found = desk.get(reverse("admin:members_member_changelist"), {"q": "ñandu"})
    applicants = desk.get(reverse("admin:members_member_changelist"), {"status": "applicant"})
    ended = desk.get(reverse("admin:members_representation_changelist"), {"today": "no"})
    running = desk.get(reverse("admin:members_representation_changelist"), {"today": "yes"})

    counts = [page.context["cl"].result_count for page in (everything, found, applicants, ended, running)]
    assert counts == [32, 1, 1, 1, 30]
