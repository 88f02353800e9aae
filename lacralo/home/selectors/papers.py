"""The papers of the demonstration's scrutineers, as its page shows them."""

import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from elections.models import Scrutineer


@dataclass(frozen=True)
class Sheet:
    """The paper of one scrutineer: for which vote, and the words of the code."""

    scrutineer: Scrutineer
    words: tuple[str, ...]

    @property
    def typed(self) -> str:
        """The words as they are typed into a form."""
        return " ".join(self.words)


def place_of_papers() -> Path:
    """Where the demonstration keeps them."""
    return Path(settings.HOME) / "demonstration_papers.json"


def papers_kept() -> dict[int, Sheet]:
    """The papers that still open something, by scrutineer; none where there is no demonstration.

    A code that was made anew is on no paper: its words were shown once, to whoever asked for them.
    """
    if not (settings.DEMO and place_of_papers().exists()):
        return {}
    sheets = json.loads(place_of_papers().read_text(encoding="utf-8"))
    people = Scrutineer.objects.present().select_related("person", "election__position")
    found = people.in_bulk([sheet["scrutineer"] for sheet in sheets])
    return {
        sheet["scrutineer"]: Sheet(found[sheet["scrutineer"]], tuple(sheet["words"]))
        for sheet in sheets
        if sheet["scrutineer"] in found and found[sheet["scrutineer"]].public_key == sheet["key"]
    }
