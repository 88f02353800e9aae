"""The ground."""

from celery import current_app
from django.apps import AppConfig
from django.core import checks
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Declares the ground's guards and sentences, and makes every guard again after a migrate."""

    name = "lacralo.core"
    verbose_name = _("The portal")
    label = "core"

    def ready(self):
        """Register what the ground declares."""
        from lacralo.core import phrases, tasks  # noqa: F401  (registers its sentences and its tasks)
        from lacralo.core.audit.guards import append_only, make_guards
        from lacralo.core.checks import (
            check_attempts_are_counted_together,
            check_no_failure_is_shown_whole,
            check_what_is_confirmed_is_kept,
        )
        from lacralo.core.pdf.checks import check_pdf_libraries
        from lacralo.core.rulebook.guards import guard_rulebook

        # Tasks are called by their names, in the server too, so every process knows them all.
        current_app.autodiscover_tasks(force=True)
        append_only("core_entry")
        append_only("core_issueddocument")
        guard_rulebook()
        checks.register(check_pdf_libraries)
        for only_of_a_service in (
            check_attempts_are_counted_together,
            check_no_failure_is_shown_whole,
            check_what_is_confirmed_is_kept,
        ):
            checks.register(only_of_a_service, deploy=True)
        post_migrate.connect(
            lambda using, **_: make_guards(connections[using]),
            weak=False,
            dispatch_uid="make the guards again",
        )
