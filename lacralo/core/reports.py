"""What a report of a failure may carry: where it happened, never what somebody wrote.

Python keeps the values of every function that was running, and Django prints them: a choice or a
scrutineer's code would stand in a mail to whoever runs the server.  The reports of this portal name files,
lines and the failure, in every mode.
"""

from django.views.debug import SafeExceptionReporterFilter


class NothingOfThePerson(SafeExceptionReporterFilter):
    """Leaves out the values of variables, what was posted, and cookies."""

    def is_active(self, request):
        """Always, with DEBUG too."""
        return True

    def get_traceback_frame_variables(self, request, tb_frame):
        """None."""
        return ()

    def get_post_parameters(self, request):
        """None."""
        return {}

    def get_safe_cookies(self, request):
        """None; a message that waits for its reader travels in one."""
        return {}

    def get_safe_request_meta(self, request):
        """Without the cookies and tokens that stand there again."""
        found = super().get_safe_request_meta(request)
        return {name: value for name, value in found.items() if "COOKIE" not in name}
