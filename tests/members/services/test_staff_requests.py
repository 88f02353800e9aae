"""Staff is asked, answers step by step, and who asked is told in their language."""

from datetime import timedelta

import pytest

from lacralo.core.audit.models import Entry
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.enums import Role
from members.enums.staff_requests import RequestAct, RequestBar, RequestKind, RequestStatus
from members.models import Credit, StaffRequest
from members.selectors.staff_requests import requests_waiting_for, those_who_answer, visible_requests
from members.services.staff_requests import RequestTold, ask_staff, move_request
from tests.builders import NOW, TODAY, accredited, member, person, representative, secretary, term, voter_of

pytestmark = pytest.mark.django_db

ONE = timedelta(days=1)
LINK = "https://example.org/file"


@pytest.fixture
def asking():
    als = member()
    return representative(als, person("Rosa", language="fr"))


@pytest.fixture
def staff():
    return term("support", person("Staff")).person


def told(**fields) -> RequestTold:
    standard = {
        "kind": RequestKind.TRANSLATION,
        "from_language": "es",
        "languages": ("en",),
        "purpose": "Las actas de mayo.",
        "purpose_language": "es",
    }
    return RequestTold(**(standard | fields))


def asked_by(who, **fields) -> StaffRequest:
    return ask_staff(told=told(**fields), by=who, now=NOW)[0]


def bars(refusal) -> list:
    return [line.code for line in refusal.value.verdict.bars]


def mails(news: str) -> list[Notice]:
    return list(Notice.objects.filter(event__startswith=f"members.{news}:").order_by("pk"))


def test_each_language_becomes_a_request_and_staff_is_told_once(asking, staff):
    made = ask_staff(told=told(languages=("en", "pt-br"), needed_by=TODAY), by=asking, now=NOW)

    assert [(each.language, each.status) for each in made] == [("en", "asked"), ("pt-br", "asked")]
    assert [each.act for each in Entry.objects.order_by("sequence")] == [RequestAct.REQUEST_ASKED] * 2
    (mail,) = mails("staff_request_asked")
    assert mail.person == staff
    assert "English, Portuguese" in mail.subject
    assert "needed by 3 March 2026" in mail.body
    assert "/en/members/requests/queue/" in mail.body


@pytest.mark.parametrize(
    "role, allowed", [(Role.PRIMARY, True), (Role.ALTERNATE, True), (Role.OBSERVER, False)]
)
def test_who_acts_for_a_member_asks_and_an_observer_does_not(role, allowed):
    who = representative(member(), role=role)

    if allowed:
        assert asked_by(who).asked_by == who
    else:
        with pytest.raises(Refused) as refusal:
            asked_by(who)
        assert bars(refusal) == [RequestBar.NOT_ASKER]


def test_an_officer_asks_and_a_former_one_does_not():
    now_in, before = term("chair").person, term("nomcom", end=TODAY).person

    assert asked_by(now_in).asked_by == now_in
    with pytest.raises(Refused):
        asked_by(before)


@pytest.mark.parametrize(
    "fields, bar",
    [
        ({"languages": ("es",)}, RequestBar.SAME_LANGUAGE),
        ({"languages": ()}, RequestBar.LANGUAGE_MISSING),
        ({"needed_by": TODAY - ONE}, RequestBar.NEEDED_IN_THE_PAST),
    ],
)
def test_what_staff_could_make_nothing_of_is_refused(asking, fields, bar):
    with pytest.raises(Refused) as refusal:
        ask_staff(told=told(**fields), by=asking, now=NOW)

    assert bars(refusal) == [bar]
    assert StaffRequest.objects.count() == 0


def test_who_asked_is_told_of_each_step_in_their_language_and_finds_the_link(asking, staff):
    request = asked_by(asking)

    for number, (move, link) in enumerate([("accept", ""), ("start", ""), ("deliver", LINK)], start=1):
        request = move_request(
            request=request, move=move, link=link, words="Listo." * (move == "deliver"), language="es",
            by=staff, now=NOW + number * ONE,
        )  # fmt: skip

    assert (request.status, request.closed_at, request.delivered_link) == ("done", NOW + 3 * ONE, LINK)
    sent = mails("staff_request_moved")
    assert [each.person for each in sent] == [asking] * 3
    assert [each.language for each in sent] == ["fr"] * 3
    assert LINK in sent[-1].body
    assert "Listo." in sent[-1].body
    assert LINK not in sent[0].body
    steps = list(request.steps.order_by("at").values_list("status", "words", "language"))
    assert steps == [("asked", "", ""), ("accepted", "", ""), ("under_way", "", ""), ("done", "Listo.", "es")]
    assert Credit.objects.count() == 0


def test_only_those_who_answer_answer_and_only_who_asked_takes_back(asking, staff):
    request, other = asked_by(asking), voter_of(accredited())

    for who, move, bar in (
        (other, "accept", RequestBar.NOT_HANDLER),
        (asking, "accept", RequestBar.NOT_HANDLER),
        (staff, "withdraw", RequestBar.NOT_YOURS),
    ):
        with pytest.raises(Refused) as refusal:
            move_request(request=request, move=move, by=who, now=NOW)
        assert bars(refusal) == [bar]
    gone = move_request(request=request, move="withdraw", by=asking, now=NOW + ONE)

    assert (gone.status, gone.closed_at) == (RequestStatus.WITHDRAWN, NOW + ONE)
    assert mails("staff_request_moved") == []


def test_a_request_is_declined_with_a_reason_once(asking, staff):
    request = asked_by(asking)

    with pytest.raises(Refused) as silent:
        move_request(request=request, move="decline", by=staff, now=NOW)
    move_request(request=request, move="decline", words="No interpreters.", language="en", by=staff, now=NOW)
    with pytest.raises(Refused) as twice:
        move_request(request=request, move="decline", words="Again.", language="en", by=staff, now=NOW)

    assert (bars(silent), bars(twice)) == ([RequestBar.REASON_MISSING], [RequestBar.MOVE_NOT_OPEN])
    assert [each.body.count("No interpreters.") for each in mails("staff_request_moved")] == [1]


def test_nothing_is_delivered_without_an_address(asking, staff):
    request = asked_by(asking)

    with pytest.raises(Refused) as refusal:
        move_request(request=request, move="deliver", by=staff, now=NOW)

    assert bars(refusal) == [RequestBar.LINK_MISSING]


def test_who_reads_what(asking, staff):
    request, other = asked_by(asking), voter_of(accredited())

    assert list(visible_requests(asking, answers=False)) == [request]
    assert list(visible_requests(other, answers=False)) == []
    assert list(visible_requests(None, answers=False)) == []
    assert list(visible_requests(staff, answers=True)) == [request]
    assert list(requests_waiting_for(staff, answers=True)) == [request]
    assert list(requests_waiting_for(asking, answers=False)) == []


def test_the_secretary_is_asked_where_no_staff_holds_office(asking):
    keeper = secretary()

    asked_by(asking)

    assert those_who_answer(on=TODAY) == [keeper]
    assert [each.person for each in mails("staff_request_asked")] == [keeper]
