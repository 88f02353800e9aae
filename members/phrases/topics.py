"""The topics on which people work, kept as data in four languages."""

import json
from pathlib import Path

from django.utils.functional import lazystr
from django.utils.translation import get_language

_DELIVERED = Path(__file__).resolve().parent.parent / "data" / "topics.json"
_NAMES: dict[str, dict[str, str]] = {
    each["key"]: each["names"] for each in json.loads(_DELIVERED.read_text(encoding="utf-8"))["topics"]
}

#: The keys of the topics, in the order in which they are shown.
TOPICS = tuple(_NAMES)


def topic_name(key: str) -> str:
    """The name of a topic in the active language; a key that is no longer in the list stands for itself."""
    names = _NAMES.get(key, {})
    return names.get(get_language() or "en") or names.get("en") or key


class _Name:
    """A name that is put into words only where it is shown."""

    def __init__(self, key: str):
        self.key = key

    def __str__(self):
        return topic_name(self.key)


def topic_choices() -> list[tuple[str, object]]:
    """The topics to choose from, named in the language of whoever reads them."""
    return [(key, lazystr(_Name(key))) for key in TOPICS]
