"""Where the rules encourage, no vote is ever suspended."""

from datetime import timedelta

import pytest

from members.enums import Consequence
from members.enums.participation import WarningStep
from members.models import Suspension
from members.services.consequences import review_participation
from tests.builders import NOW, accredited
from tests.members.participation_builders import fallen, rules_in_force

pytestmark = pytest.mark.django_db


def test_a_member_is_encouraged_once_and_keeps_its_vote():
    rules_in_force(consequence=Consequence.ENCOURAGE)
    als = accredited("Red Ceibo")
    fallen()

    for days in (0, 30, 60, 120, 300):
        review_participation(now=NOW + timedelta(days=days))

    assert list(als.warnings.values_list("step", flat=True)) == [WarningStep.ENCOURAGEMENT]
    assert not Suspension.objects.exists()
