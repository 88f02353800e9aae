"""Persons and what they say of themselves; gender is nobody's to read here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person
from lacralo.core.people.services import register_person
from members.admin.base import RegisterAct, RegisterAdmin
from members.admin.imports import ImportingAdmin
from members.enums import FileKind
from members.forms.register import PersonForm
from members.models import Profile


@admin.register(Person)
class PersonAdmin(ImportingAdmin):
    """Whom the portal knows."""

    file_kind = FileKind.PEOPLE
    list_display = ("name", "email", "language", "time_zone", "is_active", "is_staff")
    list_filter = ("language", "is_active", "is_staff")
    search_fields = ("name", "email")
    ordering = ("name",)
    fields = ("name", "email", "language", "time_zone", "is_active", "is_staff", "is_superuser")
    acts = (
        RegisterAct(
            "register",
            _("Enter a person"),
            PersonForm,
            lambda row, answers, **by_whom: register_person(**answers, **by_whom),
            on_row=False,
        ),
    )


@admin.register(Profile)
class ProfileAdmin(RegisterAdmin):
    """Residence, nationalities and other activities; changed by the person alone."""

    list_display = ("person", "residence", "countries")
    list_select_related = ("person",)
    search_fields = ("person__name",)
    ordering = ("person__name",)
    fields = ("person", "residence", "nationalities", "activities")

    @admin.display(description=_("nationalities"))
    def countries(self, profile):
        """The nationalities by code."""
        return ", ".join(each.code for each in profile.nationalities)
