"""A person's own pages: profile, and the members they act for."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from members.forms.pages import ProfileForm
from members.selectors.offices import term_history
from members.selectors.profiles import own_profile
from members.selectors.representation import all_representations_of
from members.services.profiles import change_profile


def profile(request):
    """What the portal knows of me, and who sees it."""
    initial = ProfileForm.answers_of(request.person, own_profile(request.person))
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        change_profile(person=request.person, by=request.person, now=request.now, **form.cleaned_data)
        messages.success(request, _("Your profile is saved."))
        return redirect("members:profile")
    return render(request, "members/profile.html", {"form": form})


def my_members(request):
    """Whom I represent, since when and in what quality; which offices I hold."""
    return render(
        request,
        "members/my_members.html",
        {
            "representations": all_representations_of(request.person),
            "terms": term_history(request.person),
            "today": statute_day(request.now),
        },
    )
