"""Start here: in which order a register is filled, what it has and what is missing."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import require
from members.enums import FileKind
from members.permissions.register import can_keep_register
from members.phrases.imports import KIND_OF_FILE_NAMES
from members.selectors.opening import Stand, opening_stands


def start_page(admin, request):
    """The steps, each with what to do next."""
    today = statute_day(request.now)
    require(can_keep_register(request.person, on=today))
    steps = [_step(stand) for stand in opening_stands(today)]
    context = admin.admin_site.each_context(request) | {
        "opts": admin.opts,
        "title": _("Start here"),
        "steps": steps,
    }
    return render(request, "admin/members/start.html", context)


def _step(stand: Stand) -> dict:
    return {
        "name": KIND_OF_FILE_NAMES[stand.kind],
        "stand": stand,
        "missing": _missing_words(stand) if stand.is_begun and stand.missing else "",
        "urls": {
            page: reverse(f"admin:members_{stand.kind}_{page}") for page in ("import", "export", "sample")
        },
    }


def _missing_words(stand: Stand) -> str:
    words = {
        FileKind.MEMBERS: ngettext(
            "The status of %(count)s member is not verified: it is on no roll.",
            "The status of %(count)s members is not verified: they are on no roll.",
            stand.missing,
        ),
        FileKind.PEOPLE: ngettext(
            "%(count)s person has no address, and cannot sign in.",
            "%(count)s persons have no address, and cannot sign in.",
            stand.missing,
        ),
        FileKind.REPRESENTATIONS: ngettext(
            "%(count)s accredited member has nobody who holds its vote today.",
            "%(count)s accredited members have nobody who holds their vote today.",
            stand.missing,
        ),
        FileKind.TERMS: ngettext(
            "%(count)s seat is vacant today.", "%(count)s seats are vacant today.", stand.missing
        ),
    }
    return words[stand.kind] % {"count": stand.missing}
