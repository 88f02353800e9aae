"""`manage.py import_members FILE.csv [--kind people] [--dry-run]`: lines from a file, whole or not at all."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from lacralo.core.deadlines.clock import database_now
from lacralo.core.verdicts import Refused
from lacralo.core.verdicts.phrases import sentence, sentences
from members.enums import FileKind
from members.phrases.imports import ROW_STATE_NAMES
from members.rules.imports.files import File
from members.services.imports.loading import import_file, preview


class Command(BaseCommand):
    """Shows what the file would do, then does it; a single wrong line stops the whole."""

    help = "Enter the lines of a CSV file: members, or what --kind says."

    def add_arguments(self, parser):
        """The file, what its lines are, and whether only to look."""
        parser.add_argument("file", type=Path, help="the CSV file, UTF-8, separated by commas")
        parser.add_argument(
            "--kind",
            type=FileKind,
            choices=list(FileKind),
            default=FileKind.MEMBERS,
            help="what its lines are",
        )
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")

    def handle(self, file: Path, kind: FileKind, dry_run: bool, **options):
        """Preview, refuse or load; every bad line is named with its number and reason."""
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error

        found = preview(kind, content).file
        self._print(found)
        if not found.is_sound:
            wrong = len(found.wrong)
            raise CommandError(
                f"Nothing was loaded: {wrong} wrong lines." if wrong else "Nothing was loaded."
            )
        if dry_run:
            self.stdout.write(f"Nothing was changed. {self._sum(found, 'would be')}")
            return
        try:
            done = import_file(kind=kind, content=content, by=None, now=database_now()).file
        except Refused as refusal:
            raise CommandError(f"Nothing was loaded. {sentences(refusal.verdict)}") from refusal
        if not done.new:
            self.stdout.write(f"Nothing changed: all {len(done.rows)} lines are in the register already.")
            return
        self.stdout.write(self._sum(done, "were"))

    def _print(self, found: File) -> None:
        for fault in found.faults:
            self.stderr.write(sentence(fault))
        for row in found.rows:
            out = self.stderr if row.faults else self.stdout
            reasons = " ".join(sentence(line) for line in (*row.faults, *row.notes))
            out.write(f"line {row.number}: {row.label}: {ROW_STATE_NAMES[row.state]}. {reasons}".rstrip())

    @staticmethod
    def _sum(found: File, verb: str) -> str:
        return (
            f"{len(found.new)} lines {verb} entered, {len(found.noted)} of them with a note; "
            f"{len(found.known)} were in the register already and stay as they are."
        )
