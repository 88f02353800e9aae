"""Between two tests the tables are emptied although guards refuse it, and the guards stand again after."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from lacralo.core.audit.guards import missing_guards
from lacralo.core.audit.models import Entry

GENESIS, NEXT = "0" * 64, "1" * 64


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_each_transactional_test_finds_empty_tables_and_standing_guards(turn):
    before = (Entry.objects.count(), missing_guards(connection))
    Entry.objects.create(
        sequence=1, at=datetime(2026, 1, 1, tzinfo=UTC), act=turn, previous=GENESIS, hash=NEXT
    )

    assert before == (0, ())
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.all().delete()
    assert Entry.objects.count() == 1
