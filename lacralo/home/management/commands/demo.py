"""`manage.py demo`: the portal with a region that can be tried out, on this machine alone."""

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from lacralo.core.deadlines.clock import database_now
from lacralo.home.management.server import serve
from lacralo.home.selectors.cast import cast
from lacralo.home.services.demonstration.loading import (
    has_begun,
    holds_something_else,
    is_complete,
    load_demonstration,
)
from lacralo.home.services.demonstration.papers import throw_papers_away


class Command(BaseCommand):
    """Makes the demonstration once, then serves it."""

    help = "Make the demonstration data (once) and serve the portal on 127.0.0.1."

    def add_arguments(self, parser):
        """The port; whether to stop after loading; whether to start over."""
        parser.add_argument("--port", type=int, default=8000, help="where to listen on 127.0.0.1 (8000)")
        parser.add_argument("--no-server", action="store_true", help="stop when the data is loaded")
        parser.add_argument("--fresh", action="store_true", help="throw the old data away and start over")

    def handle(self, port, no_server, fresh, **options):
        """Prepare the database, load what is missing, say whom to sign in as, serve."""
        if not settings.DEMO:
            raise CommandError("Start it with: python3 manage.py demo")
        settings.PORTAL_URL = f"http://127.0.0.1:{port}"
        settings.CSRF_TRUSTED_ORIGINS = [settings.PORTAL_URL]
        if fresh:
            self.start_over()
        self.prepare()
        self.tell(port)
        if not no_server:
            serve(port, say=self.stdout.write)

    def start_over(self):
        """Remove the embedded database; a database server is left to whoever runs it."""
        if connection.vendor != "sqlite":
            raise CommandError("With DATABASE_URL set, give it an empty database instead of --fresh.")
        connection.close()
        database = Path(connection.settings_dict["NAME"])
        for path in (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm"))):
            path.unlink(missing_ok=True)
        throw_papers_away()

    def prepare(self):
        """Tables, then data; a demonstration that was interrupted half-way is made anew."""
        call_command("migrate", interactive=False, verbosity=0)
        if holds_something_else():
            raise CommandError(
                "This database holds people who are not the demonstration's. "
                "Set LACRALO_HOME to another folder, or start over with --fresh."
            )
        if has_begun() and not is_complete():
            self.stdout.write("The demonstration was interrupted last time; it starts over.")
            self.start_over()
            call_command("migrate", interactive=False, verbosity=0)
        if not is_complete():
            self.stdout.write("Making the demonstration data (a minute at most) ...")
            load_demonstration(now=database_now())

    def tell(self, port):
        """Where to go and whom to sign in as."""
        people = cast(database_now())
        players = {
            "runs the elections": people.officers[:1],
            "can vote now": people.voters_due[:1],
            "can vote in secret": people.secret.due[:1],
            "holds a code of every secret vote": [
                holder for vote in people.secret_votes[:1] for holder in vote.scrutineers[:1]
            ],
            "was nominated and has not answered": people.nominees[:1],
            "stands for office": people.candidates[:1],
            "works in the administration": people.staff[:1],
        }
        self.stdout.write(f"\nThe demonstration is ready: http://127.0.0.1:{port}/")
        self.stdout.write(f"Sign in as anybody with one button: http://127.0.0.1:{port}/demo/")
        for quality, found in players.items():
            for player in found:
                self.stdout.write(f"  {player.person.name} {quality}")
        self.stdout.write("")
