"""`manage.py catalogues`: extract every message and compile the three catalogues (needs gettext)."""

from django.core.management import call_command
from django.core.management.base import BaseCommand

LOCALES = ("es", "pt_BR", "fr")
IGNORED = (".venv", "tests", "docs", "var", "node_modules")
#: Django would write the messages found beside this folder into it, whatever LOCALE_PATHS says.
CATALOGUES = "lacralo/locale"


class Command(BaseCommand):
    """English is the source and has no catalogue; Spanish, Portuguese and French have one file each."""

    help = "Extract every translatable message into the catalogues and compile them."

    def add_arguments(self, parser):
        """`--compile-only` leaves the .po files as they are."""
        parser.add_argument("--compile-only", action="store_true")

    def handle(self, compile_only=False, **options):
        """Extract, then compile."""
        if not compile_only:
            extract()
        call_command("compilemessages", locale=LOCALES, ignore_patterns=list(IGNORED), verbosity=0)


def extract() -> None:
    """Bring the .po files (of the first of LOCALE_PATHS) up to date with the code; obsolete messages go."""
    call_command(
        "makemessages",
        locale=LOCALES,
        ignore_patterns=[*IGNORED, CATALOGUES],
        add_location="file",
        no_wrap=True,
        no_obsolete=True,
        verbosity=0,
    )
