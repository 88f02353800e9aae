"""The instruments of the browser tests find what they are there to find."""

import pytest

from tests.real_parts.browser import axe_violations, overflow

pytestmark = pytest.mark.browser

FAULTY = """<html lang="en"><title>A page</title><main><h1>A page</h1><img src="data:,"></main></html>"""
WIDE = """<html lang="en"><body style="margin:0"><div style="width: 400px">wide</div></body></html>"""


def test_axe_finds_a_picture_without_words(live):
    page = live.page()
    page.set_content(FAULTY)

    assert axe_violations(page) == ["image-alt: img"]


def test_what_is_wider_than_the_phone_is_measured(live):
    page = live.page(phone=True)
    page.set_content(WIDE)

    assert overflow(page) == 40


def test_without_javascript_no_script_runs(live):
    page = live.page(javascript=False)
    page.set_content("<title>before</title><script>document.title = 'after'</script>")

    assert page.title() == "before"


def test_the_window_is_signed_in_as_the_person_asked_for(live, django_user_model):
    person = django_user_model.objects.create(name="Ana Prueba", email="ana@example.org")

    page = live.page("/en/account/email/", by=person)

    assert page.url == f"{live.url}/en/account/email/"
