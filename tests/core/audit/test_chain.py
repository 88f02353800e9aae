"""An act is one transaction; its entries are the last thing it writes."""

from contextlib import suppress
from enum import StrEnum

import pytest
from django.db import OperationalError, connection

from lacralo.core.audit import act, record
from lacralo.core.audit.chain import OutsideAnAct, head, verify
from lacralo.core.audit.guards import drop_guards, make_guards
from lacralo.core.audit.models import Entry
from lacralo.core.people.models import Person
from tests.builders import NOW, person

pytestmark = pytest.mark.django_db


class Deed(StrEnum):
    OUTER = "test.outer"
    INNER = "test.inner"


@act
def rename(*, who: Person, name: str, fails: bool = False) -> None:
    """A small act of its own."""
    Person.objects.filter(pk=who.pk).update(name=name)
    record(Deed.INNER, subject=who, by=who, at=NOW)
    if fails:
        raise ValueError("it fails after its entry")


@act
def rename_twice(*, who: Person, second_fails: bool = False) -> None:
    """An act made of two others."""
    record(Deed.OUTER, subject=who, by=None, at=NOW)
    rename(who=who, name="First")
    with suppress(ValueError):
        rename(who=who, name="Second", fails=second_fails)


def acts() -> list[str]:
    """What the chain holds, in order."""
    return list(Entry.objects.in_order().values_list("act", flat=True))


def test_an_entry_holds_references_and_the_hash_before():
    ana = person("Ana")

    rename(who=ana, name="Ana María")
    rename(who=ana, name="Ana")

    first, second = Entry.objects.in_order()
    assert (first.sequence, first.act, first.actor_id, first.actor_role) == (
        1,
        Deed.INNER,
        str(ana.pk),
        "person",
    )
    assert (first.subject_type, first.subject_id, first.at) == ("core.person", str(ana.pk), NOW)
    assert (first.previous, second.previous) == ("0" * 64, first.hash)


def test_what_nobody_did_was_done_by_the_system():
    rename_twice(who=person())

    assert Entry.objects.get(sequence=1).actor_role == "system"


def test_nested_acts_write_their_entries_with_the_outermost_in_order():
    rename_twice(who=person())

    assert acts() == [Deed.OUTER, Deed.INNER, Deed.INNER]


def test_a_nested_act_that_fails_leaves_neither_row_nor_entry():
    ana = person("Ana")

    rename_twice(who=ana, second_fails=True)

    ana.refresh_from_db()
    assert (ana.name, acts()) == ("First", [Deed.OUTER, Deed.INNER])


def test_an_act_that_fails_leaves_nothing():
    ana = person("Ana")

    with pytest.raises(ValueError, match="it fails"):
        rename(who=ana, name="Luz", fails=True)

    ana.refresh_from_db()
    assert (ana.name, acts()) == ("Ana", [])


def test_nothing_is_recorded_outside_an_act():
    ana = person()

    with pytest.raises(OutsideAnAct):
        record(Deed.INNER, subject=ana, by=ana, at=NOW)


def test_the_head_is_the_last_entry():
    before = head()
    rename_twice(who=person())

    assert (before, head().sequence) == (None, 3)


def test_the_same_acts_make_the_same_hashes_again():
    rename_twice(who=person())

    assert verify() is None


@pytest.mark.parametrize("sequence", [1, 2, 3])
def test_a_byte_changed_behind_the_portal_is_found_and_named(sequence):
    rename_twice(who=person())
    drop_guards(connection)
    Entry.objects.filter(sequence=sequence).update(subject_id="999")
    make_guards(connection)

    assert verify() == sequence


@pytest.mark.parametrize(("gone", "found"), [(1, 2), (2, 3)])
def test_an_entry_taken_out_is_found_at_the_one_after_it(gone, found):
    rename_twice(who=person())
    drop_guards(connection)
    Entry.objects.filter(sequence=gone).delete()
    make_guards(connection)

    assert verify() == found


class Failure(Exception):
    """What a driver says, with the state of the database in it."""

    def __init__(self, sqlstate: str):
        self.sqlstate = sqlstate


def failing(times: int, sqlstate: str):
    """An act that the database refuses so many times before it goes through."""
    left = [times]

    @act
    def service():
        if left[0]:
            left[0] -= 1
            raise OperationalError("refused") from Failure(sqlstate)
        record(Deed.OUTER, subject=person(), by=None, at=NOW)
        return "done"

    return service


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("sqlstate", ["40P01", "40001"])
def test_a_deadlock_is_tried_again_and_recorded_once(sqlstate):
    assert failing(2, sqlstate)() == "done"
    assert acts() == [Deed.OUTER]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("times", "sqlstate"), [(3, "40P01"), (1, "55P03")])
def test_what_stays_refused_or_is_no_deadlock_is_raised(times, sqlstate):
    with pytest.raises(OperationalError):
        failing(times, sqlstate)()

    assert acts() == []


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_acts_at_once_make_one_chain():
    from tests.core.threads import at_once

    people = [person(f"P{number}") for number in range(8)]

    at_once([lambda who=who: [rename_twice(who=who) for _ in range(5)] for who in people])

    assert (Entry.objects.count(), verify()) == (8 * 5 * 3, None)
