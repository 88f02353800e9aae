"""Each entry carries the hash of the one before; pure."""

import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from lacralo.core.audit.links import FIELDS, GENESIS, canonical, content_hash, first_break, hash_of


def chain_of(length: int) -> list[dict]:
    """A sound chain."""
    entries, previous = [], GENESIS
    for sequence in range(1, length + 1):
        entry = dict.fromkeys(FIELDS, "x") | {"sequence": sequence, "previous": previous}
        entry["hash"] = previous = hash_of(entry)
        entries.append(entry)
    return entries


def test_canonical_text_sorts_keys_and_has_no_spaces():
    assert canonical({"b": [1, "ñ"], "a": None}) == '{"a":null,"b":[1,"ñ"]}'


def test_the_hash_is_over_the_hash_before_and_the_hash_of_the_content():
    (entry,) = chain_of(1)
    content = {name: entry[name] for name in FIELDS if name != "previous"}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    inner = hashlib.sha256(text.encode()).hexdigest()

    assert content_hash(entry) == inner
    assert entry["hash"] == hashlib.sha256(("0" * 64 + inner).encode()).hexdigest()


def test_a_sound_chain_has_no_break():
    assert first_break(chain_of(5)) is None


def test_an_empty_chain_has_no_break():
    assert first_break([]) is None


@given(place=st.integers(0, 8), field=st.sampled_from([*FIELDS, "hash"]))
def test_a_changed_field_is_found_at_its_entry(place, field):
    entries = chain_of(9)
    entries[place] = entries[place] | {field: "forged"}

    assert first_break(entries) == entries[place]["sequence"]


@given(place=st.integers(0, 7))
def test_a_removed_entry_is_found_at_the_one_after_it(place):
    entries = chain_of(9)
    after = entries[place + 1]["sequence"]
    del entries[place]

    assert first_break(entries) == after


@given(place=st.integers(0, 7))
def test_two_exchanged_entries_are_found_at_the_first_of_them(place):
    entries = chain_of(9)
    entries[place], entries[place + 1] = entries[place + 1], entries[place]

    assert first_break(entries) == entries[place]["sequence"]


def test_a_forger_who_recomputes_one_hash_is_found_at_the_next_entry():
    entries = chain_of(3)
    entries[1]["act"] = "forged"
    entries[1]["hash"] = hash_of(entries[1])

    assert first_break(entries) == 3
