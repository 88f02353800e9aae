"""The door: who is at it, what time it is, and whether they must sign in first."""

from datetime import timedelta

import pytest
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override

from lacralo.core.audit import Act
from lacralo.core.deadlines.clock import database_now
from lacralo.core.permissions import AtTheDoor, is_public, public
from lacralo.core.verdicts import Line, Refused, Verdict
from tests.builders import person

pytestmark = pytest.mark.django_db


def page(request):
    """A page for people who signed in."""
    return HttpResponse("inside")


@public
def open_page(request):
    """A page for everybody."""
    return HttpResponse("open")


class Nobody:
    """A stranger, as Django sees them."""

    is_authenticated = False


def at_the_door(view, who=None, address="/en/page/?x=1"):
    """The request after the door, and what the door answers."""
    request = RequestFactory().get(address)
    request.user = who or Nobody()
    with override("en"):
        return request, AtTheDoor(page).process_view(request, view, (), {})


def test_a_stranger_is_asked_to_sign_in_and_comes_back_to_the_page():
    _request, answer = at_the_door(page)

    assert (answer.status_code, answer.url) == (302, "/en/account/login/?next=/en/page/%3Fx%3D1")


def test_a_page_declared_open_is_open_and_no_other():
    _request, answer = at_the_door(open_page)

    assert (answer, is_public(open_page), is_public(page)) == (None, True, False)


@pytest.mark.parametrize("address", ["/en/page/a%00b/", "/en/page/?x=%00", "/en/page/?x=1&y=a%00b"])
def test_an_address_that_no_database_can_look_up_is_no_page(address):
    with pytest.raises(Http404):
        at_the_door(open_page, address=address)


def test_a_person_is_let_in_with_the_moment_of_the_database_and_their_zone():
    ana = person("Ana", time_zone="America/Guyana")

    request, answer = at_the_door(page, ana)

    assert (answer, request.person) == (None, ana)
    assert abs(request.now - database_now()) < timedelta(seconds=5)
    assert timezone.get_current_timezone_name() == "America/Guyana"


def test_the_next_reader_starts_in_no_bodys_zone():
    request, _answer = at_the_door(page, person("Ana", time_zone="America/Guyana"))

    AtTheDoor(page).process_response(request, HttpResponse())

    assert timezone.get_current_timezone_name() == "UTC"


def test_a_stranger_is_nobody():
    request, _answer = at_the_door(open_page)

    assert request.person is None


def test_a_refusal_is_answered_with_its_reasons():
    request, _answer = at_the_door(open_page)
    refused = Refused(Verdict((Line(Act.PERSON_REGISTERED, passed=False),)))

    with override("en"):
        answer = AtTheDoor(page).process_exception(request, refused)

    assert answer.status_code == 403
    assert "A person was registered." in answer.content.decode()


def test_another_failure_is_left_to_others():
    request, _answer = at_the_door(open_page)

    assert AtTheDoor(page).process_exception(request, ValueError()) is None


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/en/elections/one/?page=2", "/en/elections/one/"),
        ("http://testserver/en/page/", ""),
        ("http://testserver//elsewhere.example/", ""),
        ("http://elsewhere.example/en/elections/one/", ""),
        ("http://testserver/\\elsewhere.example/", ""),
        ("http://[::1", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_refusal_leads_back_to_the_page_of_ours_before_it(referer, back):
    request, _answer = at_the_door(open_page, address="/en/page/")
    request.META["HTTP_REFERER"] = referer
    refused = Refused(Verdict((Line(Act.PERSON_REGISTERED, passed=False),)))

    words = AtTheDoor(page).process_exception(request, refused).content.decode()

    assert (f'<a href="{back}">' in words) == bool(back)
    assert ("elsewhere" in words, "javascript" in words) == (False, False)
