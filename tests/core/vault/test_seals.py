"""What is sealed opens with its key and its context, and with nothing else."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lacralo.core.vault.seals import (
    BrokenSeal,
    TooLong,
    new_key,
    opened,
    padded,
    public_half,
    seal,
    seal_in_layers,
    tracker_of,
    unpadded,
)

KEY, OTHER = new_key(), new_key()


def sealed(content: bytes = b"a ballot", *, context: str = "vote") -> str:
    """Something sealed to KEY."""
    return seal(content, public_half(KEY), context=context)


@given(st.binary(max_size=300), st.text(max_size=50))
def test_what_is_sealed_is_opened_again(content, context):
    assert opened(sealed(content, context=context), KEY, context=context) == content


@pytest.mark.parametrize(("key", "context"), [(OTHER, "vote"), (KEY, "another vote"), (KEY, ""), (OTHER, "")])
def test_another_key_or_another_context_opens_nothing(key, context):
    with pytest.raises(BrokenSeal):
        opened(sealed(), key, context=context)


@given(st.data())
def test_a_seal_altered_in_any_bit_is_broken(data):
    raw = bytearray(base64.b64decode(sealed()))
    place, bit = data.draw(st.integers(0, len(raw) - 1)), data.draw(st.integers(0, 7))
    # The curve ignores the highest bit of a public key; HPKE binds the bytes all the same.
    raw[place] ^= 1 << bit

    with pytest.raises(BrokenSeal):
        opened(base64.b64encode(raw).decode(), KEY, context="vote")


@given(
    st.one_of(st.text(max_size=100), st.binary(max_size=100).map(lambda raw: base64.b64encode(raw).decode()))
)
def test_what_was_never_sealed_is_a_broken_seal_and_no_other_error(text):
    with pytest.raises(BrokenSeal):
        opened(text, KEY, context="vote")


def test_the_same_content_never_looks_the_same_twice():
    assert len({sealed() for _ in range(50)}) == 50


def test_what_has_one_length_is_sealed_to_one_length():
    assert len({len(sealed(padded(content, 192))) for content in (b"", b"1", b"abstain" * 20)}) == 1


def test_layers_are_removed_in_their_order_alone():
    keys = [new_key() for _ in range(3)]
    layers = seal_in_layers(b"the key", [public_half(key) for key in keys], context="layer")

    with pytest.raises(BrokenSeal):
        opened(layers, keys[1], context="layer")
    for key in keys:
        layers = opened(layers, key, context="layer")
        layers = layers.decode() if key is not keys[-1] else layers
    assert layers == b"the key"


def test_a_tracker_is_the_sha_256_of_the_sealed_text():
    assert tracker_of("abc") == hashlib.sha256(b"abc").hexdigest()


def test_what_is_longer_than_its_length_is_refused():
    with pytest.raises(TooLong):
        padded(b"x" * 193, 192)


@given(st.binary(max_size=192).filter(lambda content: not content.endswith(b"\0")))
def test_what_was_padded_is_found_again(content):
    assert unpadded(padded(content, 192)) == content
