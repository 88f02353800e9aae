"""Accounts are opened by the secretary; the mails about them come in the reader's language."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils import timezone, translation

from lacralo.core.people.models import Person


class AccountAdapter(DefaultAccountAdapter):
    """What allauth asks of the portal."""

    def is_open_for_signup(self, request):
        """No: the page says whom to ask."""
        return False

    def save_user(self, request, user, form, commit=True):
        """Accounts are not made from forms."""
        raise NotImplementedError("accounts are opened by the secretary")

    def send_mail(self, template_prefix, email, context):
        """A mail about an account, in the language and zone of the person it belongs to.

        It holds codes, so it goes out at once and is kept nowhere.
        """
        person = Person.objects.filter(email__iexact=email).first()
        if person is None:
            super().send_mail(template_prefix, email, context)
            return
        with translation.override(person.language), timezone.override(person.time_zone):
            super().send_mail(template_prefix, email, context)
