"""Pages that explain the portal itself."""

from django.shortcuts import render

from lacralo.core.permissions import public


@public
def about(request):
    """What the portal is for and how it keeps its word."""
    return render(request, "home/about.html")


@public
def accessibility(request):
    """How the portal can be used by everybody, and what to do where it cannot."""
    return render(request, "home/accessibility.html")


@public
def privacy(request):
    """Who sees what, how long it is kept, and what nobody sees."""
    return render(request, "home/privacy.html")
