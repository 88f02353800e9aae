"""The signed link names one nomination and no other."""

import pytest

from elections.selectors.links import BadLink, link_token, nomination_of
from tests.elections.builders import nomination_for, open_call

pytestmark = pytest.mark.django_db


def test_a_link_names_its_nomination():
    nomination = nomination_for(open_call())

    assert nomination_of(link_token(nomination)) == nomination


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1], lambda t: "x" + t, lambda t: "", lambda t: t.swapcase()]
)
def test_a_changed_link_names_nothing(change):
    token = link_token(nomination_for(open_call()))

    with pytest.raises(BadLink):
        nomination_of(change(token))
