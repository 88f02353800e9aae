"""`manage.py verify_chain`: does every entry of the audit chain follow from the one before?"""

from django.core.management.base import BaseCommand, CommandError

from lacralo.core.audit.chain import head, verify


class Command(BaseCommand):
    """Recomputes the whole chain; names the first entry that does not follow."""

    help = "Recompute the audit chain and name the first entry that does not follow from the one before."

    def handle(self, **options):
        """Print the head of a sound chain; end with an error on a broken one."""
        bad = verify()
        if bad is not None:
            raise CommandError(f"The chain is broken at entry {bad}: it does not follow from the one before.")
        last = head()
        if last is None:
            self.stdout.write("The chain is empty.")
            return
        self.stdout.write(f"The chain holds: {last.sequence} entries, head {last.hash}.")
