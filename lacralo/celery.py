"""The Celery application: tasks run in-process unless a broker is named in the environment."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lacralo.settings")

app = Celery("lacralo")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
