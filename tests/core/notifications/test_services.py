"""One mail per person and event, in the reader's language, sent once whatever happens."""

import smtplib
from datetime import timedelta

import pytest
from celery import current_app
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.template import engines
from kombu.exceptions import OperationalError as BrokerError

from lacralo.core.notifications import services
from lacralo.core.notifications.models import Notice
from lacralo.core.notifications.services import BACKOFF, CLAIM, send_waiting, tell
from tests.builders import NOW, person

MINUTE = timedelta(minutes=1)
SUBJECT = "{% load i18n %}{% translate 'Sign in' %}:\n {{ what }}"
BODY = "{% load lacralo %}{{ person.name }}, {{ at|moment_text }}, {{ what }}"


class Refusing(BaseEmailBackend):
    """A mail server that answers 451."""

    def send_messages(self, messages):
        raise smtplib.SMTPServerDisconnected("connection unexpectedly closed")


@pytest.fixture(autouse=True)
def _templates_of_the_test(monkeypatch):
    def rendered(name, context):
        return (
            engines["django"].from_string(SUBJECT if name.endswith("_subject.txt") else BODY).render(context)
        )

    monkeypatch.setattr(services, "render_to_string", rendered)


def told(who=None, *, event: str = "vote:1", what: str = "the vote opens"):
    """Tell somebody something."""
    who = who or person("Ana", language="es", time_zone="America/Lima")
    return tell(person=who, event=event, template="tests/news", context={"what": what, "at": NOW}, at=NOW)


def failing_mail(settings):
    """From now on the mail server does not answer."""
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("es", "Iniciar sesión: the vote opens"),
        ("en", "Sign in: the vote opens"),
    ],
)
def test_a_mail_is_written_in_the_language_and_zone_of_its_reader(language, subject):
    notice = told(person("Ana", language=language, time_zone="America/Lima"))

    assert (notice.language, notice.subject) == (language, subject)
    assert "09:00 Lima (14:00 UTC)" in notice.body


@pytest.mark.django_db
def test_a_person_is_told_of_an_event_once():
    ana = person("Ana")

    first, second = told(ana), told(ana, what="something else")

    assert (first.pk is None, second, Notice.objects.count()) == (False, None, 1)


@pytest.mark.django_db
def test_of_another_event_and_another_person_too():
    ana = person("Ana")
    told(ana), told(ana, event="vote:2"), told(person("Luz"))

    assert Notice.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_a_mail_goes_out_when_the_act_is_committed():
    notice = told()

    notice.refresh_from_db()
    (message,) = mail.outbox
    assert notice.sent_at is not None
    assert (message.to, message.subject) == ([notice.address], notice.subject)
    assert message.extra_headers["Content-Language"] == "es"


@pytest.mark.django_db
def test_who_has_no_address_is_told_on_their_page_alone():
    notice = told(person("Ana", email=None))

    sent = send_waiting(now=NOW)

    notice.refresh_from_db()
    assert (sent, mail.outbox, notice.sent_at) == (0, [], None)


@pytest.mark.django_db
def test_sending_twice_sends_once():
    told()

    assert [send_waiting(now=NOW), send_waiting(now=NOW + timedelta(days=2))] == [1, 0]
    assert len(mail.outbox) == 1


@pytest.mark.django_db
def test_a_refused_mail_waits_longer_each_time_and_is_not_lost(settings):
    notice, answering = told(), settings.EMAIL_BACKEND
    failing_mail(settings)
    waits, now = [], NOW
    for _ in range(len(BACKOFF) + 1):
        send_waiting(now=now)
        notice.refresh_from_db()
        waits.append((notice.next_try_at - now).total_seconds())
        now = notice.next_try_at
    settings.EMAIL_BACKEND = answering

    sent = send_waiting(now=now)

    notice.refresh_from_db()
    assert waits == [*BACKOFF, 86400]
    assert (sent, notice.tries, notice.failure, len(mail.outbox)) == (1, len(BACKOFF) + 2, "", 1)


@pytest.mark.django_db
def test_a_refused_mail_says_why_and_is_left_alone_until_its_next_try(settings):
    notice = told()
    failing_mail(settings)
    send_waiting(now=NOW)

    notice.refresh_from_db()
    assert notice.failure == "connection unexpectedly closed"
    assert not Notice.objects.waiting(NOW + MINUTE - timedelta(seconds=1)).exists()


@pytest.mark.django_db
def test_one_refused_address_holds_up_no_other(monkeypatch):
    told(person("Ana")), told(person("Luz"))
    send = services.EmailMessage.send

    def refuse_ana(message, *arguments, **options):
        if "ana-" in message.to[0]:
            raise smtplib.SMTPRecipientsRefused({message.to[0]: (550, b"no such user")})
        return send(message, *arguments, **options)

    monkeypatch.setattr(services.EmailMessage, "send", refuse_ana)

    assert send_waiting(now=NOW) == 1


@pytest.mark.django_db
def test_a_mail_claimed_by_a_worker_that_died_is_sent_later_under_the_same_identity():
    notice = told()
    services._claim(notice.pk, NOW)

    at_once, later = send_waiting(now=NOW + MINUTE), send_waiting(now=NOW + CLAIM)

    assert (at_once, later) == (0, 1)
    assert mail.outbox[0].extra_headers["Message-ID"].startswith(f"<notice-{notice.pk}@")


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_down_keeps_the_mail_in_the_outbox(monkeypatch):
    def down(*arguments):
        raise BrokerError("connection refused")

    with monkeypatch.context() as patch:
        patch.setattr(current_app.tasks["core.send"], "delay", down)
        told()

    assert (len(mail.outbox), send_waiting(now=NOW), len(mail.outbox)) == (0, 1, 1)


@pytest.mark.django_db
def test_a_subject_cannot_smuggle_a_header():
    notice = told(what="the vote\nBcc: everybody@example.org")

    send_waiting(now=NOW)

    assert "\n" not in notice.subject
    assert mail.outbox[0].recipients() == [notice.address]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_workers_at_once_send_each_mail_once(monkeypatch):
    from tests.core.threads import at_once

    with monkeypatch.context() as patch:
        patch.setattr(services, "_send_soon", lambda: None)
        for number in range(10):
            told(person(f"P{number}"))

    sent = at_once([lambda: send_waiting(now=NOW)] * 4)

    assert (sum(sent), Notice.objects.filter(sent_at=None).count()) == (10, 0)
