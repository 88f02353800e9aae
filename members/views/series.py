"""Series of meetings: how often each meets and whether it does; set up and changed by forms."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.permissions import public
from lacralo.core.verdicts import require
from members.forms.meetings import ChannelsForm, NamePersonForm
from members.forms.series import SeriesForm, first_answers
from members.models import Series
from members.permissions.meetings import can_convene
from members.permissions.register import can_keep_register
from members.selectors.circles import persons_of
from members.selectors.meetings import (
    coming,
    meetings_visible_to,
    past,
    series_listed,
    series_with_cadence,
    unanswered_alarms,
    usual_channels_of,
)
from members.services import series as services
from members.views.doors import needs_rules
from members.views.meeting_desk import answered, series_for, shown
from members.views.meetings import rows_of

_SHOWN = 12


@public
def series_list(request):
    """Everything that meets, how often, and whether the rhythm is kept."""
    today = statute_day(request.now)
    return render(
        request,
        "members/series_list.html",
        {
            "rows": series_listed(request.now),
            "today": today,
            "can_keep": request.person and can_keep_register(request.person, on=today),
        },
    )


@public
@needs_rules
def series_detail(request, key):
    """One series: who belongs to it, its rhythm and whether it is kept, what comes and what was held."""
    series = get_object_or_404(Series.objects.select_related("body", "convenor"), key=key)
    today = statute_day(request.now)
    visible = meetings_visible_to(request.person, on=today).filter(series=series)
    can = request.person and can_convene(request.person, series, on=today)
    return render(
        request,
        "members/series_detail.html",
        {
            "series": series,
            "cadence": series_with_cadence([series], request.now)[0].cadence,
            "channels": usual_channels_of(series),
            "people": None if series.circle == "members" else persons_of(series, on=today),
            "coming": rows_of(coming(visible, request.now), request.now),
            "past": rows_of(past(visible, request.now)[:_SHOWN], request.now),
            "alarms": unanswered_alarms(series) if can else [],
            "today": today,
            "can_convene": can,
            "can_keep": can and can_keep_register(request.person, on=today),
        },
    )


@needs_rules
def series_new(request):
    """Another series of meetings."""
    require(can_keep_register(request.person, on=statute_day(request.now)))
    form = SeriesForm(request.POST or None, initial=first_answers(request.now))
    channels, done = ChannelsForm(request.POST or None, channels=()), []

    def act(form):
        by_whom = {"by": request.person, "now": request.now}
        done.append(services.define_series(told=form.told(), channels=channels.told(), **by_whom))

    if (request.method != "POST" or channels.is_valid()) and answered(request, form, act):
        messages.success(request, _("The series is set up."))
        return redirect(done[0])
    return shown(request, "members/series_form.html", {"form": form, "channels": channels, "series": None})


@needs_rules
def series_edit(request, key):
    """A series changes; its coming meetings to which nobody is invited follow."""
    series = get_object_or_404(Series, key=key)
    require(can_keep_register(request.person, on=statute_day(request.now)))
    form = SeriesForm(request.POST or None, series=series)

    def act(form):
        services.change_series(series=series, told=form.told(), by=request.person, now=request.now)

    if answered(request, form, act):
        messages.success(request, _("The series is changed."))
        return redirect(series)
    return shown(request, "members/series_form.html", {"form": form, "channels": None, "series": series})


@needs_rules
def series_channels(request, key):
    """The languages and links with which the later meetings of a series start."""
    series = series_for(request, key)
    form = ChannelsForm(request.POST or None, channels=usual_channels_of(series))

    def act(form):
        by_whom = {"by": request.person, "now": request.now}
        services.set_series_channels(series=series, channels=form.told(), **by_whom)

    if answered(request, form, act):
        messages.success(request, _("Languages and links are saved."))
        return redirect(series)
    context = {"title": series.name, "back": series, "meeting": None, "form": form}
    return shown(request, "members/channels.html", context)


@needs_rules
def series_people(request, key):
    """Who is named for a series, besides its circle."""
    series, today = series_for(request, key), statute_day(request.now)
    form = NamePersonForm(request.POST or None)

    def act(form):
        services.name_person(series=series, person=form.person, by=request.person, now=request.now)

    if answered(request, form, act):
        messages.success(request, _("The person now belongs to the series."))
        return redirect("members:series_people", series.key)
    named = series.named.on(today).select_related("person").order_by("person__name")
    return shown(request, "members/series_people.html", {"series": series, "form": form, "named": named})


@require_POST
@needs_rules
def series_person_release(request, key, pk):
    """A person no longer belongs to a series."""
    series = series_for(request, key)
    person = Person.objects.filter(pk=pk).first()
    if person is None:
        raise Http404
    services.release_person(series=series, person=person, by=request.person, now=request.now)
    messages.success(request, _("The person no longer belongs to the series."))
    return redirect("members:series_people", series.key)
