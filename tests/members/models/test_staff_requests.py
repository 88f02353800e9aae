"""What the database refuses of requests to staff."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from members.enums.staff_requests import RequestKind, RequestStatus
from members.models import StaffRequest, StaffRequestStep
from tests.builders import NOW, person

pytestmark = pytest.mark.django_db


def request(**fields) -> StaffRequest:
    standard = {
        "kind": RequestKind.TRANSLATION, "from_language": "es", "language": "en", "purpose": "Actas.",
        "purpose_language": "es", "asked_by": person(), "asked_at": NOW,
    }  # fmt: skip
    return StaffRequest.objects.create(**(standard | fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "dance"},
        {"language": "de"},
        {"status": "lost"},
        {"status": RequestStatus.DECLINED},
        {"closed_at": NOW},
        {"status": RequestStatus.DONE, "closed_at": NOW},
        {"delivered_link": "https://example.org"},
    ],
)
def test_a_request_that_contradicts_itself_is_refused(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        request(**fields)


def test_a_step_stays_and_comes_once():
    asked = request()
    fields = {"request": asked, "status": RequestStatus.ASKED, "by": asked.asked_by, "at": NOW}
    step = StaffRequestStep.objects.create(**fields)

    with pytest.raises(IntegrityError), transaction.atomic():
        StaffRequestStep.objects.create(**fields)
    with pytest.raises(DatabaseError), transaction.atomic():
        step.delete()
