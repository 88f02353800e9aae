"""Who held which office on a day, open to everybody."""

from django.shortcuts import render

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from members.forms.pages import DayForm
from members.selectors.offices import offices_on, offices_through_time


@public
def offices(request):
    """Every post and who held it on the day asked for; today when none is."""
    today = statute_day(request.now)
    form = DayForm(request.GET if "day" in request.GET else None, initial={"day": today})
    day = (form.is_valid() and form.cleaned_data["day"]) or today
    return render(
        request,
        "members/offices.html",
        {"form": form, "day": day, "today": today, "bodies": offices_on(day)},
    )


@public
def office_history(request):
    """Every post and everybody who ever held it."""
    today = statute_day(request.now)
    return render(request, "members/office_history.html", {"bodies": offices_through_time(), "today": today})
