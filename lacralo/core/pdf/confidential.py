"""Kinds of documents whose code is confirmed to everybody, and whose file is not given to everybody."""

_KINDS: set[str] = set()


def keep_confidential(kind: str) -> None:
    """From now on the files of this kind are handed out by the app that makes them alone."""
    _KINDS.add(kind)


def is_confidential(kind: str) -> bool:
    """Whether the file of a document of this kind is kept from whoever only knows its code."""
    return kind in _KINDS
