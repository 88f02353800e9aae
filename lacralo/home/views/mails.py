"""The mails of the portal: one's own, and in the demonstration everybody's."""

import re

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import render

from lacralo.core.notifications.models import Notice
from lacralo.core.notifications.selectors import account_mails, mails_to
from lacralo.core.permissions import public
from lacralo.home.permissions import is_at_this_machine

_PER_PAGE = 20
#: The demonstration may be served on another port than the one its mails were written with.
_OWN_LINKS = re.compile(r"http://127\.0\.0\.1:\d+")


def sent(request):
    """Every mail that the portal wrote to the reader, newest first."""
    page = _page(request, mails_to(request.person))
    return render(request, "home/sent.html", {"page": page})


@public
def outbox(request):
    """In the demonstration nothing leaves this machine: here are the mails, with links to follow."""
    if not (settings.DEMO and is_at_this_machine(request)):
        raise Http404
    mails = Notice.objects.select_related("person").order_by("-written_at", "-pk")
    page = _page(request, mails)
    return render(request, "home/outbox.html", {"page": page, "account_mails": account_mails()})


def _page(request, mails: QuerySet[Notice]) -> Page:
    """A page of mails, whose links lead to where the demonstration is served now."""
    page = Paginator(mails, _PER_PAGE).get_page(request.GET.get("page"))
    if settings.DEMO:
        for mail in page:
            mail.body = _OWN_LINKS.sub(f"http://{request.get_host()}", mail.body)
    return page
