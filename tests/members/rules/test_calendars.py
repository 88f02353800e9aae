"""What is kept of a secret, and when it can be revoked."""

import pytest

from members.enums.calendars import CalendarBar
from members.rules.calendars import digest_of_secret, may_revoke


def test_what_is_kept_does_not_tell_the_secret_and_differs_with_it():
    kept = digest_of_secret("abc")

    assert kept == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert kept != digest_of_secret("abd")


@pytest.mark.parametrize("has_address, bars", [(True, []), (False, [CalendarBar.NO_ADDRESS])])
def test_only_an_address_that_is_there_is_revoked(has_address, bars):
    assert [line.code for line in may_revoke(has_address=has_address).bars] == bars
