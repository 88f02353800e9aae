"""The pages of the skills directory."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils.translation import override

from members.enums.skills import Audience, SkillField
from members.models import SkillSheet
from tests.builders import accredited, person, voter_of
from tests.members.skills_builders import described

pytestmark = pytest.mark.django_db

SAID = {
    "topics": ["dns-abuse", "youth"],
    "willing": ["draft"],
    "language_es": "native",
    "language_pt_br": "works",
    "about": "canary-text",
    "about_language": "es",
    "hours": "5",
    "country": "PE",
    "consent": "on",
    **{f"{field}_audience": "everybody" for field in SkillField},
}


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def page_of(client, name, *args, **query) -> str:
    return client.get(reverse(f"members:{name}", args=args), query).content.decode()


def test_a_person_describes_themselves_and_everybody_finds_them(client):
    client.force_login(person("Ana"))

    saved = client.post(reverse("members:my_skills"), SAID)
    again = client.get(reverse("members:my_skills")).context["form"]
    client.logout()

    assert saved.url == reverse("members:my_skills")
    assert ("consent" in again.fields, again.initial["topics"]) == (False, ["dns-abuse", "youth"])
    assert again.initial["language_pt_br"] == "works"
    assert "Ana" in page_of(client, "skill_list", topic="youth", language="pt-br")
    assert "Ana" not in page_of(client, "skill_list", topic="numbers")


@pytest.mark.parametrize(
    "wrong, field",
    [
        ({"consent": ""}, "consent"),
        ({"hours": "0"}, "hours"),
        ({"hours": "161"}, "hours"),
        ({"topics": ["astrology"]}, "topics"),
        ({"language_es": "perfect"}, "language_es"),
        ({"about": "x" * 601}, "about"),
        ({"topics": [], "willing": [], "language_es": "", "language_pt_br": "", "about": " "}, "__all__"),
    ],
)
def test_a_wrong_answer_is_told_beside_its_field_and_nothing_is_kept(client, wrong, field):
    client.force_login(person())

    answer = client.post(reverse("members:my_skills"), SAID | wrong)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert SkillSheet.objects.count() == 0


def test_every_question_says_who_sees_its_answer_and_asks_for_whom_it_is(client):
    client.force_login(person())

    form = client.get(reverse("members:my_skills")).context["form"]

    told = {name for name in form.fields if name not in ("consent", "about_language")}
    assert {name for name in told if not name.endswith("_audience")} == set(form.who_sees)
    assert {f"{field}_audience" for field in SkillField} <= set(form.fields)


def test_an_entry_that_shows_nothing_to_the_reader_is_not_there(client):
    sheet = described(person("Hidden Person"), Audience.REPRESENTATIVES)
    address = reverse("members:skill_detail", args=[sheet.pk])

    stranger = client.get(address).status_code
    client.force_login(voter_of(accredited()))
    representative = client.get(address)

    assert (stranger, representative.status_code) == (404, 200)
    assert "canary-text" in representative.content.decode()


def test_list_page_and_file_keep_the_same_things_to_themselves(client):
    sheet = described(person("Ana"), audiences={SkillField.ABOUT: Audience.OFFICERS})

    shown = [
        page_of(client, "skill_list"),
        page_of(client, "skill_csv"),
        page_of(client, "skill_detail", sheet.pk),
    ]

    assert [("Ana" in each, "canary-text" in each) for each in shown] == [(True, False)] * 3


def test_the_file_holds_what_the_page_shows_and_no_formula(client):
    described(person("=SUM(A1)"))

    (line,) = csv.DictReader(io.StringIO(page_of(client, "skill_csv", topic="dns-abuse")))

    assert (line["name"], line["topics"], line["languages"]) == ("'=SUM(A1)", "dns-abuse", "es (native)")


def test_the_gaps_say_in_which_languages_nobody_covers_a_topic(client):
    described(person())

    topics = client.get(reverse("members:skill_gaps")).context["topics"]

    abuse = next(each for each in topics if each.key == "dns-abuse")
    assert (abuse.people, list(abuse.missing)) == (1, ["pt-br", "en", "fr"])


def test_who_removes_themselves_is_asked_once_more_and_is_gone(client):
    ana = person("Ana")
    described(ana)
    client.force_login(ana)
    address = reverse("members:skills_remove")

    asked = client.get(address).content.decode()
    still_there = SkillSheet.objects.count()
    answer = client.post(address)
    again = client.get(address)

    assert ("Remove everything" in asked, still_there, SkillSheet.objects.count()) == (True, 1, 0)
    assert (answer.url, again.url) == (reverse("members:skill_list"), reverse("members:my_skills"))
    assert "Ana" not in page_of(client, "skill_csv")
