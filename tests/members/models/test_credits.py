"""Credits: who may know of them, and what the database refuses."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from members.enums import CreditKind, Role
from members.models import Credit
from members.services.credits import give_credits
from tests.builders import TODAY, accredited, keeper, person, representative, voter_of
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def own():
    return accredited("Red Ceibo")


def voted(*members, evidence, is_public: bool = True) -> None:
    give_credits(
        CreditKind.VOTED,
        [(each, voter_of(each)) for each in members],
        evidence=evidence,
        on=TODAY,
        is_public=is_public,
    )


def test_a_member_has_one_credit_for_one_evidence(own):
    evidence, other = person(), person()
    voted(own, evidence=evidence)
    voted(own, evidence=other)

    with pytest.raises(IntegrityError), transaction.atomic():
        voted(own, evidence=evidence)
    assert own.credits.count() == 2


def test_a_credit_is_neither_changed_nor_removed(own):
    voted(own, evidence=person())

    for write in (lambda: Credit.objects.update(is_public=False), lambda: Credit.objects.all().delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


@pytest.mark.parametrize("is_public", [True, False])
def test_what_is_not_public_is_known_to_those_who_act_for_the_member(own, is_public):
    voted(own, accredited("Red Andina"), evidence=person(), is_public=is_public)

    seen = {
        who: [each.member for each in Credit.objects.visible_to(reader, on=TODAY).order_by("pk")]
        for who, reader in (
            ("stranger", None),
            ("another", person()),
            ("observer", representative(own, role=Role.OBSERVER)),
            ("alternate", representative(own, role=Role.ALTERNATE)),
            ("own", voter_of(own)),
        )
    }

    if is_public:
        assert {len(members) for members in seen.values()} == {2}
    else:
        assert seen == {"stranger": [], "another": [], "observer": [], "alternate": [own], "own": [own]}


def test_the_administration_lists_what_is_public(client, own):
    voted(own, evidence=person())
    voted(own, evidence=person(), is_public=False)
    at_the_desk(client, keeper())

    page = client.get(reverse("admin:members_credit_changelist"))

    assert page.context["cl"].result_count == 1
