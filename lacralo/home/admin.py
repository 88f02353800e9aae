"""The administration: for staff, and for whoever holds an office that runs elections, while they hold it."""

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.utils.decorators import method_decorator

from lacralo.core.deadlines.clock import statute_day
from members.selectors.offices import runs_elections


class PortalAdminSite(AdminSite):
    """Rights follow from terms of office: nobody grants the secretary access, or needs to end it."""

    def has_permission(self, request) -> bool:
        """Whether the person may enter; asked of the database once a request."""
        if not request.user.is_active or not request.user.is_authenticated:
            return False
        if not hasattr(request, "works_in_admin"):
            request.works_in_admin = request.user.is_staff or runs_elections(
                request.user, on=statute_day(request.now)
            )
        return request.works_in_admin

    # One sign-in for all: with its second factor, its limits on attempts and its mails.
    @method_decorator(secure_admin_login)
    def login(self, request, extra_context=None):
        """The portal's own sign-in."""
        return super().login(request, extra_context)
