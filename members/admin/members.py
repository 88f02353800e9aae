"""Members, their periods of status, and the countries of the sub-regions."""

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from lacralo.core.deadlines.clock import statute_day
from members.admin.base import RegisterAct, RegisterAdmin
from members.admin.imports import import_page
from members.enums import MemberStatus, Subregion
from members.forms.register import (
    MemberChangeForm,
    MemberForm,
    ReplacementForm,
    RepresentationForm,
    StatusForm,
    SubregionForm,
)
from members.models import Member, StatusPeriod, SubregionCountry
from members.phrases import STATUS_NAMES, SUBREGION_NAMES
from members.rules.names import search_form
from members.selectors.directory import countries_of_members, with_status_and_subregion
from members.services.members import change_member, register_member, set_status
from members.services.representation import begin_representation, replace_primary
from members.services.subregions import assign_subregion


class StatusToday(admin.SimpleListFilter):
    """By the status of today."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        """Every status."""
        return [(key, STATUS_NAMES[key]) for key in MemberStatus]

    def queryset(self, request, queryset):
        """The members that have it today."""
        return queryset.filter(status_key=self.value()) if self.value() else queryset


class SubregionToday(admin.SimpleListFilter):
    """By the sub-region of the country."""

    title = _("sub-region")
    parameter_name = "subregion"

    def lookups(self, request, model_admin):
        """Every sub-region."""
        return [(key, f"{key} · {SUBREGION_NAMES[key]}") for key in Subregion]

    def queryset(self, request, queryset):
        """The members whose country lies in it."""
        return queryset.filter(subregion_key=self.value()) if self.value() else queryset


class CountryOfMembers(admin.SimpleListFilter):
    """By country, of those that have a member."""

    title = _("country")
    parameter_name = "country"

    def lookups(self, request, model_admin):
        """The countries by their name in the reader's language."""
        named = ((code, countries.name(code)) for code in countries_of_members())
        return sorted(named, key=lambda pair: search_form(pair[1]))

    def queryset(self, request, queryset):
        """The members of the country."""
        return queryset.filter(country=self.value()) if self.value() else queryset


@admin.register(Member)
class MemberAdmin(RegisterAdmin):
    """Members, with every act on them."""

    list_display = ("name", "country", "status_today", "subregion_today", "accredited_on")
    list_filter = (StatusToday, SubregionToday, "kind", CountryOfMembers)
    search_fields = ("search_name",)
    ordering = ("search_name",)
    fields = ("name", "kind", "country", "website", "accredited_on", "note")
    acts = (
        RegisterAct(
            "register",
            _("Enter a member"),
            MemberForm,
            lambda row, answers, **by_whom: register_member(**answers, **by_whom),
            on_row=False,
        ),
        RegisterAct(
            "put_right",
            _("Put the entry right"),
            MemberChangeForm,
            lambda row, answers, **by_whom: change_member(member=row, **answers, **by_whom),
            answers_of=lambda row: {
                "name": row.name,
                "country": row.country.code or "",
                "website": row.website,
                "note": row.note,
            },
        ),
        RegisterAct(
            "status",
            _("Set the status"),
            StatusForm,
            lambda row, answers, **by_whom: set_status(member=row, **answers, **by_whom),
        ),
        RegisterAct(
            "replace_primary",
            _("Replace the primary representative"),
            ReplacementForm,
            lambda row, answers, **by_whom: replace_primary(member=row, **answers, **by_whom),
        ),
        RegisterAct(
            "begin_representation",
            _("Begin a representation"),
            RepresentationForm,
            lambda row, answers, **by_whom: begin_representation(member=row, **answers, **by_whom),
        ),
    )

    def get_queryset(self, request):
        """With status and sub-region of today."""
        return with_status_and_subregion(super().get_queryset(request), on=statute_day(request.now))

    def get_search_results(self, request, queryset, search_term):
        """Blind to accents and case."""
        return super().get_search_results(request, queryset, search_form(search_term))

    def get_urls(self):
        """The import has a page of its own."""
        page = self.admin_site.admin_view(lambda request: import_page(self, request))
        return [path("import/", page, name="members_member_import"), *super().get_urls()]

    def _links(self, row=None):
        links = super()._links(row)
        return links if row else [*links, {"label": _("Import a file"), "url": "import/"}]

    @admin.display(description=_("status"))
    def status_today(self, member):
        """The status of today in words."""
        return STATUS_NAMES.get(member.status_key, "—")

    @admin.display(description=_("sub-region"))
    def subregion_today(self, member):
        """The letter of the sub-region."""
        return member.subregion_key or "—"


@admin.register(StatusPeriod)
class StatusPeriodAdmin(RegisterAdmin):
    """Periods of status; a new one begins on the member's page."""

    list_display = ("member", "status", "start", "end", "reason")
    list_filter = ("status",)
    list_select_related = ("member",)
    search_fields = ("member__search_name", "reason")
    ordering = ("member__search_name", "-start", "-pk")


@admin.register(SubregionCountry)
class SubregionCountryAdmin(RegisterAdmin):
    """Countries of the sub-regions."""

    list_display = ("country", "subregion", "source")
    list_filter = ("subregion",)
    ordering = ("subregion", "country")
    acts = (
        RegisterAct(
            "assign",
            _("Assign a country"),
            SubregionForm,
            lambda row, answers, **by_whom: assign_subregion(**answers, **by_whom),
            on_row=False,
        ),
    )
