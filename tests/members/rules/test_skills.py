"""Who sees what of somebody's skills, and what nobody covers."""

import pytest

from members.enums.skills import Audience, Level, SkillBar, SkillField, WorkingLanguage
from members.rules.skills import Offer, audiences_of, covered, may_describe, may_remove

ES, PT = WorkingLanguage.SPANISH, WorkingLanguage.PORTUGUESE


@pytest.mark.parametrize(
    "acts, holds, seen",
    [
        (False, False, {"everybody"}),
        (True, False, {"everybody", "representatives"}),
        (False, True, set(Audience)),
        (True, True, set(Audience)),
    ],
)
def test_an_officer_sees_all_a_representative_most_and_a_stranger_what_is_for_everybody(acts, holds, seen):
    assert audiences_of(acts_for_a_member=acts, holds_office=holds) == seen


def test_skills_are_ones_own_agreed_to_and_not_empty():
    barred = may_describe(is_own=False, has_consented=False, says_something=False).bars

    assert [line.code for line in barred] == list(SkillBar)
    assert may_describe(is_own=True, has_consented=True, says_something=True)
    assert (bool(may_remove(is_own=True)), bool(may_remove(is_own=False))) == (True, False)


def test_reading_a_language_does_not_cover_it():
    offers = [
        Offer(frozenset({"youth"}), {ES: Level.NATIVE, PT: Level.READS}),
        Offer(frozenset({"youth"}), {ES: Level.WORKS}),
        Offer(frozenset(), {PT: Level.NATIVE}),
    ]

    youth, numbers = covered(offers, SkillField.TOPICS, ["youth", "numbers"], [ES, PT])

    assert (youth.people, youth.by_language, youth.missing) == (2, ((ES, 2), (PT, 0)), (PT,))
    assert (numbers.people, numbers.missing) == (0, (ES, PT))
