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
        from lacralo.core.rulebook import parameters
        from members import phrases, tasks  # noqa: F401  (registers its sentences and its tasks)
        from members.models.guards import guard_status_periods
        from members.rules.parameters import MemberRules

        parameters.declare("members", MemberRules)
        no_overlap("members_representation", same=("member_id",), when="{row}.role = 'primary'")
        no_overlap("members_representation", same=("member_id", "person_id"), name="one_quality")
        no_overlap("members_term", same=("position_id", "person_id"))
        guard_status_periods()
        append_only("members_confirmation")
        append_only("members_credit")
        append_only("members_occasion")
        append_only("members_occasionexcuse")
        for table in ("applicationmove", "acceptance", "applicationrecusal", "regionaladvice", "alacvote"):
            append_only(f"members_{table}")
