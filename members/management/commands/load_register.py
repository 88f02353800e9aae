"""`manage.py load_register`: bodies, posts, countries, series of meetings and the plan, as delivered."""

from django.core.management.base import BaseCommand

from lacralo.core.deadlines.clock import database_now
from members.services.plan_delivered import load_plan
from members.services.register import load_register
from members.services.series import load_series


class Command(BaseCommand):
    """Loads what is missing; running it again changes nothing."""

    help = "Make the bodies, posts, countries, series of meetings and next steps that are missing."

    def handle(self, **options):
        """Load, and say how much was new."""
        now = database_now()
        made, tasks = load_register(by=None, now=now), load_plan(by=None, now=now)
        series = load_series(by=None, now=now)
        if made:
            self.stdout.write(f"{made} posts and countries were entered in the register.")
        if tasks:
            self.stdout.write(f"{tasks} tasks were added to the plan of next steps.")
        if series:
            self.stdout.write(f"{series} series of meetings were set up.")
        if not made and not tasks and not series:
            self.stdout.write("Nothing was missing; nothing changed.")
