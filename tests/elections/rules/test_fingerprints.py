import pytest

from elections.rules.fingerprints import canonical, digest
from lacralo.core.audit import links


def test_the_same_content_has_one_text_and_one_hash():
    assert canonical({"b": 1, "a": "ñ"}) == '{"a":"ñ","b":1}'
    assert digest({"b": 1, "a": "ñ"}) == digest({"a": "ñ", "b": 1})


@pytest.mark.parametrize("thing", [0.5, {"a": [0.5]}, [({"x": (1.0,)},)]])
def test_a_float_has_no_fingerprint(thing):
    with pytest.raises(TypeError, match="float"):
        canonical(thing)


def test_the_chain_writes_the_same_text():
    thing = {"z": [1, "é"], "a": {"c": None, "b": True}}

    assert (canonical(thing), digest(thing)) == (links.canonical(thing), links.digest_of(thing))
