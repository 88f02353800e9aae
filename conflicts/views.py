"""Statements of interest: my own, and the public register of who filed one when."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from conflicts.forms import StatementForm
from conflicts.models import Statement
from conflicts.permissions import can_file_statement
from conflicts.selectors import filed_on, own_statements, register_on
from conflicts.services import file_statement
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.verdicts import require


@never_cache
def statement(request):
    """My statement: whether one holds today, and everything I filed."""
    today = statute_day(request.now)
    return render(
        request,
        "conflicts/statement.html",
        {"statements": own_statements(request.person), "filed_on": filed_on(request.person, today)},
    )


@never_cache
@sensitive_post_parameters()
def statement_new(request):
    """Write a new statement, check it, file it.  The answers travel in the POST and are kept nowhere else."""
    require(can_file_statement(request.person, request.person))
    form = StatementForm(request.POST or None)
    if request.method != "POST" or "change" in request.POST or not form.is_valid():
        if "change" in request.POST:
            form = StatementForm(initial=_answers(request.POST))
        return render(request, "conflicts/statement_form.html", {"form": form})
    if "file" not in request.POST:
        return render(request, "conflicts/statement_check.html", {"form": form, "answers": form.cleaned_data})
    file_statement(person=request.person, by=request.person, now=request.now, **form.cleaned_data)
    messages.success(request, _("Your statement of interest is on file."))
    return redirect("conflicts:statement")


def _answers(post):
    return {
        "incompatibilities": post.getlist("incompatibilities"),
        "other_interests": post.get("other_interests", ""),
    }


@never_cache
def statement_detail(request, pk):
    """One statement whole, for its owner and for the ethics committee; for others there is no such page."""
    readable = Statement.objects.visible_to(request.person, on=statute_day(request.now))
    statement = get_object_or_404(readable.select_related("person"), pk=pk)
    return render(request, "conflicts/statement_detail.html", {"statement": statement})


@public
def statement_list(request):
    """Who filed a statement, on which day, and whether it still holds; never what it says."""
    today = statute_day(request.now)
    readable = Statement.objects.visible_to(request.person, on=today).values_list("pk", flat=True)
    context = {"entries": register_on(today), "readable": set(readable)}
    return render(request, "conflicts/statement_list.html", context)
