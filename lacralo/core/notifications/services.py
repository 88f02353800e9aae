"""Tell people, once each, whatever happens to the worker."""

import logging
from datetime import datetime, timedelta

from celery import current_app
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from kombu.exceptions import OperationalError as BrokerError

from lacralo.core.notifications.models import PRIVATE, Notice
from lacralo.core.people.models import Person

logger = logging.getLogger(__name__)

#: Seconds to wait after the first, second… failure; after the last one, a day each time.
BACKOFF = (60, 300, 1800, 7200, 21600)
#: A claimed notice is tried again after this long if its worker died.
CLAIM = timedelta(minutes=10)


def tell(
    *, person: Person, event: str, template: str, context: dict, at: datetime, is_private: bool = False
) -> Notice | None:
    """Write one mail to `person` about `event`, in their language, and have it sent on commit.

    `template` names `emails/<template>_subject.txt` and `_body.txt`.  Telling the same person of the same
    event again does nothing and answers None.  `is_private`: the administration does not list it, because
    that it was written would say what the person did.  Called inside an act.
    """
    event = f"{PRIVATE}{event}" if is_private else event
    if Notice.objects.filter(person=person, event=event).exists():
        return None
    with translation.override(person.language), timezone.override(person.time_zone):
        context = context | {"person": person, "portal": settings.PORTAL_URL, "language": person.language}
        subject = " ".join(render_to_string(f"emails/{template}_subject.txt", context).split())
        body = render_to_string(f"emails/{template}_body.txt", context).strip() + "\n"
    try:
        with transaction.atomic():
            notice = Notice.objects.create(
                person=person,
                event=event,
                address=person.email or "",
                language=person.language,
                subject=subject[:250],
                body=body,
                written_at=at,
                next_try_at=at,
            )
    except IntegrityError:
        # Somebody else told them of it in the same moment.
        return None
    transaction.on_commit(_send_soon)
    return notice


def _send_soon() -> None:
    try:
        current_app.tasks["core.send"].delay()
    except BrokerError:
        # The row is written; the periodic task sends it when the broker is back.
        logger.warning("the broker did not answer; the outbox keeps the mail", exc_info=True)


def send_waiting(*, now: datetime) -> int:
    """Send what waits in the outbox; how many mails went out."""
    sent = 0
    for pk in list(Notice.objects.waiting(now).order_by("pk").values_list("pk", flat=True)):
        notice = _claim(pk, now)
        if notice:
            sent += _send(notice, now)
    return sent


@transaction.atomic
def _claim(pk: int, now: datetime) -> Notice | None:
    """Take a notice, so that another worker leaves it alone; committed before anything is sent."""
    unclaimed = Notice.objects.select_for_update(of=("self",), skip_locked=True)
    notice = unclaimed.waiting(now).filter(pk=pk).first()
    if notice is None:
        return None
    notice.tries += 1
    notice.next_try_at = now + CLAIM
    notice.save(update_fields=["tries", "next_try_at"])
    return notice


def _send(notice: Notice, now: datetime) -> int:
    message = EmailMessage(
        subject=notice.subject,
        body=notice.body,
        to=[notice.address],
        # The same identity at every try, so that a mail sent twice by a dying worker arrives once.
        headers={
            "Message-ID": f"<notice-{notice.pk}@{settings.MAIL_DOMAIN}>",
            "Content-Language": notice.language,
        },
    )
    try:
        message.send()
    except Exception as failure:
        wait = BACKOFF[notice.tries - 1] if notice.tries <= len(BACKOFF) else 86400
        notice.failure, notice.next_try_at = str(failure)[:250], now + timedelta(seconds=wait)
        notice.save(update_fields=["failure", "next_try_at"])
        return 0
    notice.sent_at, notice.failure = now, ""
    notice.save(update_fields=["sent_at", "failure"])
    return 1
