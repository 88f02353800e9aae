"""The ground in the admin, gathered for Django."""

from lacralo.core.rulebook import admin as rulebook

__all__ = ("rulebook",)
