"""The pages of an account are read without writing, in every language."""

import pytest
from django.urls import get_resolver, reverse
from django.utils.translation import override

from tests.home.accounts import account, with_app, with_recovery_codes

pytestmark = pytest.mark.django_db

#: Addresses with parts to fill in; their tests stand beside the acts.
_WITH_PARTS = {"account_reset_password_from_key", "mfa_remove_webauthn", "mfa_edit_webauthn"}


def names() -> list[str]:
    """Every page of an account by its name; they stand under the prefix of the language."""
    with override("en"):
        resolver = get_resolver()
        nested = [each for each in resolver.url_patterns if hasattr(each, "reverse_dict")]
        found = {name for each in nested for name in each.reverse_dict if isinstance(name, str)}
    return sorted({name for name in found if name.startswith(("account_", "mfa_"))} - _WITH_PARTS)


PAGES = names()


def test_the_pages_are_found():
    assert {"account_login", "account_email", "mfa_index", "mfa_activate_totp"} <= set(PAGES)


@pytest.mark.parametrize("language", ["es", "pt-br", "en", "fr"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_an_account_is_read(client, name, language):
    ana = with_app(account(language=language))
    with_recovery_codes(ana)
    client.force_login(ana)

    with override(language):
        response = client.get(reverse(name), follow=True)

    assert response.status_code in (200, 403, 405)
