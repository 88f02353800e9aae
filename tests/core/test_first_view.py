"""What the first page weighs on a poor link: everything it asks for, compressed."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

MOST_BYTES = 60_000
MOST_REQUESTS = 6


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/en/account/login/", "/en/account/login/code/", "/es/no/such/page/"])
def test_the_first_view_keeps_its_budget(client, page):
    html = client.get(page).content
    asked = set(re.findall(rb'(?:href|src)="/static/([^"]+)"', html))
    weight = len(gzip.compress(html))
    for path in asked:
        with open(finders.find(path.decode()), "rb") as file:
            weight += len(gzip.compress(file.read()))

    assert weight <= MOST_BYTES
    assert len(asked) + 1 <= MOST_REQUESTS
