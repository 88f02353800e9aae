"""The witness counts what was confirmed, outside of the database."""

import stat
from pathlib import Path

import pytest

from lacralo.core.vault import witness
from tests.core.threads import at_once


def test_nothing_is_confirmed_at_first():
    assert witness.confirmed("vote-1") == 0


def test_each_confirmation_counts_once_and_for_its_own_name():
    for name in ("vote-1", "vote-2", "vote-1"):
        witness.confirm(name)

    assert (witness.confirmed("vote-1"), witness.confirmed("vote-2")) == (2, 1)


def test_fifty_confirmations_at_once_are_fifty():
    at_once([lambda: witness.confirm("vote-1")] * 50)

    assert witness.confirmed("vote-1") == 50


@pytest.mark.parametrize("number", [0, 1, 7])
def test_whoever_decides_sets_what_counts_as_confirmed(number):
    for _ in range(3):
        witness.confirm("vote-1")

    witness.set_to("vote-1", number)
    witness.confirm("vote-1")

    assert witness.confirmed("vote-1") == number + 1


@pytest.mark.parametrize("name", ["", "../db", "a/b", "Vote", "a b", "a.new"])
def test_a_name_that_could_be_a_path_is_refused(name):
    with pytest.raises(ValueError, match="^" + name.replace(".", r"\.") + "$"):
        witness.confirm(name)


def test_the_file_says_how_many_and_nothing_else(settings):
    witness.confirm("vote-1")
    witness.confirm("vote-1")
    file = Path(settings.HOME) / "witness" / "vote-1"

    assert file.read_bytes() == b".."
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
