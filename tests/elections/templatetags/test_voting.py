"""Words of rolls, ballots and results in pages and mails."""

from fractions import Fraction

import pytest
from django.utils import translation

from elections.templatetags.voting import about_share


@pytest.mark.parametrize(
    ("step", "told"),
    [(None, "50 of 80 weighted votes (62.50 %)"), (Fraction(10), "about 50")],
)
def test_rounded_sums_have_no_percentage(step, told):
    with translation.override("en"):
        assert about_share(Fraction(50), Fraction(80), "weighted votes", step) == told
