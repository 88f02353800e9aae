"""Parameters declared, stored, read and refused."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lacralo.core.rulebook.enums import Impossible
from lacralo.core.rulebook.parameters import (
    LEFT_OPEN,
    ImpossibleParameter,
    UndeclaredParameters,
    declare,
    encoded,
    filled,
    parameters_for,
    parameters_of,
    read,
    stored_form,
    validate,
)
from tests.core.rulebook.builders import APP, GardenRules, Plot, Season


def refusal(key: str, value: object) -> ImpossibleParameter:
    with pytest.raises(ImpossibleParameter) as caught:
        read(APP, {key: value})
    return caught.value


def test_what_is_not_stored_has_the_default_of_the_dataclass():
    assert read(APP, {"beds": 5}) == GardenRules(beds=5)


@pytest.mark.parametrize(
    "stored, chosen",
    [
        ({"season": "autumn"}, GardenRules(season=Season.AUTUMN)),
        ({"share": "1/3"}, GardenRules(share=Fraction(1, 3))),
        ({"share": 1}, GardenRules(share=Fraction(1))),
        ({"watered": False}, GardenRules(watered=False)),
        ({"tools": ["autumn", "spring"]}, GardenRules(tools=(Season.AUTUMN, Season.SPRING))),
        ({"opens_on": "2026-03-03"}, GardenRules(opens_on=date(2026, 3, 3))),
        ({"opens_on": None}, GardenRules()),
        ({"plot": {"rows": 4, "share": "1/4"}}, GardenRules(plot=Plot(4, Fraction(1, 4)))),
        ({"heights": {"bean": 2}}, GardenRules(heights={"bean": 2})),
    ],
)
def test_stored_values_are_read_in_the_kind_that_was_declared(stored, chosen):
    assert read(APP, stored) == chosen


@pytest.mark.parametrize(
    "key, value, reason",
    [
        ("bed", 3, Impossible.UNKNOWN_KEY),
        ("season", "winter", Impossible.NOT_PERMITTED),
        ("season", 3, Impossible.NOT_PERMITTED),
        ("tools", ["winter"], Impossible.NOT_PERMITTED),
        ("tools", "spring", Impossible.WRONG_KIND),
        ("beds", 0, Impossible.TOO_SMALL),
        ("beds", 10, Impossible.TOO_LARGE),
        ("beds", "3", Impossible.WRONG_KIND),
        ("beds", True, Impossible.WRONG_KIND),
        ("beds", 3.0, Impossible.WRONG_KIND),
        ("share", 0.5, Impossible.WRONG_KIND),
        ("share", "half", Impossible.WRONG_KIND),
        ("share", "1/0", Impossible.WRONG_KIND),
        ("share", "3/2", Impossible.TOO_LARGE),
        ("watered", 1, Impossible.WRONG_KIND),
        ("name", 7, Impossible.WRONG_KIND),
        ("opens_on", "tomorrow", Impossible.WRONG_KIND),
        ("plot", {"columns": 4}, Impossible.WRONG_KIND),
        ("heights", [2], Impossible.WRONG_KIND),
        ("heights", {"bean": "tall"}, Impossible.WRONG_KIND),
    ],
)
def test_an_impossible_value_is_refused_with_its_field_and_the_reason(key, value, reason):
    refused = refusal(key, value)

    assert (refused.field, refused.reason) == (f"{APP}.{key}", reason)


@pytest.mark.parametrize("beds", [1, 9])
def test_the_bounds_themselves_are_permitted(beds):
    assert read(APP, {"beds": beds, "watered": False}).beds == beds


def test_values_that_do_not_fit_together_are_refused():
    refused = refusal("beds", 1)

    assert (refused.reason, refused.verdict.lines[0].facts["why"]) == (
        Impossible.DO_NOT_FIT,
        "one bed is never watered",
    )


def test_a_part_without_parameters_is_refused():
    with pytest.raises(ImpossibleParameter) as caught:
        validate({"cooking": {"salt": True}})

    assert (caught.value.reason, caught.value.field) == (Impossible.UNKNOWN_APP, "cooking")


def test_a_class_that_nobody_declared_is_a_loud_error():
    with pytest.raises(UndeclaredParameters):
        parameters_for(SimpleNamespace(parameters={}), Plot)


def test_a_parameter_without_a_default_cannot_be_declared():
    @dataclass(frozen=True)
    class Unsettled:
        depth: int

    with pytest.raises(TypeError, match="depth"):
        declare("digging", Unsettled)


def test_declared_parameters_carry_article_sentence_and_permitted_values():
    season = parameters_of(APP)["season"]

    assert (season.article, season.sentence, season.values, season.default) == (
        "G 1",
        "When it is dug.",
        (Season.SPRING, Season.AUTUMN),
        Season.SPRING,
    )


def test_what_los_angeles_left_open_says_so():
    assert parameters_of(APP)["share"].article == LEFT_OPEN


def test_a_float_is_never_stored():
    with pytest.raises(TypeError):
        encoded(0.5)


def test_a_published_rule_set_has_every_default_written_out():
    assert filled({APP: {"beds": 5}}) == {APP: stored_form(GardenRules(beds=5))}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        GardenRules,
        season=st.sampled_from(Season),
        beds=st.integers(2, 9),
        share=st.fractions(0, 1),
        watered=st.booleans(),
        name=st.text(),
        tools=st.lists(st.sampled_from(Season)).map(tuple),
        opens_on=st.none() | st.dates(),
        plot=st.builds(Plot, st.integers(), st.fractions()),
        heights=st.dictionaries(st.text(), st.integers()),
    )
)
def test_what_is_stored_is_read_back_exactly(rules):
    assert read(APP, stored_form(rules)) == rules
