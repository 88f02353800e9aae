"""Draws that everybody can repeat: numbers from SHA-256, counted through; no state of the machine in them.

Block k (from 0 on) of a seed is SHA-256 of the text "seed/k", read as one number, most significant byte
first.  A number below n is the next block modulo n; a block that is not below the largest multiple of n up to
2 to the power of 256 is passed over.  An order is made by going through the positions from the first on:
each changes places with the position that lies as far after it as the next number below how many are left,
itself included, says.
"""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")

_BLOCKS = 2**256


class Numbers:
    """The numbers of one seed, in turn."""

    def __init__(self, seed: str):
        self._seed, self._next = seed, 0

    def below(self, limit: int) -> int:
        """The next number from 0 to `limit` - 1, each as likely as the other."""
        while True:
            block = hashlib.sha256(f"{self._seed}/{self._next}".encode()).digest()
            self._next += 1
            number = int.from_bytes(block, "big")
            if number < _BLOCKS - _BLOCKS % limit:
                return number % limit

    def in_any_order(self, things: Sequence[Thing]) -> list[Thing]:
        """The things in an order, each order as likely as the other."""
        shuffled = list(things)
        for position in range(len(shuffled)):
            other = position + self.below(len(shuffled) - position)
            shuffled[position], shuffled[other] = shuffled[other], shuffled[position]
        return shuffled
