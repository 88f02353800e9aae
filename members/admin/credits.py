"""Credits: written by acts, read here."""

from django.contrib import admin

from lacralo.core.administration import ReadOnly
from members.admin.base import keeps_register
from members.models import Credit


@admin.register(Credit)
class CreditAdmin(ReadOnly, admin.ModelAdmin):
    """What members took part in, as far as it is public: who keeps the register also runs elections."""

    list_display = ("member", "kind", "earned_on", "person")
    list_filter = ("kind",)
    list_select_related = ("member", "person")
    search_fields = ("member__search_name",)
    ordering = ("-earned_on", "-pk")

    def get_queryset(self, request):
        """The public ones."""
        return super().get_queryset(request).filter(is_public=True)

    def has_view_permission(self, request, obj=None):
        """Those who keep the register."""
        return keeps_register(request)
