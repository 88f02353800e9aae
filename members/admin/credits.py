"""Credits: written by acts, read here."""

from django.contrib import admin

from lacralo.core.administration import ReadOnly
from members.admin.base import keeps_register
from members.models import Credit


@admin.register(Credit)
class CreditAdmin(ReadOnly, admin.ModelAdmin):
    """What members took part in; whoever keeps the register reads those that are not public too."""

    list_display = ("member", "kind", "earned_on", "person", "is_public")
    list_filter = ("kind", "is_public")
    list_select_related = ("member", "person")
    search_fields = ("member__search_name",)
    ordering = ("-earned_on", "-pk")

    def has_view_permission(self, request, obj=None):
        """Those who keep the register."""
        return keeps_register(request)
