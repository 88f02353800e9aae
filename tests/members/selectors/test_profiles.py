"""What a person says of themselves."""

import pytest

from members.selectors.profiles import own_profile
from tests.builders import person

pytestmark = pytest.mark.django_db


def test_a_person_reads_their_own_profile_and_an_empty_one_before_they_wrote_it():
    ana, luz = person("Ana", residence="PE"), person("Luz")
    person("Eva", residence="JM")

    told, untold = own_profile(ana), own_profile(luz)

    assert (told.person, told.residence.code, told.pk is None) == (ana, "PE", False)
    assert (untold.person, untold.pk) == (luz, None)
