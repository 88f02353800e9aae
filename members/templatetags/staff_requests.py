"""Words of requests to staff for templates: `{% load staff_requests %}`."""

from django import template

from lacralo.core.templatetags.components import tag
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.staff_requests import RequestKind, RequestStatus
from members.phrases.staff_requests import REQUEST_STATUS_NAMES

register = template.Library()

_TONES = {
    RequestStatus.ASKED: "warn",
    RequestStatus.ACCEPTED: "info",
    RequestStatus.UNDER_WAY: "info",
    RequestStatus.DONE: "good",
    RequestStatus.DECLINED: "bad",
    RequestStatus.WITHDRAWN: "plain",
}


@register.simple_tag
def request_status_tag(status):
    """Where a request stands, in words, tinted."""
    return tag(REQUEST_STATUS_NAMES[status], _TONES[status])


@register.simple_tag
def way_of(request):
    """From which language into which: "Spanish → English"; one alone for a transcription."""
    into = LANGUAGE_NAMES[request.language]
    if request.kind == RequestKind.TRANSCRIPTION:
        return str(into)
    return f"{LANGUAGE_NAMES[request.from_language]} → {into}"
