"""A statement is filed by the person themselves, and never changed."""

import pytest
from django.db import IntegrityError, transaction

from conflicts.enums import Act, Bar, Incompatibility
from conflicts.models import Statement
from conflicts.services import file_statement
from lacralo.core.audit.models import Entry
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from tests.builders import NOW, TODAY, person, statement

pytestmark = pytest.mark.django_db


def file(of, by=None, declared=(), other=""):
    return file_statement(person=of, incompatibilities=declared, other_interests=other, by=by or of, now=NOW)


def test_one_files_ones_own_and_nobody_anothers():
    ana, luis = person("Ana"), person("Luis")

    with pytest.raises(Refused) as refusal:
        file(ana, by=luis)
    filed = file(ana, declared=[Incompatibility.PAID_BY_ICANN], other=" I teach. ")

    assert [line.code for line in refusal.value.verdict.bars] == [Bar.NOT_YOUR_INTERESTS]
    assert (filed.filed_on, filed.incompatibilities, filed.other_interests) == (
        TODAY,
        ["paid_by_icann"],
        "I teach.",
    )


def test_the_chain_and_the_mail_know_that_it_was_filed_and_not_what_it_says():
    ana = person("Ana", language="en")

    filed = file(ana, declared=[Incompatibility.DECIDES_IN_GOVERNMENT], other="canary-interest")

    entry, notice = Entry.objects.about(filed).get(), Notice.objects.get()
    assert (entry.act, entry.digest) == (Act.STATEMENT_FILED, "")
    assert notice.subject == "Your statement of interest is filed"
    assert ("canary" in notice.body, "government" in notice.body) == (False, False)


def test_an_interest_that_the_rules_do_not_know_is_an_error():
    with pytest.raises(ValueError, match="rich"):
        file(person(), declared=["rich"])


def test_the_database_refuses_to_change_or_remove_a_statement():
    filed = statement(person())

    for write in (
        lambda: Statement.objects.filter(pk=filed.pk).update(other_interests="none"),
        lambda: Statement.objects.filter(pk=filed.pk).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()
    assert Statement.objects.count() == 1
