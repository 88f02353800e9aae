"""A person changes what the portal knows of them, and nobody else does."""

import pytest

from lacralo.core.verdicts import Refused
from members.enums import Bar
from members.models import Profile
from members.services.profiles import change_profile
from tests.builders import NOW, keeper, person

pytestmark = pytest.mark.django_db

ANSWERS = {
    "name": "Ana Nueva",
    "language": "pt-br",
    "time_zone": "America/Recife",
    "residence": "BR",
    "nationalities": ["BR", "UY"],
    "gender": "Mujer",
    "activities": "Radio comunitaria",
}


def test_one_changes_ones_own_and_not_even_the_keeper_changes_anothers():
    ana, secretary = person("Ana"), keeper()

    with pytest.raises(Refused) as refusal:
        change_profile(person=ana, by=secretary, now=NOW, **ANSWERS)
    change_profile(person=ana, by=ana, now=NOW, **ANSWERS)

    ana.refresh_from_db()
    assert [line.code for line in refusal.value.verdict.bars] == [Bar.NOT_YOUR_PROFILE]
    assert (ana.name, ana.language, ana.time_zone) == ("Ana Nueva", "pt-br", "America/Recife")
    assert [each.code for each in Profile.objects.get(person=ana).nationalities] == ["BR", "UY"]


def test_the_history_does_not_keep_what_a_person_says_of_their_gender():
    ana = person("Ana")
    change_profile(person=ana, by=ana, now=NOW, **ANSWERS)

    change_profile(person=ana, by=ana, now=NOW, **ANSWERS | {"gender": ""})

    assert Profile.objects.get().gender == ""
    assert "gender" not in {field.name for field in Profile.history.model._meta.get_fields()}


def test_a_profile_is_whole_for_its_owner_alone():
    ana = person("Ana", residence="PE")

    visible = [
        list(Profile.objects.visible_to(reader).values_list("person__name", flat=True))
        for reader in (ana, keeper(), None)
    ]

    assert visible == [["Ana"], [], []]
