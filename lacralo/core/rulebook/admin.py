"""The rulebook in the admin: read there, and changed only by its acts."""

from django.contrib import admin, messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from lacralo.core.administration import ReadOnly
from lacralo.core.rulebook.forms import NextForm, ParameterForm, PublishForm
from lacralo.core.rulebook.models import Article, Document, DocumentVersion, ParameterChange, RuleSet
from lacralo.core.rulebook.permissions import can_keep_rulebook
from lacralo.core.rulebook.services.rule_sets import draft_next_rule_set, publish_rule_set, set_parameter
from lacralo.core.verdicts import Refused, require
from lacralo.core.verdicts.phrases import sentences


@admin.register(RuleSet)
class RuleSetAdmin(ReadOnly, admin.ModelAdmin):
    """Rule sets, with the acts that draft, change and publish them."""

    list_display = ("name", "status", "in_force_from", "in_force_until", "published_at")
    list_filter = ("status",)
    ordering = ("-in_force_from", "-pk")
    exclude = ("note",)
    change_form_template = "admin/core/ruleset/change_form.html"

    def get_urls(self):
        """The acts have their own pages under the rule set."""
        acts = (("parameter", self.parameter), ("next", self.next), ("publish", self.publish))
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"core_ruleset_{name}")
            for name, view in acts
        ]
        return own + super().get_urls()

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """One rule set, with the acts that are open to the person."""
        verdict = can_keep_rulebook(request.person)
        return super().change_view(request, object_id, form_url, {"keeper": verdict} | (extra_context or {}))

    def parameter(self, request, pk):
        """Set a parameter of a draft."""

        def act(rule_set, form):
            app, key = form.chosen
            told = {name: form.cleaned_data[name] for name in ("value", "article", "reason", "decision")}
            set_parameter(rule_set=rule_set, app=app, key=key, **told, by=request.person, now=request.now)
            return rule_set

        return self._act(request, pk, ParameterForm, act, _("Set a parameter"))

    def next(self, request, pk):
        """Draft the next rule set from this one."""

        def act(rule_set, form):
            return draft_next_rule_set(
                after=rule_set, **form.cleaned_data, by=request.person, now=request.now
            )

        return self._act(request, pk, NextForm, act, _("Draft the next rule set"))

    def publish(self, request, pk):
        """Publish a draft: from then on it never changes."""

        def act(rule_set, form):
            return publish_rule_set(
                rule_set=rule_set, **form.cleaned_data, by=request.person, now=request.now
            )

        return self._act(request, pk, PublishForm, act, _("Publish the rule set"))

    def _act(self, request, pk, form_class, act, title):
        require(can_keep_rulebook(request.person))
        rule_set = get_object_or_404(RuleSet, pk=pk)
        form = form_class(request.POST or None)
        if form.is_valid():
            try:
                changed = act(rule_set, form)
            except Refused as refusal:
                form.add_error(None, sentences(refusal.verdict))
            else:
                messages.success(request, _("Done."))
                return redirect(reverse("admin:core_ruleset_change", args=[changed.pk]))
        context = self.admin_site.each_context(request) | {
            "title": title,
            "subtitle": str(rule_set),
            "form": form,
            "rule_set": rule_set,
            "opts": self.opts,
        }
        return render(request, "admin/core/ruleset/act.html", context)


@admin.register(Document)
class DocumentAdmin(ReadOnly, admin.ModelAdmin):
    """Documents."""

    list_display = ("key",)
    ordering = ("key",)


@admin.register(DocumentVersion)
class DocumentVersionAdmin(ReadOnly, admin.ModelAdmin):
    """Versions of documents."""

    list_display = ("document", "label", "adopted_on", "in_force_from", "in_force_until", "is_available")
    list_filter = ("document", "is_available")
    list_select_related = ("document",)
    ordering = ("document", "adopted_on")


@admin.register(Article)
class ArticleAdmin(ReadOnly, admin.ModelAdmin):
    """Articles, by version."""

    list_display = ("version", "number", "kind", "source")
    list_filter = ("kind", "version__document")
    list_select_related = ("version",)
    ordering = ("version", "order")


@admin.register(ParameterChange)
class ParameterChangeAdmin(ReadOnly, admin.ModelAdmin):
    """Who set which parameter, when, why, and by which decision."""

    list_display = ("rule_set", "app", "key", "new_value", "by", "at", "decision")
    list_filter = ("app", "rule_set")
    list_select_related = ("rule_set", "by")
    ordering = ("-at", "-pk")
