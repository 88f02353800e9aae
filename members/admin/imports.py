"""Files in the administration: uploaded, looked at, then loaded; downloaded as they can be read back.

Between the look and the load the file travels signed, for whoever looked at it alone.
"""

from datetime import timedelta

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import Refused, require
from lacralo.core.verdicts.phrases import sentences
from members.admin.base import RegisterAdmin
from members.documents.exports import directory_csv, register_csv
from members.documents.samples import sample_csv
from members.enums import FileKind
from members.forms.imports import UploadForm
from members.permissions.register import can_keep_register
from members.phrases.imports import KIND_OF_FILE_NAMES
from members.selectors.directory import directory
from members.services.imports.loading import import_file, layout_of, preview

_SALT = "members.import"
_SIGNED_FOR = timedelta(hours=2)


class ImportingAdmin(RegisterAdmin):
    """A list whose lines can be read from a file of `file_kind`, and written to one."""

    file_kind: FileKind

    def get_urls(self):
        """The import, the download and the sample have addresses of their own."""
        pages = {"import": self._import, "export": self._export, "sample": self._sample}
        own = [
            path(f"{name}/", self.admin_site.admin_view(view), name=f"members_{self.file_kind}_{name}")
            for name, view in pages.items()
        ]
        return [*own, *super().get_urls()]

    def _links(self, row=None):
        links = super()._links(row)
        if row:
            return links
        return [
            *links,
            {"label": _("Import a file"), "url": self._url_of("import")},
            {"label": _("Download as CSV"), "url": self._url_of("export")},
        ]

    def _url_of(self, page: str) -> str:
        return reverse(f"admin:members_{self.file_kind}_{page}")

    def _export(self, request):
        _admit(request)
        if self.file_kind == FileKind.MEMBERS:
            return _as_file(self.file_kind, directory_csv(directory(on=statute_day(request.now))))
        return _as_file(self.file_kind, register_csv(self.file_kind))

    def _sample(self, request):
        _admit(request)
        return _as_file(self.file_kind, sample_csv(self.file_kind))

    def _import(self, request):
        """Ask for the file; show line by line what it would do; load it when the person says so."""
        _admit(request)
        if "signed" in request.POST:
            return self._load(request)
        layout = layout_of(self.file_kind)
        form = UploadForm(request.POST or None, request.FILES or None, layout=layout)
        if not form.is_valid():
            return self._page(request, form=form)
        content = form.cleaned_data["file"].read()
        found = preview(self.file_kind, content)
        signed = self._signed(content, request.person) if found.file.is_sound and found.file.new else ""
        return self._page(request, form=form, found=found, signed=signed)

    def _signed(self, content: bytes, person) -> str:
        """The file as the preview showed it, for this person and this kind alone."""
        what = [person.pk, str(self.file_kind), content.decode("utf-8-sig")]
        return signing.dumps(what, salt=_SALT, compress=True)

    def _load(self, request):
        try:
            owner, kind, text = signing.loads(request.POST["signed"], salt=_SALT, max_age=_SIGNED_FOR)
        except signing.BadSignature:
            owner, kind, text = None, "", ""
        if (owner, kind) != (request.person.pk, self.file_kind):
            messages.error(request, _("The preview is too old or not yours. Upload the file again."))
            return redirect(request.path)
        try:
            done = import_file(kind=self.file_kind, content=text.encode(), by=request.person, now=request.now)
        except Refused as refusal:
            messages.error(request, sentences(refusal.verdict))
            return redirect(request.path)
        messages.success(request, done_words(len(done.file.new)))
        return redirect(self._back_to(None))

    def _page(self, request, **context):
        return render(
            request,
            "admin/members/import.html",
            self._context(request)
            | {"title": _("Import a file"), "kind": KIND_OF_FILE_NAMES[self.file_kind]}
            | {"found": None, "signed": "", "back_url": self._back_to(None)}
            | {"sample_url": self._url_of("sample"), "start_url": reverse("admin:members_start")}
            | context,
        )


def _admit(request) -> None:
    require(can_keep_register(request.person, on=statute_day(request.now)))


def _as_file(kind: FileKind, text: str) -> HttpResponse:
    return HttpResponse(
        text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="lacralo-{kind}.csv"'},
    )


def done_words(entered: int) -> str:
    """What an import did, in words."""
    if not entered:
        return _("Nothing changed: all lines of the file are in the register already.")
    words = ngettext("%(count)s line was entered.", "%(count)s lines were entered.", entered)
    return words % {"count": entered}
