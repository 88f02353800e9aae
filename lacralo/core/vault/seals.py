"""Seals: whoever knows a public key can close one, only the private key opens it (HPKE, RFC 9180).

X25519, HKDF-SHA256 and AES-128-GCM throughout; what is sealed is bound to a context, which has to be the
same when it is opened.  No mathematics of our own.
"""

import base64
import binascii
import hashlib
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_128_GCM)


class BrokenSeal(ValueError):
    """What was sealed cannot be opened: another key, another context, or altered on the way."""


class TooLong(ValueError):
    """What shall be sealed does not fit into the length that all of its kind have."""


def new_key() -> X25519PrivateKey:
    """A new random private key, in memory."""
    return X25519PrivateKey.generate()


def public_half(key: X25519PrivateKey) -> str:
    """The public half of a key, 64 hexadecimal digits."""
    return key.public_key().public_bytes_raw().hex()


def seal(content: bytes, public: str, *, context: str) -> str:
    """The content, sealed to a public key; base64.  The same content never looks the same twice."""
    sealed = _SUITE.encrypt(
        content, X25519PublicKey.from_public_bytes(bytes.fromhex(public)), context.encode()
    )
    return base64.b64encode(sealed).decode()


def opened(sealed: str, key: X25519PrivateKey, *, context: str) -> bytes:
    """What was sealed.  Raises BrokenSeal."""
    try:
        return _SUITE.decrypt(base64.b64decode(sealed, validate=True), key, context.encode())
    except (InvalidTag, ValueError, binascii.Error) as error:
        raise BrokenSeal from error


def seal_in_layers(content: bytes, publics: Sequence[str], *, context: str) -> str:
    """The content in one layer for each public key: the first named removes theirs first."""
    for public in reversed(publics):
        content = seal(content, public, context=context).encode()
    return content.decode()


def tracker_of(sealed: str) -> str:
    """SHA-256 of a sealed text, in hexadecimal: says which one it is, and nothing of what is in it."""
    return hashlib.sha256(sealed.encode()).hexdigest()


def padded(content: bytes, length: int) -> bytes:
    """The content with zeros behind it up to `length`, so that its length says nothing.  Raises TooLong."""
    if len(content) > length:
        raise TooLong(length)
    return content.ljust(length, b"\0")


def unpadded(content: bytes) -> bytes:
    """The content without the zeros behind it."""
    return content.rstrip(b"\0")
