"""Who keeps the rulebook."""

import pytest
from django.contrib.auth.models import Permission

from lacralo.core.rulebook.permissions import can_keep_rulebook
from tests.builders import person

pytestmark = pytest.mark.django_db


def keeper(**fields):
    somebody = person("Keeper", **{"is_staff": True} | fields)
    somebody.user_permissions.add(Permission.objects.get(codename="change_ruleset"))
    return somebody


def test_staff_with_the_right_keep_it_and_others_do_not():
    answers = [
        bool(can_keep_rulebook(each))
        for each in (keeper(), keeper(is_staff=False), person("Staff", is_staff=True), None)
    ]

    assert answers == [True, False, False, False]
