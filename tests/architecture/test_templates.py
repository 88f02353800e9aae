"""Every template is used, and decides nothing."""

import re

import pytest

from tests.architecture.code import TEMPLATES, modules

TEMPLATE_NAMES = sorted(
    path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file()
)
#: Folders whose templates stand in the place of a library's: the library asks for them by name.
_IN_PLACE_OF = ("account/", "admin/", "allauth/", "django/", "mfa/", "simple_history/", "registration/")
#: Templates that Django asks for by their status.
_BY_STATUS = ("400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html", "503.html")

_CODE = "\n".join(path.read_text(encoding="utf-8") for path in modules())
_MARKUP = {name: (TEMPLATES / name).read_text(encoding="utf-8") for name in TEMPLATE_NAMES}


def asked_for(name: str) -> bool:
    """Whether a module or another template names it."""
    if name.startswith(_IN_PLACE_OF) or name in _BY_STATUS:
        return True
    quoted = (f'"{name}"', f"'{name}'")
    if any(each in _CODE for each in quoted):
        return True
    if any(each in markup for other, markup in _MARKUP.items() if other != name for each in quoted):
        return True
    return is_a_mail_told(name) or is_a_component_drawn(name)


def is_a_mail_told(name: str) -> bool:
    """`emails/<app>/<news>_body.txt` is asked for as `<app>/<news>`; some apps add themselves to the news."""
    found = re.fullmatch(r"emails/(\w+)/(\w+)_(subject|body)\.txt", name)
    return bool(found) and (f"{found[1]}/{found[2]}" in _CODE or f'"{found[2]}"' in _CODE)


def is_a_component_drawn(name: str) -> bool:
    """`components/<name>.html` is drawn by the tag that names it."""
    found = re.fullmatch(r"components/(\w+)\.html", name)
    return bool(found) and bool(re.search(rf'_draw\(\s*context,\s*"{found[1]}"', _CODE))


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_a_template_is_used(name):
    assert asked_for(name)


@pytest.mark.parametrize("name", [name for name in TEMPLATE_NAMES if name.endswith("_body.txt")])
def test_a_mail_has_subject_and_body(name):
    if name == "emails/base_body.txt":
        return

    assert name.replace("_body.txt", "_subject.txt") in TEMPLATE_NAMES


PAGES = [name for name in TEMPLATE_NAMES if name.endswith(".html") and not name.startswith("pdf/")]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_inline_script_style_or_handler(name):
    markup = _MARKUP[name]
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style[\s>]|\sstyle=|\son[a-z]+=\"", markup)
    data = [each for each in inline if 'type="application/json"' not in each]

    assert data == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_trusts_no_text_blindly(name):
    """The help of a form's field is ours, and Django's own template prints it the same way."""
    trusted = _MARKUP[name].replace("{{ field.help_text|safe }}", "")

    assert "|safe" not in trusted
