"""What is on file on a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conflicts.selectors import (
    StatementFact,
    filed_on,
    register_on,
    statement_on_file,
    statements_on_file,
)
from tests.builders import TODAY, person, statement

pytestmark = pytest.mark.django_db


def test_a_statement_holds_from_its_day_for_a_year():
    ana = person("Ana")
    statement(ana, on=date(2025, 3, 1))

    days = [date(2025, 2, 28), date(2025, 3, 1), date(2026, 2, 28), date(2026, 3, 1)]
    assert [statement_on_file(ana, day) for day in days] == [False, True, True, False]
    assert filed_on(ana, date(2026, 2, 28)) == date(2025, 3, 1)
    assert filed_on(ana, date(2026, 3, 1)) is None


def test_the_latest_statement_speaks():
    ana = person("Ana")
    statement(ana, on=date(2025, 6, 1), incompatibilities=("paid_by_icann",))
    statement(ana, on=date(2026, 1, 1))

    told = [statements_on_file([ana], day)[ana.pk] for day in (date(2025, 12, 31), TODAY)]
    assert [each.declares_incompatibility for each in told] == [True, False]


def test_the_facts_of_many_take_one_query():
    ana, luis, eva = person("Ana"), person("Luis"), person("Eva")
    statement(ana, on=date(2026, 1, 1), incompatibilities=("paid_by_icann",))
    statement(luis, on=date(2026, 2, 1))

    with CaptureQueriesContext(connection) as queries:
        facts = statements_on_file([ana, luis, eva], TODAY)

    assert facts == {
        ana.pk: StatementFact(date(2026, 1, 1), True),
        luis.pk: StatementFact(date(2026, 2, 1), False),
    }
    assert len(queries) == 1


def test_the_register_keeps_the_latest_of_each_and_says_which_are_old():
    ana, luis = person("ana"), person("Luis")
    statement(luis, on=date(2024, 1, 1))
    statement(ana, on=date(2025, 1, 1))
    statement(ana, on=date(2026, 1, 1))

    entries = register_on(TODAY)

    assert [(each.name, each.filed_on, each.is_current) for each in entries] == [
        ("ana", date(2026, 1, 1), True),
        ("Luis", date(2024, 1, 1), False),
    ]
