"""`manage.py import_members FILE.csv [--dry-run]`: members from a file, whole or not at all."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from lacralo.core.deadlines.clock import database_now
from lacralo.core.verdicts import Refused
from lacralo.core.verdicts.phrases import sentence, sentences
from members.phrases import ROW_STATE_NAMES
from members.services.imports import Preview, import_members, preview


class Command(BaseCommand):
    """Shows what the file would do, then does it; a single wrong line stops the whole."""

    help = "Enter the members of a CSV file: name,country_iso2,website,status,accredited_on,subregion."

    def add_arguments(self, parser):
        """The file, and whether only to look."""
        parser.add_argument("file", type=Path, help="the CSV file, UTF-8, separated by commas")
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")

    def handle(self, file: Path, dry_run: bool, **options):
        """Preview, refuse or load; every bad line is named with its number and reason."""
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error

        found = preview(content)
        self._print(found)
        if not found.file.is_sound:
            wrong = len(found.file.wrong_rows)
            raise CommandError(
                f"Nothing was loaded: {wrong} wrong lines." if wrong else "Nothing was loaded."
            )
        if dry_run:
            self.stdout.write(f"Nothing was changed. {self._sum(found, 'would be')}")
            return
        try:
            done = import_members(content=content, by=None, now=database_now())
        except Refused as refusal:
            raise CommandError(f"Nothing was loaded. {sentences(refusal.verdict)}") from refusal
        if not done.new:
            self.stdout.write(
                f"Nothing changed: all {len(done.file.rows)} members are in the register already."
            )
            return
        self.stdout.write(self._sum(done, "were"))

    def _print(self, found: Preview) -> None:
        for fault in found.file.faults:
            self.stderr.write(sentence(fault))
        for row, state in found.lines:
            out = self.stderr if row.faults else self.stdout
            reasons = " ".join(sentence(line) for line in (*row.faults, *row.notes))
            out.write(f"line {row.number}: {row.name}: {ROW_STATE_NAMES[state]}. {reasons}".rstrip())

    @staticmethod
    def _sum(found: Preview, verb: str) -> str:
        known = len(found.known)
        return (
            f"{len(found.new)} members {verb} entered, "
            f"{len(found.noted)} of them as not verified and on no roll; "
            f"{known} were in the register already and stay as they are."
        )
