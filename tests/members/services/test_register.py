"""The delivered register is loaded once, and what was changed since stays."""

import pytest

from members.enums import Subregion
from members.models import Position, SubregionCountry
from members.selectors.directory import subregion_of_countries
from members.services.register import load_register
from members.services.subregions import assign_subregion
from tests.builders import NOW

pytestmark = pytest.mark.django_db


def test_loading_twice_changes_nothing():
    made = [load_register(by=None, now=NOW) for _ in range(2)]

    assert made == [14 + 33, 0]


def test_the_secretary_and_support_staff_run_elections_and_need_a_second_factor():
    load_register(by=None, now=NOW)

    running = Position.objects.filter(runs_elections=True).order_by("key")
    assert list(running.values_list("key", "is_protected")) == [("secretary", True), ("support", True)]


def test_belize_is_in_a_guyana_in_c_and_an_unlisted_territory_nowhere():
    load_register(by=None, now=NOW)

    of = subregion_of_countries()
    assert (of["BZ"], of["GY"], of["DO"], of.get("GF")) == (Subregion.A, Subregion.C, Subregion.C, None)


def test_a_country_assigned_by_a_decision_keeps_it_when_the_register_is_loaded_again():
    assign_subregion(country="BZ", subregion=Subregion.C, source="Motion 9", by=None, now=NOW)

    load_register(by=None, now=NOW)

    assert SubregionCountry.objects.get(country="BZ").subregion == Subregion.C
