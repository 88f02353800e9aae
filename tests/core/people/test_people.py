"""Persons: known by name, entered by address, with sessions that can be ended."""

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from lacralo.core.audit import Act
from lacralo.core.audit.models import Entry
from lacralo.core.people.models import Person
from lacralo.core.people.services import register_person, set_account_open, set_admin_access
from tests.builders import NOW, person

pytestmark = pytest.mark.django_db


def registered(email: str | None = "Ana@Example.org") -> Person:
    """Somebody whom nobody in particular registered."""
    return register_person(
        name="Ana", email=email, language="pt-br", time_zone="America/Sao_Paulo", by=None, now=NOW
    )


def test_an_address_is_kept_in_small_letters_and_can_be_signed_in_with():
    ana = registered()

    assert ana.email == "ana@example.org"
    assert EmailAddress.objects.get(user=ana).email == "ana@example.org"


def test_a_person_without_an_address_is_known_all_the_same():
    ana, luz = registered(None), registered(None)

    assert (ana.email, luz.email, EmailAddress.objects.count()) == (None, None, 0)


def test_one_address_is_one_person_however_it_is_written():
    person("Ana", email="ana@example.org")

    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(name="Other", email="ANA@example.org")


@pytest.mark.parametrize("fields", [{"name": ""}, {"name": "Ana", "language": "de"}])
def test_the_database_refuses_who_has_no_name_or_an_unknown_language(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(**fields)


def test_a_registered_person_has_no_password_to_guess():
    assert not registered().has_usable_password()


def test_every_act_on_a_person_is_in_the_chain():
    ana, by = registered(), person("Secretary")

    set_admin_access(person=ana, is_staff=True, by=by, now=NOW)
    set_admin_access(person=ana, is_staff=False, by=by, now=NOW)
    set_account_open(person=ana, is_active=False, by=by, now=NOW)

    acts = list(Entry.objects.in_order().values_list("act", flat=True))
    assert acts == [
        Act.PERSON_REGISTERED,
        Act.ADMIN_ACCESS_SET,
        Act.ADMIN_ACCESS_SET,
        Act.SESSIONS_ENDED,
        Act.ACCOUNT_SET,
        Act.SESSIONS_ENDED,
    ]


def test_a_right_that_is_won_ends_no_session():
    ana = registered()
    before = ana.get_session_auth_hash()

    set_admin_access(person=ana, is_staff=True, by=None, now=NOW)

    ana.refresh_from_db()
    assert ana.get_session_auth_hash() == before


def test_the_history_keeps_no_password():
    fields = {field.name for field in Person.history.model._meta.get_fields()}

    assert {"password", "last_login", "rights_epoch"}.isdisjoint(fields)
