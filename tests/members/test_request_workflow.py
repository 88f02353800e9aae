"""A request to staff moves only along the table."""

import pytest

from lacralo.core.workflow import IllegalMove
from members.enums.staff_requests import RequestStatus as Status
from members.workflows.staff_requests import STAFF_REQUEST

TO = {
    "accept": Status.ACCEPTED,
    "start": Status.UNDER_WAY,
    "deliver": Status.DONE,
    "decline": Status.DECLINED,
    "withdraw": Status.WITHDRAWN,
}
OPEN = {
    Status.ASKED: {"accept", "start", "deliver", "decline", "withdraw"},
    Status.ACCEPTED: {"start", "deliver", "decline", "withdraw"},
    Status.UNDER_WAY: {"deliver", "decline"},
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("move", STAFF_REQUEST.moves)
def test_a_request_moves_only_along_the_table(status, move):
    if move in OPEN.get(status, set()):
        assert STAFF_REQUEST.move(status, move) == TO[move]
    else:
        with pytest.raises(IllegalMove):
            STAFF_REQUEST.move(status, move)
