"""The ground in the administration: to be read, never changed; every change is an act of the portal."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from lacralo.core.administration import ReadOnly
from lacralo.core.audit.models import Entry
from lacralo.core.audit.selectors import act_words
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.rulebook import admin as rulebook_admin

__all__ = ("DeadlineAdmin", "EntryAdmin", "rulebook_admin")


class ReadingAdmin(ReadOnly, admin.ModelAdmin):
    """Long tables of the ground: the database itself keeps most of them from change."""

    show_full_result_count = False


@admin.register(Entry)
class EntryAdmin(ReadingAdmin):
    """The audit chain."""

    list_display = ("sequence", "at", "words", "subject_type", "subject_id", "actor_role", "rule_set")
    list_filter = ("subject_type",)
    search_fields = ("act", "subject_id", "hash")
    ordering = ("-sequence",)

    @admin.display(description=_("act"))
    def words(self, entry):
        """The act as a sentence."""
        return act_words(entry.act)


@admin.register(Deadline)
class DeadlineAdmin(ReadingAdmin):
    """What falls due, and what has rung."""

    list_display = ("due_at", "task", "key", "subject_type", "subject_id", "rung_at", "cancelled_at")
    list_filter = ("task",)
    ordering = ("-due_at",)


@admin.register(Notice)
class NoticeAdmin(ReadingAdmin):
    """The outbox: what was sent, what waits and why; the text is the reader's own, private mails entirely."""

    list_display = ("written_at", "person", "subject", "language", "sent_at", "tries", "failure")
    list_select_related = ("person",)
    list_filter = ("language",)
    search_fields = ("person__name", "event")
    ordering = ("-written_at", "-pk")
    fields = (
        "person",
        "event",
        "language",
        "subject",
        "written_at",
        "next_try_at",
        "tries",
        "sent_at",
        "failure",
    )

    def get_queryset(self, request):
        """Whether somebody has voted, or voted again, is nobody else's to read off their mails."""
        return super().get_queryset(request).not_private()


@admin.register(IssuedDocument)
class IssuedDocumentAdmin(ReadingAdmin):
    """Documents as they were given out."""

    list_display = ("issued_at", "title", "language", "code", "digest")
    list_filter = ("kind", "language")
    search_fields = ("code", "digest", "title")
    ordering = ("-issued_at",)
    fields = (
        "kind", "title", "language", "edition", "code", "digest", "subject_type", "subject_id",
        "chain_sequence", "chain_hash", "issued_at",
    )  # fmt: skip

    def get_queryset(self, request):
        """The files themselves stay in the database."""
        return super().get_queryset(request).without_content()
