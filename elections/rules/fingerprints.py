"""One text for one content, and the hash of it: what is published can be recomputed by anybody."""

import hashlib
import json


def canonical(thing: object) -> str:
    """JSON with sorted keys and no spaces.

    Raises TypeError for a float: an exact number is text such as "25/32".
    """
    _refuse_floats(thing)
    return json.dumps(thing, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(thing: object) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(thing).encode()).hexdigest()


def _refuse_floats(thing: object) -> None:
    if isinstance(thing, float):
        raise TypeError("a float is not published: it may have been rounded")
    if isinstance(thing, dict):
        for key, value in thing.items():
            _refuse_floats(key)
            _refuse_floats(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            _refuse_floats(value)
