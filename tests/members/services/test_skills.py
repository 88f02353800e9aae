"""People describe what they can do, and take it back whole."""

import pytest

from lacralo.core.audit.models import Entry
from lacralo.core.verdicts import Refused
from members.enums.skills import Audience, SkillAct, SkillBar, SkillField, Willing
from members.models import SkillLine, SkillSheet
from members.services.skills import Skills, describe_skills, remove_skills
from tests.builders import NOW, keeper, person
from tests.members.skills_builders import described

pytestmark = pytest.mark.django_db

EVERYBODY = dict.fromkeys(SkillField, Audience.EVERYBODY)


def test_what_is_said_takes_the_place_of_what_was_said_before():
    ana = person()
    described(ana, topics=("dns-abuse", "youth"))

    sheet = described(ana, topics=("numbers",), willing=(Willing.MENTOR,))

    assert SkillSheet.objects.count() == 1
    assert set(sheet.lines.values_list("field", "key", "level")) == {
        ("topics", "numbers", ""),
        ("languages", "es", "native"),
        ("willing", "mentor", ""),
    }
    acts = Entry.objects.about(sheet).order_by("sequence").values_list("act", flat=True)
    assert list(acts) == [SkillAct.DESCRIBED] * 2


@pytest.mark.parametrize(
    "said, consents, bar",
    [({"topics": ("youth",)}, False, SkillBar.NO_CONSENT), ({"hours": 3}, True, SkillBar.NOTHING_SAID)],
)
def test_without_agreement_or_without_saying_anything_nothing_is_written(said, consents, bar):
    ana = person()

    with pytest.raises(Refused) as refusal:
        describe_skills(person=ana, skills=Skills(EVERYBODY, **said), has_consented=consents, by=ana, now=NOW)

    assert [line.code for line in refusal.value.verdict.bars] == [bar]
    assert SkillSheet.objects.count() == 0


def test_nobody_else_describes_or_removes_somebody_not_even_the_secretary():
    ana, secretary = person(), keeper()
    described(ana)

    with pytest.raises(Refused):
        describe_skills(
            person=ana,
            skills=Skills(EVERYBODY, topics=("youth",)),
            has_consented=True,
            by=secretary,
            now=NOW,
        )
    with pytest.raises(Refused):
        remove_skills(person=ana, by=secretary, now=NOW)

    assert SkillSheet.objects.get().lines.filter(key="dns-abuse").exists()


def test_removing_leaves_no_row_behind_and_twice_does_nothing():
    ana = person()
    described(ana)

    first, second = (remove_skills(person=ana, by=ana, now=NOW) for _ in range(2))

    assert (first, second) == (True, False)
    assert (SkillSheet.objects.count(), SkillLine.objects.count()) == (0, 0)
    assert Entry.objects.filter(act=SkillAct.REMOVED).count() == 1
