"""The gardening of `builders` has parameters, and no other part has."""

import pytest

from lacralo.core.rulebook import parameters
from tests.core.rulebook.builders import APP, GardenRules


@pytest.fixture(autouse=True)
def _gardening(monkeypatch):
    monkeypatch.setattr(parameters, "_DECLARED", {APP: GardenRules})
