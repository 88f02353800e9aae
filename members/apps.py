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
        from lacralo.core.pdf.confidential import keep_confidential
        from lacralo.core.rulebook import parameters
        from members import phrases, tasks  # noqa: F401  (registers its sentences and its tasks)
        from members.models.guards import guard_status_periods
        from members.rules.parameters import MemberRules

        parameters.declare("members", MemberRules)
        no_overlap("members_representation", same=("member_id",), when="{row}.role = 'primary'")
        no_overlap("members_representation", same=("member_id", "person_id"), name="one_quality")
        no_overlap("members_term", same=("position_id", "person_id"))
        guard_status_periods()
        no_overlap("members_seriesperson", same=("series_id", "person_id"))
        append_only("members_confirmation")
        append_only("members_meetingmove")
        append_only("members_meetingalarm")
        append_only("members_credit")
        append_only("members_occasion")
        append_only("members_occasionexcuse")
        append_only("members_attestation")
        append_only("members_strike")
        append_only("members_initialstanding")
        no_overlap("members_leave", same=("member_id",))
        no_overlap("members_suspension", same=("member_id",))
        append_only("members_planchange")
        append_only("members_staffrequeststep")
        keep_confidential("handover")
        append_only("members_decision")
        append_only("members_interestsasked")
        append_only("members_quorumtaken")
        append_only("members_incident")
        append_only("members_minutesentry")
        append_only("members_minutesobjection")
