"""An address opens one person's calendar until it is revoked or renewed."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from lacralo.core.audit.models import Entry
from lacralo.core.verdicts import Refused
from members.enums.calendars import CalendarAct
from members.models import CalendarAddress
from members.selectors.calendars import address_of, reader_of
from members.services.calendars import make_calendar_address, revoke_calendar_address
from tests.builders import NOW, person

pytestmark = pytest.mark.django_db


def test_an_address_opens_the_calendar_of_its_person_and_is_kept_as_a_hash():
    ana, beto = person("Ana"), person("Beto")

    secret, other = make_calendar_address(by=ana, now=NOW), make_calendar_address(by=beto, now=NOW)

    assert (reader_of(secret), reader_of(other)) == (ana, beto)
    assert len(secret) >= 43
    kept = CalendarAddress.objects.get(person=ana)
    assert secret not in (kept.digest, str(kept))
    assert reader_of(kept.digest) is None
    assert Entry.objects.about(kept).get().act == CalendarAct.ADDRESS_MADE


def test_a_new_address_ends_the_old_one():
    ana = person("Ana")
    first = make_calendar_address(by=ana, now=NOW)

    second = make_calendar_address(by=ana, now=NOW + timedelta(hours=1))

    assert (reader_of(first), reader_of(second)) == (None, ana)
    assert CalendarAddress.objects.filter(person=ana, revoked_at=None).count() == 1


def test_what_is_revoked_opens_nothing_and_is_revoked_once():
    ana = person("Ana")
    secret = make_calendar_address(by=ana, now=NOW)

    revoke_calendar_address(by=ana, now=NOW)
    with pytest.raises(Refused):
        revoke_calendar_address(by=ana, now=NOW)

    assert (reader_of(secret), address_of(ana)) == (None, None)
    acts = list(Entry.objects.order_by("sequence").values_list("act", flat=True))
    assert acts == [CalendarAct.ADDRESS_MADE, CalendarAct.ADDRESS_REVOKED]


@pytest.mark.parametrize("secret", ["", "x", "é" * 500])
def test_an_unknown_secret_opens_nothing(secret):
    make_calendar_address(by=person(), now=NOW)

    assert reader_of(secret) is None


def test_a_closed_account_opens_nothing():
    ana = person("Ana")
    secret = make_calendar_address(by=ana, now=NOW)
    type(ana).objects.filter(pk=ana.pk).update(is_active=False)

    assert reader_of(secret) is None


def test_the_database_keeps_one_open_address_per_person():
    ana = person("Ana")
    make_calendar_address(by=ana, now=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarAddress.objects.create(person=ana, digest="0" * 64, made_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarAddress.objects.create(
            person=ana, digest="1" * 64, made_at=NOW, revoked_at=NOW - timedelta(seconds=1)
        )
