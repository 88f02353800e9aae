"""Which mails there are."""

from django.core import mail
from django.core.mail import EmailMessage
from django.db.models import QuerySet

from lacralo.core.notifications.models import Notice
from lacralo.core.people.models import Person


def mails_to(person: Person) -> QuerySet[Notice]:
    """The mails written to a person, newest first."""
    return Notice.objects.visible_to(person).order_by("-written_at", "-pk")


def account_mails() -> list[EmailMessage]:
    """Sign-in codes and the like, newest first: kept nowhere but in the memory of the demonstration."""
    kept = getattr(mail, "outbox", [])
    return [
        message
        for message in reversed(kept)
        if not message.extra_headers.get("Message-ID", "").startswith("<notice-")
    ]
