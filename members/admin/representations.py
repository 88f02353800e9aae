"""Representations: begun and replaced on the member's page, ended here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from lacralo.core.deadlines.clock import statute_day
from members.admin.base import RegisterAct
from members.admin.imports import ImportingAdmin
from members.enums import FileKind
from members.forms.register import RepresentationEndForm
from members.models import Representation
from members.services.representation import end_representation


class RunsToday(admin.SimpleListFilter):
    """Whether a dated row holds today."""

    title = _("today")
    parameter_name = "today"

    def lookups(self, request, model_admin):
        """Running, or not."""
        return [("yes", _("Runs today")), ("no", _("Does not run today"))]

    def queryset(self, request, queryset):
        """Those that run on the UTC day of now, or the others."""
        running = self.value() and queryset.model.objects.on(statute_day(request.now)).values("pk")
        if self.value() == "yes":
            return queryset.filter(pk__in=running)
        return queryset.exclude(pk__in=running) if self.value() == "no" else queryset


@admin.register(Representation)
class RepresentationAdmin(ImportingAdmin):
    """Who acts or acted for which member."""

    file_kind = FileKind.REPRESENTATIONS
    list_display = ("member", "person", "role", "start", "end", "end_reason")
    list_filter = (RunsToday, "role")
    list_select_related = ("member", "person")
    search_fields = ("member__search_name", "person__name")
    ordering = ("member__search_name", "-start", "-pk")
    acts = (
        RegisterAct(
            "end",
            _("End this representation"),
            RepresentationEndForm,
            lambda row, answers, **by_whom: end_representation(representation=row, **answers, **by_whom),
        ),
    )
