"""The front page."""

from django.shortcuts import render

from lacralo.core.permissions import public


@public
def front(request):
    """What the portal is, what is open now, and where to go."""
    return render(request, "home/front.html")
