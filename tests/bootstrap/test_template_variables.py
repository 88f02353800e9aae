"""A name that a template of ours uses and nobody gave is an error in the tests."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Origin, Template, engines

from tests.template_variables import UndefinedVariable

OURS = Path(settings.TEMPLATES[0]["DIRS"][0], "page.html")


def rendered(source, origin, **context):
    """The text of a template that claims to come from `origin`."""
    template = Template(source, origin=Origin(str(origin)), engine=engines["django"].engine)
    return template.render(Context(context))


def test_an_undefined_variable_is_named_with_its_place():
    with pytest.raises(UndefinedVariable) as refusal:
        rendered("\n{{ roll.nobody }}", OURS, roll={})

    assert str(refusal.value) == f"roll.nobody is undefined in {OURS}, line 2"


def test_templates_of_others_keep_to_djangos_way():
    assert rendered("{{ nobody }}", "/elsewhere/page.html") == ""


def test_asking_whether_there_is_one_is_no_error():
    assert rendered("{% if nobody %}yes{% else %}no{% endif %}", OURS) == "no"
