"""The LACRALO governance portal: settings, the ground (`core`) and the roof (`home`)."""

from lacralo.celery import app as celery_app

__all__ = ("celery_app",)
