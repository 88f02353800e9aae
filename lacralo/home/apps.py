"""The roof."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class HomeConfig(AppConfig):
    """Front page, demonstration, verification, rulebook: what needs to know every app."""

    name = "lacralo.home"
    label = "home"

    def ready(self):
        """Listen to sign-ins: sessions remember when they were opened."""
        from lacralo.home.adapters import second_factor, sessions  # noqa: F401  (registers its receivers)


class PortalAdminConfig(AdminConfig):
    """Django's administration, with the portal's door."""

    default_site = "lacralo.home.admin.PortalAdminSite"
