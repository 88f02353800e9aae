"""Legal moves of a request to staff."""

from lacralo.core.workflow import Workflow
from members.enums.staff_requests import RequestStatus as Status

_WAITING = frozenset({Status.ASKED, Status.ACCEPTED})

#: Staff accepts, starts, delivers or declines; who asked may take it back until the work has begun.
STAFF_REQUEST = Workflow(
    initial=Status.ASKED,
    moves={
        "accept": (frozenset({Status.ASKED}), Status.ACCEPTED),
        "start": (_WAITING, Status.UNDER_WAY),
        "deliver": (_WAITING | {Status.UNDER_WAY}, Status.DONE),
        "decline": (_WAITING | {Status.UNDER_WAY}, Status.DECLINED),
        "withdraw": (_WAITING, Status.WITHDRAWN),
    },
)
