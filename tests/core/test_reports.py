"""A report of a failure says where it happened, and nothing of what somebody wrote."""

import logging
import sys

import pytest
from django.core import mail
from django.test import RequestFactory
from django.utils.log import AdminEmailHandler
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter, technical_500_response

from lacralo.core.audit import act
from tests.builders import NOW, person

pytestmark = pytest.mark.django_db

#: Put together, because a page of a failure shows the lines of the code around it.
CANARY = "-".join(("the", "choice", "of", "nobody", "else"))


@act
def fail(*, choice: str, by, now) -> None:
    """An act that fails with the choice in its own variables, and in those of the wrapper around it."""
    written = {"inside": choice}
    raise ZeroDivisionError(f"a failure with {len(written)} line")


def failed():
    """A request whose view failed, with the failure."""
    request = RequestFactory().post("/en/elections/x/ballot/", {"choice": CANARY})
    request.COOKIES["messages"] = request.META["HTTP_COOKIE"] = request.META["CSRF_COOKIE"] = CANARY
    request.user = request.person = person("Ana")
    try:
        fail(choice=request.POST["choice"], by=request.person, now=NOW)
    except ZeroDivisionError:
        return request, sys.exc_info()


def mailed(settings) -> list[str]:
    """The report that is sent to whoever runs the server, as text and as HTML."""
    settings.ADMINS = [("Admin", "admin@example.org")]
    request, failure = failed()
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "failed", (), failure)
    record.request = request
    AdminEmailHandler(include_html=True).emit(record)
    (sent,) = mail.outbox
    return [sent.body, sent.alternatives[0].content]


@pytest.mark.parametrize("debug", [False, True])
def test_a_mail_about_a_failure_names_it_and_carries_nothing_of_the_person(settings, debug):
    settings.DEBUG = debug

    reports = mailed(settings)

    assert [CANARY in report for report in reports] == [False, False]
    assert ["a failure with 1 line" in report for report in reports] == [True, True]
    assert ["test_reports.py" in report for report in reports] == [True, True]


@pytest.mark.parametrize("asked", ["text/html", "text/plain"])
def test_the_page_of_a_failure_carries_nothing_of_the_person_with_debug_either(settings, asked):
    settings.DEBUG = True
    request, failure = failed()
    request.META["HTTP_ACCEPT"] = asked

    page = technical_500_response(request, *failure).content.decode()

    assert (CANARY in page, "a failure with 1 line" in page) == (False, True)


def test_djangos_own_filter_would_have_told_it(settings):
    settings.DEBUG = False
    request, failure = failed()
    request.exception_reporter_filter = SafeExceptionReporterFilter()

    assert CANARY in ExceptionReporter(request, *failure).get_traceback_text()
    assert CANARY in ExceptionReporter(request, *failure).get_traceback_html()
