"""The public log of acts, for readers and for machines."""

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render

from lacralo.core.audit.chain import head
from lacralo.core.audit.selectors import (
    EXPORTED_AT_ONCE,
    act_words,
    acts_in_chain,
    exported,
    log,
    object_words,
)
from lacralo.core.permissions import public

_PER_PAGE = 50


@public
def chain(request):
    """The entries of the chain in sentences (`?act=`, `?type=`, `?id=`, `?page=`), and its head."""
    asked = {name: request.GET.get(name, "")[:64] for name in ("act", "type", "id")}
    entries = log(act=asked["act"], subject_type=asked["type"], subject_id=asked["id"])
    page = Paginator(entries, _PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "home/chain.html",
        {
            "page": page,
            "rows": [(entry, act_words(entry.act), object_words(entry.subject_type)) for entry in page],
            "acts": acts_in_chain(),
            "asked": asked,
            "is_filtered": any(asked.values()),
            "head": head(),
        },
    )


@public
def chain_json(request):
    """The entries after `?after=`, oldest first; a machine that asks on gets the whole chain."""
    after = request.GET.get("after", "0")
    entries = exported(after=int(after) if after.isdecimal() and len(after) < 12 else 0)
    last = head()
    return JsonResponse(
        {
            "head": {"sequence": last.sequence, "hash": last.hash} if last else None,
            "entries": entries,
            "next": entries[-1]["sequence"] if len(entries) == EXPORTED_AT_ONCE else None,
        }
    )
