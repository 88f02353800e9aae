"""Numbers and moments in templates."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from django.template import engines
from django.utils import timezone
from django.utils.translation import override

AT = datetime(2026, 3, 3, 19, 0, tzinfo=UTC)
IN_LIMA = "3 March 2026, 14:00 Lima (19:00 UTC)"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("{{ weight|fraction }}", "25/8 (3.125)"),
        ("{{ weight|decimal }}", "3.13"),
        ("{{ weight|decimal:1 }}", "3.1"),
        ("{{ weight|count }}", "3.13"),
        ("{{ six|count }}", "6"),
        ("{{ weight|percent_of:six }}", "52.08 %"),
        ('{% share weight six "weighted votes" %}', "3.13 of 6 weighted votes (52.08 %)"),
        ("{% moment at %}", f'<time datetime="2026-03-03T19:00:00+00:00">{IN_LIMA}</time>'),
        ("{% moment nothing %}", "—"),
        ("{% day on %}", '<time datetime="2026-03-03">3 March 2026</time>'),
        ("{% day nothing %}", "—"),
        ("{{ at|moment_text }}", IN_LIMA),
        ("{{ on|day_text }}", "3 March 2026"),
        ("{% period on nothing %}", "since 3 March 2026"),
        ("{{ '2008-05'|partial_day }}", "2008-05"),
        ("{{ '2008-05-02'|partial_day }}", "2 May 2008"),
        ("{{ '2008-13-40'|partial_day }}", "2008-13-40"),
    ],
)  # fmt: skip
def test_a_template_shows_numbers_and_moments_in_words(source, shown):
    template = engines["django"].from_string("{% load lacralo %}" + source)
    context = {
        "weight": Fraction(25, 8),
        "six": Fraction(6),
        "at": AT,
        "on": date(2026, 3, 3),
        "nothing": None,
    }

    with override("en"), timezone.override("America/Lima"):
        assert template.render(context) == shown
