"""`manage.py load_rulebook`: the organising documents and the rule sets, as far as sources know them."""

from django.core.management.base import BaseCommand

from lacralo.core.deadlines.clock import database_now, statute_day
from lacralo.core.rulebook.delivered import load_rulebook
from lacralo.core.rulebook.models import RuleSet


class Command(BaseCommand):
    """Loads what is missing; run twice, it changes nothing."""

    help = "Loads the organising documents and the rule sets; what is there already stays as it is."

    def handle(self, **options):
        """Load, then say what is new and which rule set governs today."""
        now = database_now()
        new = load_rulebook(by=None, now=now)
        for rule_set in new:
            self.stdout.write(f"new: {rule_set.name}")
        if not new:
            self.stdout.write("nothing new")
        governing = RuleSet.objects.in_force_on(statute_day(now))
        self.stdout.write(f"in force today: {governing.name}")
