"""Elections in the admin: read, with their history; every act has its page in the portal."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin

from elections import models
from elections.permissions.elections import can_run_elections
from elections.phrases.names import NOMINATION_STATE_NAMES, STEP_NAMES
from lacralo.core.administration import ReadOnly
from lacralo.core.deadlines.clock import statute_day


def _runs_elections(request) -> bool:
    """Asked once a request: the admin asks it again for every model that it lists."""
    if not hasattr(request, "runs_elections"):
        request.runs_elections = bool(can_run_elections(request.person, on=statute_day(request.now)))
    return request.runs_elections


class OfficersRead(ReadOnly):
    """Rows that those who run elections read."""

    def has_view_permission(self, request, obj=None):
        """Those who run elections."""
        return _runs_elections(request)


class CalendarInline(OfficersRead, admin.TabularInline):
    """The calendar on the page of its election."""

    model = models.CalendarStep
    extra = 0
    ordering = ("starts_at",)
    fields = ("step", "starts_at", "ends_at", "article")
    readonly_fields = fields

    @admin.display(description=_("step"))
    def step(self, row):
        """The step in words."""
        return STEP_NAMES[row.key]


@admin.register(models.Election)
class ElectionAdmin(OfficersRead, SimpleHistoryAdmin):
    """Elections, each with its calendar and the way to its desk."""

    list_display = ("title", "subregion", "published_at", "frozen_at", "proclaimed_at", "annulled_at", "desk")
    list_filter = ("year", "position__body")
    search_fields = ("slug",)
    list_select_related = ("position", "rule_set")
    ordering = ("-year", "-pk")
    inlines = (CalendarInline,)
    readonly_fields = ("desk",)

    @admin.display(description=_("election"), ordering="year")
    def title(self, row):
        """Post and year in words."""
        return row.title

    @admin.display(description=_("desk"))
    def desk(self, row):
        """Where those who run the election act."""
        page = reverse("elections:review", args=[row.slug])
        return format_html('<a href="{}">{}</a>', page, gettext("Open the desk"))


class OfElectionAdmin(OfficersRead, SimpleHistoryAdmin):
    """Rows of one election, newest first."""

    list_filter = ("election__year",)
    list_select_related = ("election__position",)
    ordering = ("-pk",)


@admin.register(models.Nomination)
class NominationAdmin(OfElectionAdmin):
    """Nominations with who named whom, and their state."""

    list_display = ("nominee", "election", "member", "nominated_by", "nominated_at", "state_in_words")
    list_select_related = ("election", "nominee", "member", "nominated_by")
    search_fields = ("nominee__name", "member__name")

    @admin.display(description=_("state"), ordering="state")
    def state_in_words(self, row):
        """The state in words."""
        return NOMINATION_STATE_NAMES[row.state]


@admin.register(models.EligibilityChallenge)
class EligibilityChallengeAdmin(OfficersRead, SimpleHistoryAdmin):
    """Challenges of eligibility with their answers."""

    list_display = ("nomination", "line", "filed_by", "filed_at", "is_upheld", "answered_by", "answered_at")
    list_filter = ("is_upheld",)
    list_select_related = ("nomination__election", "nomination__nominee", "filed_by", "answered_by")
    ordering = ("-filed_at",)


@admin.register(models.RollCorrection)
class RollCorrectionAdmin(OfElectionAdmin):
    """Requests for corrections of the roll with their answers."""

    list_display = ("member", "election", "filed_by", "filed_at", "is_granted", "answered_at")
    list_select_related = ("election", "member", "filed_by")


@admin.register(models.RotationRow)
class RotationRowAdmin(OfficersRead, admin.ModelAdmin):
    """The rotation table; rows are never changed."""

    list_display = ("year", "post", "subregion", "source")
    list_filter = ("post", "subregion")
    ordering = ("year", "post")


class FixedAdmin(OfficersRead, admin.ModelAdmin):
    """Rows that the database itself keeps from change."""

    list_filter = ("election__year",)
    list_select_related = ("election",)
    ordering = ("-pk",)


@admin.register(models.Candidate)
class CandidateAdmin(FixedAdmin):
    """Names on ballots, with the sheet of the day on which the roll froze."""

    list_display = ("name", "election", "number", "member_name", "country")


@admin.register(models.PublishedRoll)
class PublishedRollAdmin(FixedAdmin):
    """Rolls as they were published."""

    list_display = ("election", "edition", "published_at", "fingerprint")


@admin.register(models.Place)
class PlaceAdmin(FixedAdmin):
    """Places on frozen rolls."""

    list_display = ("member_name", "election", "number", "country", "weight")
    search_fields = ("member_name",)


@admin.register(models.Tally)
class TallyAdmin(FixedAdmin):
    """Counts."""

    list_display = ("election", "version", "state", "counted_at", "digest")


@admin.register(models.Proclamation)
class ProclamationAdmin(FixedAdmin):
    """Proclamations."""

    list_display = ("election", "version", "is_acclamation", "proclaimed_at", "digest")


# Of a secret vote the admin shows what anybody may know.  Envelopes, sealed keys and trackers are shown
# nowhere: whoever has the database and the codes could join them.


@admin.register(models.Scrutineer)
class ScrutineerAdmin(OfElectionAdmin):
    """Scrutineers of votes, and how far each has come with their code."""

    list_display = ("person", "election", "number", "named_at", "code_made_at", "confirmed_at", "released_at")
    list_select_related = ("election__position", "person")
    search_fields = ("person__name",)


@admin.register(models.Observer)
class ObserverAdmin(OfElectionAdmin):
    """Who watches which vote."""

    list_display = ("person", "election", "start", "end")
    list_select_related = ("election__position", "person")


@admin.register(models.ElectionKey)
class ElectionKeyAdmin(FixedAdmin):
    """Public halves of keys."""

    list_display = ("election", "version", "public_key", "made_at", "rehearsed_at", "superseded_at")
    fields = (
        "election", "version", "public_key", "numbers", "needed", "made_at", "made_by", "rehearsed_at",
        "superseded_at",
    )  # fmt: skip


@admin.register(models.Opening)
class OpeningAdmin(OfficersRead, admin.ModelAdmin):
    """Openings: who removed their layer, and how it ended; what is still sealed is not shown."""

    list_display = ("key", "purpose", "started_at", "numbers", "ended_at", "outcome")
    list_filter = ("purpose", "outcome")
    list_select_related = ("key__election",)
    ordering = ("-pk",)
    fields = ("key", "purpose", "started_at", "numbers", "ended_at", "outcome", "because")


@admin.register(models.Postponement)
class PostponementAdmin(FixedAdmin):
    """Votes that open later."""

    list_display = ("election", "postponed_at", "starts_before", "starts_after", "reason")


@admin.register(models.Board)
class BoardAdmin(FixedAdmin):
    """What the close of a secret vote published."""

    list_display = ("election", "envelopes", "list_hash", "voters_hash")
    # Where the voters are not public, whoever has the salt could try lists until one fits.
    exclude = ("voters_salt",)


@admin.register(models.PlaceBar)
class PlaceBarAdmin(OfficersRead, admin.ModelAdmin):
    """Places that may not vote any more."""

    list_display = ("place", "barred_at", "barred_by", "reason")
    list_select_related = ("place", "barred_by")
    ordering = ("-barred_at",)


@admin.register(models.SetBack)
class SetBackAdmin(FixedAdmin):
    """Decisions after the database was set back."""

    list_display = ("election", "decided_at", "decided_by", "confirmed", "found", "reason")
    list_select_related = ("election", "decided_by")
