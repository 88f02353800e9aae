"""Who reads a statement whole."""

from datetime import date

import pytest

from conflicts.models import Statement
from tests.builders import TODAY, keeper, person, statement, term

pytestmark = pytest.mark.django_db


def test_owner_and_ethics_committee_read_it_and_others_do_not():
    ana = person("Ana")
    statement(ana)
    statement(person("Luis"))
    readers = {
        "owner": ana,
        "ethics committee": term("ethics_member").person,
        "former ethics committee": term("ethics_member", start=date(2020, 1, 1), end=date(2022, 1, 1)).person,
        "secretary": keeper(),
        "chair": term("chair").person,
        "superuser": person(is_staff=True, is_superuser=True),
        "stranger": None,
    }

    read = {name: Statement.objects.visible_to(who, on=TODAY).count() for name, who in readers.items()}

    assert {name: count for name, count in read.items() if count} == {"owner": 1, "ethics committee": 2}
