"""The public pages of the register and one's own."""

import pytest
from django.urls import reverse

from tests.builders import accredited, keeper, member, representative, subregions, term
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["member_list", "offices", "office_history", "member_csv"])
def test_smoke(client, name):
    subregions()
    accredited("Asociación de Usuarios", "PE")
    term("chair")
    response = client.get(reverse(f"members:{name}"))
    assert response.status_code == 200


def test_smoke2(client):
    subregions()
    m = accredited("Asociación de Usuarios", "PE")
    assert client.get(m.get_absolute_url()).status_code == 200
    p = representative(member("X", ""))
    client.force_login(p)
    for n in ("profile", "my_members"):
        assert client.get(reverse(f"members:{n}")).status_code == 200
    for n in ("statement", "statement_list", "statement_new"):
        assert client.get(reverse(f"conflicts:{n}")).status_code == 200


def test_smoke3(client):
    k = keeper()
    m = accredited()
    at_the_desk(client, k)
    for model in (
        "member",
        "representation",
        "term",
        "statusperiod",
        "subregioncountry",
        "body",
        "position",
        "profile",
    ):
        r = client.get(reverse(f"admin:members_{model}_changelist"))
        assert r.status_code == 200, (model, r.status_code, getattr(r, "url", ""))
    assert client.get(reverse("admin:core_person_changelist")).status_code == 200
    assert client.get(reverse("admin:members_member_change", args=[m.pk])).status_code == 200
    for a in ("change", "status", "replace_primary", "begin_representation"):
        assert client.get(reverse(f"admin:members_member_{a}", args=[m.pk])).status_code == 200
    assert client.get(reverse("admin:members_member_import")).status_code == 200
    assert client.get(reverse("admin:members_member_history", args=[m.pk])).status_code == 200
