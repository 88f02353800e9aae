"""One's own pages."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from members.enums import Role
from members.models import Profile
from members.services.confirmations import confirm_entry
from tests.builders import NOW, accredited, keeper, member, person, representative, voter_of
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

PROFILE = {
    "name": "Ana Nueva",
    "language": "fr",
    "time_zone": "America/Cayenne",
    "residence": "PE",
    "nationalities": ["PE", "BO"],
    "gender": "canary-gender",
    "activities": "canary-activity",
}


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.mark.parametrize("page", ["profile", "my_members"])
def test_a_stranger_is_asked_to_sign_in(client, page):
    response = client.get(reverse(f"members:{page}"))

    assert (response.status_code, response.url.split("?")[0]) == (302, reverse("account_login"))


def test_a_profile_is_saved_and_shown_again(client):
    ana = person("Ana")
    client.force_login(ana)

    response = client.post(reverse("members:profile"), PROFILE)
    shown = client.get(reverse("members:profile")).context["form"].initial

    assert response.url == reverse("members:profile")
    assert shown == PROFILE | {"nationalities": ["BO", "PE"]}


def test_a_wrong_answer_is_refused_beside_its_field(client):
    ana = person("Ana")
    client.force_login(ana)

    response = client.post(
        reverse("members:profile"), PROFILE | {"time_zone": "Mars/Base", "name": "", "residence": "ZZ"}
    )

    assert sorted(response.context["form"].errors) == ["name", "residence", "time_zone"]
    ana.refresh_from_db()
    assert ana.name == "Ana"


def test_every_field_says_who_sees_it(client):
    client.force_login(person())

    form = client.get(reverse("members:profile")).context["form"]

    assert set(form.who_sees) == set(form.fields)


def test_what_is_confidential_appears_on_no_page_of_others(client):
    als = accredited()
    ana = voter_of(als)
    client.force_login(ana)
    client.post(reverse("members:profile"), PROFILE)
    own = client.get(reverse("members:profile")).content

    pages = [
        reverse(f"members:{name}") for name in ("member_list", "member_csv", "offices", "office_history")
    ]
    client.force_login(person("Other"))
    seen_by_others = b"".join(client.get(url).content for url in (*pages, als.get_absolute_url()))
    at_the_desk(client, keeper())
    admin = [
        reverse("admin:members_profile_changelist"),
        reverse("admin:members_profile_change", args=[Profile.objects.get(person=ana).pk]),
        reverse("admin:members_profile_history", args=[Profile.objects.get(person=ana).pk]),
        reverse("admin:core_person_change", args=[ana.pk]),
    ]
    seen_by_the_keeper = b"".join(client.get(url).content for url in admin)

    assert (b"canary-gender" in own, b"canary-activity" in own) == (True, True)
    assert (b"canary-gender" in seen_by_others, b"canary-activity" in seen_by_others) == (False, False)
    assert (b"canary-gender" in seen_by_the_keeper, b"canary-activity" in seen_by_the_keeper) == (False, True)


def test_i_see_whom_i_represent_and_whether_i_hold_the_vote(client):
    ana = person("Ana")
    representative(member("Red Andina"), ana)
    representative(member("Red del Sur"), ana, role=Role.ALTERNATE)
    accredited("Ajena")
    client.force_login(ana)

    response = client.get(reverse("members:my_members"))

    assert {each.member.name: each.role for each in response.context["representations"]} == {
        "Red Andina": "primary",
        "Red del Sur": "alternate",
    }
    text = response.content.decode()
    assert (text.count("You hold the vote"), text.count("You act for it")) == (1, 1)


def test_who_acts_for_a_member_looks_at_its_entry_and_confirms_it(client):
    als = accredited("Red Ceibo", "AR", website="https://red-ceibo.example/")
    client.force_login(voter_of(als))
    address = reverse("members:confirm_entry", args=[als.slug])

    asked = client.get(reverse("members:my_members")).content.decode()
    page = client.get(address).content.decode()
    answer = client.post(address, follow=True).content.decode()

    assert (address in asked, address in answer) == (True, False)
    shown = ("Red Ceibo", "Argentina", "https://red-ceibo.example/", voter_of(als).name)
    assert [each for each in (*shown, "Nobody has confirmed it yet.") if each not in page] == []
    assert "the entry is confirmed" in answer
    assert (als.confirmations.count(), als.confirmations.get().confirmed_by) == (1, voter_of(als))


def test_the_page_of_a_member_says_when_its_entry_was_last_confirmed(client):
    als = accredited()
    address = reverse("members:member_detail", args=[als.slug])
    before = client.get(address).content.decode()

    confirm_entry(member=als, by=voter_of(als), now=NOW)
    after = client.get(address).content.decode()

    assert ("Not yet" in before, "Not yet" in after, "3 March 2026" in after) == (True, False, True)


def test_an_entry_of_others_is_not_confirmed(client):
    als = accredited()
    client.force_login(person())

    answers = [
        getattr(client, how)(reverse("members:confirm_entry", args=[als.slug])) for how in ("get", "post")
    ]

    assert [each.status_code for each in answers] == [403, 403]
    assert als.confirmations.count() == 0
