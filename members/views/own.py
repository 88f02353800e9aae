"""A person's own pages: profile, and the members they act for."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import require
from members.forms.pages import ProfileForm
from members.models import Member
from members.permissions import can_confirm_entry
from members.selectors.confirmations import entries_to_confirm, last_confirmation
from members.selectors.directory import with_status_and_subregion
from members.selectors.offices import term_history
from members.selectors.profiles import own_profile
from members.selectors.representation import all_representations_of, representations_held, representations_of
from members.services import confirmations as services
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


def confirm_entry(request, slug):
    """What the register says of a member, to be found right or put right."""
    today = statute_day(request.now)
    member = get_object_or_404(with_status_and_subregion(Member.objects.all(), on=today), slug=slug)
    require(can_confirm_entry(request.person, member, now=request.now))
    if request.method == "POST":
        services.confirm_entry(member=member, by=request.person, now=request.now)
        messages.success(request, _("Thank you: the entry is confirmed. You are asked again in a year."))
        return redirect("members:my_members")
    return render(
        request,
        "members/confirm_entry.html",
        {
            "member": member,
            "representations": representations_held(member).on(today),
            "last": last_confirmation(member),
        },
    )


def my_members(request):
    """Whom I represent, since when and in what quality; which offices I hold."""
    today = statute_day(request.now)
    return render(
        request,
        "members/my_members.html",
        {
            "representations": all_representations_of(request.person),
            "terms": term_history(request.person),
            "today": today,
            "to_confirm": entries_to_confirm(representations_of(request.person, on=today), request.now),
        },
    )
