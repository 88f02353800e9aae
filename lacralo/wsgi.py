"""The door for web servers; without a broker, the server rings the deadlines itself."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lacralo.settings")

application = get_wsgi_application()


def _ring_if_embedded() -> None:
    from django.conf import settings

    from lacralo.core.deadlines.embedded import start_ringing

    if settings.EMBEDDED:
        start_ringing()


_ring_if_embedded()
