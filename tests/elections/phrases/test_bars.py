"""Every reason has its two sentences, and the facts of the rules fill them."""

from datetime import timedelta

import pytest

from elections.enums import Bar, CalendarKey, NominationPhase, NominationState, Phase, PostKey
from elections.enums.acts import Act
from elections.enums.doors import Door
from elections.phrases import names
from elections.rules.calendar import Step, checked, generate
from elections.rules.eligibility import Candidate, Holder, Requirements, may_stand
from elections.rules.parameters import ElectionRules
from lacralo.core.verdicts.phrases import registered_phrases, remedy, sentence
from tests.builders import TODAY

RULES = ElectionRules()


@pytest.mark.parametrize("code", [*Bar, *Door, *Act], ids=str)
def test_every_code_has_its_sentences(code):
    phrase = registered_phrases()[code]

    assert "" not in (str(phrase.passed), str(phrase.failed))


@pytest.mark.parametrize("post", PostKey)
def test_the_lines_of_a_sheet_are_whole_sentences(post):
    candidate = Candidate(accepted=True, in_standing=True, als="Andes en Red", nationality="PE")
    asked = Requirements(
        post=post,
        rules=RULES,
        subregion="B",
        excluded_countries=frozenset({"AR", "BR"}),
        holders=(Holder("Luz", nationality="PE", als="Andes en Red"),),
    )

    for line in may_stand(candidate, asked).lines:
        assert "%(" not in sentence(line) + remedy(line)


def test_the_lines_of_a_calendar_are_whole_sentences():
    steps = tuple(
        Step(each.key, each.starts, each.ends - timedelta(days=1)) for each in generate(TODAY, RULES)
    )

    for line in checked((*steps, steps[0]), RULES).lines:
        assert "%(" not in sentence(line)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (names.PHASE_NAMES, Phase),
        (names.PHASE_SENTENCES, Phase),
        (names.STEP_NAMES, CalendarKey),
        (names.STEP_SENTENCES, CalendarKey),
        (names.NOMINATION_STATE_NAMES, NominationState),
        (names.NOMINATION_PHASE_NAMES, NominationPhase),
    ],
)
def test_every_phase_step_and_state_has_its_words(words, kind):
    assert set(words) == set(kind)
