"""The agenda of a meeting: read by everybody who may, proposed to by members, kept by the secretary."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.verdicts import Refused, require
from members.forms.minutes import AddItemForm, ProposeForm
from members.models import Agenda, AgendaItem
from members.permissions.sittings import can_hold, can_propose_item
from members.rules.agendas import closes_at
from members.selectors.agendas import candidates_for, items_of, told_items
from members.selectors.rules import rules_on
from members.services import agendas as services
from members.views.decisions import status_of
from members.views.doors import needs_rules
from members.views.meeting_doors import held_by, meeting_or_404


def _frame(request, meeting) -> dict:
    """What every page of an agenda shows."""
    days = rules_on(statute_day(request.now)).agenda_closes_days
    rows = told_items(items_of(meeting))
    agenda = Agenda.objects.filter(meeting=meeting).first()
    return {
        "meeting": meeting,
        "agenda": agenda,
        "is_published": agenda is not None and agenda.published_at is not None,
        "rows": rows,
        "minutes": sum(row.item.minutes or 0 for row in rows),
        "closes_at": closes_at(meeting.starts_at, days),
        "is_closed": request.now >= closes_at(meeting.starts_at, days),
    }


@public
@needs_rules
def agenda(request, pk):
    """What the meeting will talk about, once published; those who prepare it see it before."""
    meeting = meeting_or_404(request, pk)
    keeps = bool(can_hold(request.person, meeting, on=statute_day(request.now)))
    context = _frame(request, meeting) | {
        "keeps": keeps,
        "can_propose": can_propose_item(request.person, meeting, now=request.now) if request.person else None,
    }
    if not (context["is_published"] or keeps):
        context["rows"] = [row for row in context["rows"] if row.item.proposed_by_id]
    return render(request, "members/agenda.html", context)


@needs_rules
def agenda_propose(request, pk):
    """Somebody of the series proposes an item before the agenda closes."""
    meeting = meeting_or_404(request, pk)
    require(can_propose_item(request.person, meeting, now=request.now))
    form = ProposeForm(request.POST or None)
    if form.is_valid():
        services.propose_item(meeting=meeting, told=_told(form), by=request.person, now=request.now)
        messages.success(
            request, _("Your item is proposed. The secretary orders the agenda and publishes it.")
        )
        return redirect("members:agenda", meeting.pk)
    context = _frame(request, meeting) | {"form": form}
    return render(request, "members/agenda_propose.html", context, status=status_of(request))


@needs_rules
def agenda_edit(request, pk):
    """The secretary puts the agenda together, orders it, adds to it and publishes it."""
    meeting = held_by(request, pk)
    context = _frame(request, meeting)
    form = AddItemForm(request.POST or None, is_closed=context["is_closed"])
    verdict = None
    if form.is_valid():
        consent = form.cleaned_data.get("has_consent", False)
        try:
            services.add_item(
                meeting=meeting, told=_told(form), has_consent=consent, by=request.person, now=request.now
            )
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            messages.success(request, _("The item is on the agenda."))
            return redirect("members:agenda_edit", meeting.pk)
    context |= {"form": form, "verdict": verdict, "waiting": len(candidates_for(meeting))}
    return render(request, "members/agenda_edit.html", context, status=status_of(request))


def _told(form) -> services.ItemTold:
    typed = form.cleaned_data
    return services.ItemTold(title=typed["title"], language=typed["language"], minutes=typed["minutes"])


@require_POST
@needs_rules
def agenda_assemble(request, pk):
    """Put what is due on the agenda."""
    meeting = held_by(request, pk)
    number = services.assemble_agenda(meeting=meeting, by=request.person, now=request.now)
    told = ngettext(
        "%(number)s item was put on the agenda.", "%(number)s items were put on the agenda.", number
    )
    messages.success(request, told % {"number": number} if number else _("Nothing new is due."))
    return redirect("members:agenda_edit", meeting.pk)


@require_POST
@needs_rules
def agenda_publish(request, pk):
    """Everybody who may see the meeting reads its agenda from now on."""
    meeting = held_by(request, pk)
    services.publish_agenda(meeting=meeting, by=request.person, now=request.now)
    messages.success(request, _("The agenda is published."))
    return redirect("members:agenda_edit", meeting.pk)


@require_POST
@needs_rules
def agenda_item_act(request, pk, item, deed):
    """An item moves up or down, or is taken off."""
    meeting = held_by(request, pk)
    found = get_object_or_404(AgendaItem, meeting=meeting, pk=item, removed_at=None)
    if deed == "remove":
        services.remove_item(item=found, by=request.person, now=request.now)
        messages.success(request, _("The item was taken off the agenda; it stays in the record."))
    else:
        services.move_item(item=found, up=deed == "up", by=request.person, now=request.now)
    return redirect("members:agenda_edit", meeting.pk)
