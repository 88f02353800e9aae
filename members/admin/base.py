"""What every admin page of the register shares: who keeps it, read-only rows, and acts with a form."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin

from lacralo.core.administration import ReadOnly
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import Refused, require
from lacralo.core.verdicts.phrases import sentences
from members.permissions import can_keep_register


@dataclass(frozen=True)
class RegisterAct:
    """An act offered in the admin.

    `perform(row, answers, by=, now=)` calls the service; `answers_of(row)` are the form's first answers.
    An act `on_row` stands on the page of a row, any other above the list.
    """

    key: str
    label: str
    form: type
    perform: Callable
    on_row: bool = True
    answers_of: Callable = lambda row: {}


def keeps_register(request) -> bool:
    """Whether who asks keeps the register; once a request: the admin asks again for every model it lists."""
    if not hasattr(request, "keeps_register"):
        request.keeps_register = bool(can_keep_register(request.person, on=statute_day(request.now)))
    return request.keeps_register


class RegisterAdmin(ReadOnly, SimpleHistoryAdmin):
    """Shows rows and their history to those who keep the register; rows change only by acts."""

    acts: tuple[RegisterAct, ...] = ()
    change_form_template = "admin/members/change_form.html"
    change_list_template = "admin/members/change_list.html"

    def has_view_permission(self, request, obj=None):
        """Those who keep the register read it here."""
        return keeps_register(request)

    def get_urls(self):
        """The acts have pages of their own."""
        return [*self._act_urls(), *super().get_urls()]

    def _act_urls(self):
        for act in self.acts:
            where = f"<int:pk>/act/{act.key}/" if act.on_row else f"act/{act.key}/"
            view = self.admin_site.admin_view(self._view_of(act))
            yield path(where, view, name=self._url_name(act))

    def _url_name(self, act: RegisterAct) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{act.key}"

    def _view_of(self, act: RegisterAct):
        def view(request, pk=None):
            return self._perform(request, act, pk)

        return view

    def _perform(self, request, act: RegisterAct, pk):
        require(can_keep_register(request.person, on=statute_day(request.now)))
        row = get_object_or_404(self.model, pk=pk) if act.on_row else None
        form = act.form(request.POST or None, initial=act.answers_of(row))
        if form.is_valid():
            try:
                act.perform(row, form.cleaned_data, by=request.person, now=request.now)
            except Refused as refusal:
                form.add_error(None, sentences(refusal.verdict))
            else:
                messages.success(request, _("Done."))
                return redirect(self._back_to(row))
        context = {"title": act.label, "form": form, "row": row, "back_url": self._back_to(row)}
        return render(request, "admin/members/act.html", self._context(request) | context)

    def _context(self, request) -> dict:
        return self.admin_site.each_context(request) | {"opts": self.opts}

    def _back_to(self, row) -> str:
        model = f"admin:{self.opts.app_label}_{self.opts.model_name}"
        return reverse(f"{model}_change", args=[row.pk]) if row else reverse(f"{model}_changelist")

    def _links(self, row=None) -> list[dict]:
        acts = [act for act in self.acts if act.on_row == (row is not None)]
        args = [row.pk] if row else []
        return [
            {"label": act.label, "url": reverse(f"admin:{self._url_name(act)}", args=args)} for act in acts
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """A row, with its acts above."""
        row = self.get_object(request, object_id)
        extra = {"act_links": self._links(row) if row else []}
        return super().change_view(request, object_id, form_url, extra | (extra_context or {}))

    def changelist_view(self, request, extra_context=None):
        """The list, with the acts that need no row above."""
        return super().changelist_view(request, {"act_links": self._links()} | (extra_context or {}))
