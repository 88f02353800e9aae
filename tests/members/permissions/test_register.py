"""Who keeps the register."""

from datetime import date

import pytest

from members.permissions import can_keep_register
from tests.builders import TODAY, person, term

pytestmark = pytest.mark.django_db


def test_only_those_who_run_elections_keep_the_register_while_they_do():
    people = {
        "secretary": term("secretary").person,
        "support": term("support").person,
        "former secretary": term("secretary", start=date(2020, 1, 1), end=date(2022, 1, 1)).person,
        "chair": term("chair").person,
        "staff without an office": person(is_staff=True),
        "superuser": person(is_staff=True, is_superuser=True),
        "sent away": term("support", person(is_active=False)).person,
        "stranger": None,
    }

    allowed = {name for name, who in people.items() if can_keep_register(who, on=TODAY)}

    assert allowed == {"secretary", "support", "superuser"}
