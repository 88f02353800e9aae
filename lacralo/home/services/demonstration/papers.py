"""The papers of the demonstration's scrutineers: whoever tries the demonstration plays them all.

Nowhere else are the words of a code kept; here they stand in one file beside the database, which only the
demonstration writes and only its page reads.
"""

import json
from dataclasses import dataclass, field

from django.conf import settings

from elections.models import Scrutineer
from lacralo.home.selectors.papers import place_of_papers


@dataclass
class Papers:
    """What was written down while the demonstration was made."""

    sheets: list[dict[str, object]] = field(default_factory=list)

    def write_down(self, scrutineer: Scrutineer, words: tuple[str, ...]) -> None:
        """A code, as it was shown."""
        self.sheets.append({"scrutineer": scrutineer.pk, "key": scrutineer.public_key, "words": list(words)})

    def words_of(self, scrutineer: Scrutineer) -> str:
        """The words of a code, as they are typed."""
        last = [sheet for sheet in self.sheets if sheet["scrutineer"] == scrutineer.pk][-1]
        return " ".join(last["words"])


def keep_papers(papers: Papers) -> None:
    """Leave the papers where the page of the demonstration finds them; without a demonstration, nowhere."""
    if not settings.DEMO:
        return
    place = place_of_papers()
    place.touch(mode=0o600)
    place.write_text(json.dumps(papers.sheets, ensure_ascii=False, indent=1), encoding="utf-8")


def throw_papers_away() -> None:
    """Remove the papers of an earlier demonstration."""
    place_of_papers().unlink(missing_ok=True)
