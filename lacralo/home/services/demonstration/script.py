"""Scenes of several elections, played in the order in which they happened."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import translation

Scene = Callable[[datetime], object]


@dataclass
class Script:
    """What is done when; every scene is one act, given its own moment (UTC)."""

    scenes: list[tuple[datetime, int, Scene]] = field(default_factory=list)

    def at(self, moment: datetime, scene: Scene) -> None:
        """Have a scene played at a moment; scenes of the same moment keep their order."""
        self.scenes.append((moment, len(self.scenes), scene))

    def play(self, *, until: datetime) -> None:
        """Play everything up to a moment, oldest first; what would come later is left out."""
        for moment, _order, scene in sorted(self.scenes, key=lambda each: each[:2]):
            if moment <= until:
                with translation.override("en"):
                    scene(moment)
