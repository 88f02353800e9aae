"""The roof."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """Front page, demonstration, verification, rulebook: what needs to know every app."""

    name = "lacralo.home"
    label = "home"
