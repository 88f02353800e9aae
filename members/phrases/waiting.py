"""How the front page says what waits for a person, and where it is done."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from members.enums.waiting import Wait


@dataclass(frozen=True)
class WaitWords:
    """The task with the name of what it is about (`%(name)s`), the name of its address, and its tone."""

    words: str | Promise
    address: str
    tone: str = "warn"


WAIT_WORDS = {
    Wait.PARTICIPATION_FELL: WaitWords(
        _("See what keeps %(name)s active: its participation fell"), "members:participation_of"
    ),
    Wait.CONTEST_TO_ANSWER: WaitWords(
        _("Answer a contested line of participation: %(name)s"), "members:contest_answer"
    ),
}
