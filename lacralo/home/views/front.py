"""The front page: what is open now, and what waits for the reader."""

from django.shortcuts import render

from lacralo.core.permissions import public
from lacralo.home.selectors.attention import attention, open_now


@public
def front(request):
    """What the portal is, what is open now and what comes next; for a signed-in person, what waits."""
    return render(
        request,
        "home/front.html",
        {
            "open_now": open_now(request.now),
            "attention": attention(request.person, request.now) if request.person else None,
        },
    )
