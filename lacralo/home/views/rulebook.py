"""The rulebook, open to everybody: which rules are in force, what they say, who set them."""

from datetime import date

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date
from django.utils.translation import get_language

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.rulebook.models import DocumentVersion, RuleSet
from lacralo.core.rulebook.selectors.documents import shelf, version_read
from lacralo.core.rulebook.selectors.parameters import sheet
from lacralo.core.rulebook.selectors.rule_sets import (
    governing,
    in_order,
    listed,
    pair,
    past_of,
    rule_set_read,
)


@public
def rulebook(request):
    """Every rule set and document, and which rules are in force today or on the day asked about (`?on=`)."""
    today = statute_day(request.now)
    asked = request.GET.get("on", "")
    day = _day(asked) if asked else today
    return render(
        request,
        "home/rulebook/rulebook.html",
        {
            "today": today,
            "day": day or today,
            "asked": asked,
            "is_no_day": day is None,
            "governing": governing(day or today),
            "rule_sets": listed(day or today, get_language()),
            "documents": shelf(get_language()),
        },
    )


def _day(asked: str) -> date | None:
    """The day written as 2019-06-18; None when it is none."""
    try:
        return parse_date(asked)
    except ValueError:
        return None


@public
def rule_set(request, slug):
    """One rule set: its documents, and every parameter with its value, its article and who set it."""
    found = get_object_or_404(RuleSet.objects.select_related("note"), slug=slug)
    return render(
        request,
        "home/rulebook/rule_set.html",
        {
            "read": rule_set_read(found, statute_day(request.now), get_language()),
            "sections": sheet(found),
            "past": past_of(found),
        },
    )


@public
def compare(request):
    """Two rule sets side by side (`?one=`, `?other=`); unasked, the one in force and the latest other."""
    one, other = pair(request.GET.get("one"), request.GET.get("other"), statute_day(request.now))
    if one is None:
        raise Http404
    return render(
        request,
        "home/rulebook/compare.html",
        {"rule_sets": in_order(), "one": one, "other": other, "sections": sheet(one, other)},
    )


@public
def document_version(request, key, slug):
    """One version of a document: its articles in the reader's language, and what is not known."""
    found = get_object_or_404(
        DocumentVersion.objects.select_related("document__title", "note"), document__key=key, slug=slug
    )
    return render(
        request, "home/rulebook/document_version.html", {"read": version_read(found, get_language())}
    )
