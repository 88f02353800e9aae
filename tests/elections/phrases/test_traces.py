"""The count, the weights and the quorum in words."""

from fractions import Fraction

import pytest
from django.utils import translation

from elections.enums import Trace, Weighting
from elections.enums.poll import Poll
from elections.enums.publication import Publication
from elections.phrases.traces import formula_text, quorum_text
from elections.rules.parameters import ElectionRules
from elections.rules.quorum import assess
from elections.rules.weights import weigh
from elections.selectors.rolls import formula_facts
from lacralo.core.verdicts import Line
from lacralo.core.verdicts.phrases import registered_phrases, sentence

ROLL = {"a": "CL", "b": "CL", "c": "MX"}


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def formula(scheme: Weighting, member: str = "a", **shape) -> str:
    return formula_text(formula_facts(weigh(ROLL, scheme=scheme, **shape), member))


@pytest.mark.parametrize("code", [*Trace, *Poll])
def test_every_code_has_its_sentence(code):
    assert code in registered_phrases()


def test_equal_countries_are_explained_with_the_members_own_numbers():
    assert formula(Weighting.EQUAL_COUNTRY) == (
        "There are 2 countries on the roll, so each weighs 100/2 = 50. "
        "Chile has 2 members on the roll, so each of them weighs 50 divided by 2: 25."
    )
    assert formula(Weighting.EQUAL_COUNTRY, "c").endswith(
        "Mexico has 1 member on the roll, so it weighs all of that: 50."
    )


def test_the_other_schemes_are_explained_too():
    assert formula(Weighting.ONE_MEMBER_ONE_VOTE) == "Every member on the roll weighs the same: 1."
    assert formula(Weighting.COUNTRY_CAP, cap_share=Fraction(1, 3)).endswith("each of them weighs 1/2 (0.5).")
    assert formula(Weighting.DEGRESSIVE).endswith(
        "Chile has 2 members on the roll and weighs 2, so each of them weighs 1."
    )


def test_a_quorum_tells_its_arithmetic():
    quorum = assess(base=41, ballots=23, abstentions=2, rules=ElectionRules())

    assert quorum_text(quorum.facts) == "23 of 41 active members (56.10 %), 21 needed"


def test_where_no_quorum_is_asked_for_it_says_so():
    quorum = assess(base=41, ballots=1, abstentions=0, rules=ElectionRules(quorum_boundary="none"))

    assert quorum_text(quorum.facts) == "1 of 41 active members (2.44 %); no quorum is asked for"


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (Publication.EXACT, "exact"),
        (Publication.ONE, "rounded to one per cent of the weight of the roll"),
        (Publication.FIVE, "rounded to five per cent of the weight of the roll"),
        (Publication.TEN, "rounded to ten per cent of the weight of the roll"),
        (Publication.OUTCOME, "not at all, only the outcome"),
    ],
)
def test_a_secret_count_says_first_how_finely_it_is_published(level, words):
    line = Line(Trace.PUBLISHED, passed=True, facts={"level": level, "step": None})

    assert sentence(line) == f"How the sums are published: {words}."


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            Trace.QUORUM_MET_ONLY,
            "The quorum is met: 21 of 41 active members were needed. How many took part without abstaining "
            "is not published, since it would tell how many abstained.",
        ),
        (
            Trace.QUORUM_NOT_MET_ONLY,
            "The quorum is not met: 21 of 41 active members were needed. Nobody is elected.",
        ),
    ],
)
def test_a_quorum_whose_heads_are_withheld_says_what_was_needed(code, words):
    line = Line(code, passed=True, facts={"base": 41, "base_kind": "active", "required": 21})

    assert sentence(line) == words
