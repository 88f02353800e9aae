"""The mails of the portal: one's own, and in the demonstration everybody's."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from lacralo.core.notifications.models import Notice
from lacralo.core.notifications.selectors import account_mails, mails_to
from lacralo.core.permissions import public
from lacralo.home.permissions import is_at_this_machine

_PER_PAGE = 20


def sent(request):
    """Every mail that the portal wrote to the reader, newest first."""
    page = Paginator(mails_to(request.person), _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/sent.html", {"page": page})


@public
def outbox(request):
    """In the demonstration nothing leaves this machine: here are the mails, with links to follow."""
    if not (settings.DEMO and is_at_this_machine(request)):
        raise Http404
    mails = Notice.objects.select_related("person").order_by("-written_at", "-pk")
    page = Paginator(mails, _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "home/outbox.html", {"page": page, "account_mails": account_mails()})
