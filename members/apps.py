"""Who is who."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    """Declares what the database refuses in the register."""

    name = "members"
    verbose_name = _("Members")

    def ready(self):
        """Register guards and sentences."""
        from lacralo.core.audit.guards import append_only, no_overlap
        from members import phrases  # noqa: F401  (registers its sentences)
        from members.models.guards import guard_status_periods

        no_overlap("members_representation", same=("member_id",), when="{row}.role = 'primary'")
        no_overlap("members_representation", same=("member_id", "person_id"), name="one_quality")
        no_overlap("members_term", same=("position_id", "person_id"))
        guard_status_periods()
        append_only("members_confirmation")
        append_only("members_credit")
