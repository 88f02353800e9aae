"""Every code that people meet has its sentence, in four languages."""

import importlib
import pkgutil
from enum import StrEnum

import pytest
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override

from lacralo.core.verdicts.phrases import registered_phrases
from tests.architecture.code import APPS, HOME

_TRANSLATED = [code for code, _name in settings.LANGUAGES if code != "en"]


def rooms_with_codes() -> list[str]:
    """The modules in which codes are declared: every room called enums, acts or doors."""
    found = []
    for app in APPS:
        for module in pkgutil.walk_packages([str(HOME / app)], f"{app}."):
            parts = module.name.split(".")
            if "enums" in parts or parts[-1] in ("acts", "doors"):
                found.append(module.name)
    return sorted(found)


def codes() -> list[StrEnum]:
    """Every code with a dot in it ("elections.not_frozen"): those are told to people."""
    kinds = {
        kind
        for name in rooms_with_codes()
        for kind in vars(importlib.import_module(name)).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }
    return sorted((code for kind in kinds for code in kind if "." in code), key=str)


CODES = codes()


def test_the_codes_are_found():
    apps = {str(code).partition(".")[0] for code in CODES}

    assert {"core", "members", "conflicts", "elections"} <= apps
    assert {"Act", "Bar", "Door", "Poll", "Seal"} <= {type(code).__name__ for code in CODES}


def test_every_code_has_its_sentence():
    assert [code for code in CODES if code not in registered_phrases()] == []


def test_no_two_codes_are_the_same():
    assert len(CODES) == len({str(code) for code in CODES})


@pytest.mark.parametrize("language", _TRANSLATED)
def test_every_sentence_is_translated(language):
    """A sentence that reads the same in English was not translated."""
    same = []
    for code in CODES:
        phrase = registered_phrases().get(code)
        for words in (phrase.passed, phrase.failed, phrase.remedy) if phrase else ():
            if isinstance(words, Promise) and str(words):
                with override("en"):
                    english = str(words)
                with override(language):
                    translated = str(words)
                if english == translated:
                    same.append(f"{code}: {english}")

    assert same == []


def test_the_public_log_names_every_act():
    from lacralo.core.audit.selectors import act_words

    acts = [code for code in CODES if type(code).__name__ == "Act"]

    assert [code for code in acts if act_words(code) == code] == []
