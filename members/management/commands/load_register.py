"""`manage.py load_register`: bodies, posts and the countries of the sub-regions, as delivered."""

from django.core.management.base import BaseCommand

from lacralo.core.deadlines.clock import database_now
from members.services.register import load_register


class Command(BaseCommand):
    """Loads what is missing; running it again changes nothing."""

    help = "Make the bodies, posts and countries of the sub-regions that are missing."

    def handle(self, **options):
        """Load, and say how much was new."""
        made = load_register(by=None, now=database_now())
        if made:
            self.stdout.write(f"{made} posts and countries were entered in the register.")
        else:
            self.stdout.write("Nothing was missing; nothing changed.")
