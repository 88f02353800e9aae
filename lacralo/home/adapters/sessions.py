"""A session has an end, however busy it is."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout, user_logged_in
from django.contrib.auth.views import redirect_to_login
from django.dispatch import receiver
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import database_now
from lacralo.core.permissions import is_public

_OPENED = "opened_at"


@receiver(user_logged_in, dispatch_uid="when the session was opened")
def remember_opening(sender, request, user, **kwargs):
    """Write the moment of the sign-in into the session."""
    request.session[_OPENED] = database_now().timestamp()


class EndOldSessions(MiddlewareMixin):
    """Sign-in holds for SESSION_MAXIMUM at most; idle sessions end before (SESSION_COOKIE_AGE)."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Sign out a person whose session is too old and ask them in again."""
        if request.person is None or not is_too_old(request.session, request.now):
            return None
        logout(request)
        request.person = None
        messages.info(request, _("You were signed in for a long time. Please sign in again to go on."))
        return None if is_public(view_func) else redirect_to_login(request.get_full_path())


def is_too_old(session, now: datetime) -> bool:
    """Whether the session was opened too long ago; one that does not say when is."""
    opened = session.get(_OPENED)
    limit = timedelta(seconds=settings.SESSION_MAXIMUM)
    return opened is None or now - datetime.fromtimestamp(opened, UTC) >= limit
