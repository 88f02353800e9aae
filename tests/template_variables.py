"""An undefined variable in a template of ours fails the test that rendered it."""

import sys
from pathlib import Path

from django.conf import settings
from django.template import engines
from django.template.base import Node


class UndefinedVariable(AssertionError):
    """A template of ours names a variable that nobody gave it."""


class _Refusal(str):
    """Stands where Django puts what an undefined variable becomes; others' templates keep that."""

    __slots__ = ()

    def __contains__(self, text):
        return text == "%s"

    def __mod__(self, variable):
        origin, line = _place_of_rendering()
        if _is_ours(origin):
            raise UndefinedVariable(f"{variable} is undefined in {origin}, line {line}")
        return ""


def refuse_undefined_variables() -> None:
    """Make the template engine raise UndefinedVariable from now on."""
    engines["django"].engine.string_if_invalid = _Refusal("undefined")


def _place_of_rendering() -> tuple[str, int]:
    frame = sys._getframe(2)
    while frame:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return node.origin.name, node.token.lineno
        frame = frame.f_back
    return "", 0


def _is_ours(origin: str) -> bool:
    return any(Path(origin).is_relative_to(folder) for folder in settings.TEMPLATES[0]["DIRS"])
