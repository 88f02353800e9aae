"""`manage.py load_rotation [FILE]`: the table that says whose turn it is."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from elections.rules.rotation import BadTable
from elections.services.rotation import TableMoved, load_rotation
from lacralo.core.deadlines.clock import database_now

DELIVERED = Path(__file__).resolve().parents[2] / "data" / "rotation.csv"
SOURCE = (
    "https://icann-community.atlassian.net/wiki/pages/diffpagesbyversion.action"
    "?originalVersion=9&pageId=99689525&revisedVersion=13"
)


class Command(BaseCommand):
    """Loads what is missing; run twice, it changes nothing."""

    help = "Loads the rotation table; what is there already stays as it is."

    def add_arguments(self, parser):
        """An own file, and where it comes from."""
        parser.add_argument("file", nargs="?", default=str(DELIVERED))
        parser.add_argument("--source", default=SOURCE, help="where the table was published")

    def handle(self, file, source, **options):
        """Load the file, or say which line is wrong."""
        try:
            text = Path(file).read_text(encoding="utf-8")
            new = load_rotation(text=text, source=source, by=None, now=database_now())
        except (OSError, UnicodeDecodeError, BadTable, TableMoved) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"new rows: {new}" if new else "nothing new")
