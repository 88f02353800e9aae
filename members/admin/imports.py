"""A file of members: uploaded, looked at, then loaded.  Between the two pages it travels signed."""

from datetime import timedelta

from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import Refused, require
from lacralo.core.verdicts.phrases import sentences
from members.forms.register import UploadForm
from members.permissions import can_keep_register
from members.services.imports import import_members, preview

_SALT = "members.import"
_SIGNED_FOR = timedelta(hours=2)


def import_page(admin, request):
    """Ask for the file; show line by line what it would do; load it when the person says so."""
    require(can_keep_register(request.person, on=statute_day(request.now)))
    if "signed" in request.POST:
        return _load(admin, request)
    form = UploadForm(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return _page(admin, request, form=form)
    content = form.cleaned_data["file"].read()
    found = preview(content)
    signed = _signed(content, request.person) if found.file.is_sound and found.new else ""
    return _page(admin, request, form=form, found=found, signed=signed)


def _signed(content: bytes, person) -> str:
    """The file as the preview showed it, for this person alone."""
    return signing.dumps([person.pk, content.decode("utf-8-sig")], salt=_SALT, compress=True)


def _load(admin, request):
    try:
        owner, text = signing.loads(request.POST["signed"], salt=_SALT, max_age=_SIGNED_FOR)
    except signing.BadSignature:
        owner, text = None, ""
    if owner != request.person.pk:
        messages.error(request, _("The preview is too old or not yours. Upload the file again."))
        return redirect(request.path)
    try:
        done = import_members(content=text.encode(), by=request.person, now=request.now)
    except Refused as refusal:
        messages.error(request, sentences(refusal.verdict))
        return redirect(request.path)
    messages.success(request, _done_words(done))
    return redirect("admin:members_member_changelist")


def _done_words(done) -> str:
    if not done.new:
        return _("Nothing changed: all members of the file are in the register already.")
    words = ngettext("%(count)s member was entered.", "%(count)s members were entered.", len(done.new))
    return words % {"count": len(done.new)}


def _page(admin, request, **context):
    return render(
        request,
        "admin/members/import.html",
        admin.admin_site.each_context(request)
        | {"opts": admin.opts, "title": _("Import a file"), "found": None, "signed": ""}
        | context,
    )
