"""What a person says of themselves."""

import pytest

from members.selectors.profiles import own_profile
from tests.builders import person

pytestmark = pytest.mark.django_db


def test_a_person_reads_their_own_profile_and_an_empty_one_before_they_wrote_it():
    ana, luz = person("Ana", residence="PE"), person("Luz")
    person("Eva", residence="JM")

    assert (own_profile(ana).residence.code, own_profile(luz).residence.code) == ("PE", None)
    assert own_profile(luz).pk is None
