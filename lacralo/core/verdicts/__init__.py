"""A rule answers with every reason, not with a boolean.  Pure: no Django."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True)
class Line:
    """One reason: what was asked (`code`), whether it passed, the article, and the facts it was asked of."""

    code: StrEnum
    passed: bool
    article: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """The answer of a rule; truthy when no line bars the act."""

    lines: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return not self.bars

    @property
    def bars(self) -> tuple[Line, ...]:
        """The lines that did not pass."""
        return tuple(line for line in self.lines if not line.passed)

    def __and__(self, other: "Verdict") -> "Verdict":
        return Verdict(self.lines + other.lines)


PASS = Verdict()


class Refused(Exception):
    """An act was refused; `verdict` says why, line by line."""

    def __init__(self, verdict: Verdict):
        self.verdict = verdict
        super().__init__(", ".join(str(line.code) for line in verdict.bars))


def require(verdict: Verdict) -> None:
    """Go on only if nothing bars it.

    Raises Refused with the whole verdict otherwise.
    """
    if not verdict:
        raise Refused(verdict)
