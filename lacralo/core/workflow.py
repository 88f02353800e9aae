"""Legal moves are a table.  Pure: no Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class IllegalMove(Exception):
    """The table knows no such move from this state."""

    def __init__(self, state: StrEnum, move: str):
        self.state, self.move = state, move
        super().__init__(f"{move} from {state}")


@dataclass(frozen=True)
class Workflow:
    """States and the moves between them: `moves[name] = (states it starts from, state it leads to)`."""

    initial: StrEnum
    moves: Mapping[str, tuple[frozenset[StrEnum], StrEnum]]

    def move(self, state: StrEnum, name: str) -> StrEnum:
        """The state that `name` leads to.

        Raises IllegalMove when the table has no such move from `state`.
        """
        sources, target = self.moves.get(name, (frozenset(), state))
        if state not in sources:
            raise IllegalMove(state, name)
        return target

    def moves_from(self, state: StrEnum) -> tuple[str, ...]:
        """The names of the legal moves, in the order of the table; the buttons are drawn from it."""
        return tuple(name for name, (sources, _) in self.moves.items() if state in sources)
