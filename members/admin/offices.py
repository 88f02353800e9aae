"""Bodies, posts and terms of office."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from members.admin.base import RegisterAct, RegisterAdmin
from members.admin.representations import RunsToday
from members.forms.register import TermEndForm, TermForm
from members.models import Body, Position, Term
from members.services.offices import begin_term, end_term


@admin.register(Term)
class TermAdmin(RegisterAdmin):
    """Who held which post from when to when."""

    list_display = ("position", "person", "member", "start", "end", "end_reason", "source")
    list_filter = (RunsToday, "position", "end_reason")
    list_select_related = ("position", "person", "member")
    search_fields = ("person__name", "member__search_name", "source")
    ordering = ("position__body__order", "position__order", "-start", "-pk")
    acts = (
        RegisterAct(
            "begin",
            _("Begin a term of office"),
            TermForm,
            lambda row, answers, **by_whom: begin_term(**answers, **by_whom),
            on_row=False,
        ),
        RegisterAct(
            "end",
            _("End this term"),
            TermEndForm,
            lambda row, answers, **by_whom: end_term(term=row, **answers, **by_whom),
        ),
    )


@admin.register(Body)
class BodyAdmin(RegisterAdmin):
    """Bodies, as delivered."""

    list_display = ("__str__", "key", "order")
    ordering = ("order",)


@admin.register(Position)
class PositionAdmin(RegisterAdmin):
    """Posts, as delivered: seats and months of a term."""

    list_display = (
        "__str__",
        "body",
        "seats",
        "term_months",
        "is_elected",
        "electorate",
        "is_protected",
        "runs_elections",
    )
    list_select_related = ("body",)
    ordering = ("body__order", "order")
