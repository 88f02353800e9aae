"""A secret vote on SQLite in a file, in a process of its own; prints where its envelopes are found.

LACRALO_HOME=... python -m tests.elections.secret.file_database
"""

import json
import sqlite3
from pathlib import Path

import django

django.setup()

from celery import current_app  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from elections.models import Envelope  # noqa: E402
from elections.services.mixing import SWEEP_TASK, sweep  # noqa: E402
from lacralo.core.deadlines.models import Deadline  # noqa: E402
from tests.builders import NOW, accredited  # noqa: E402
from tests.elections.sealed import Papers, mixed, open_secret_vote, put_in_many  # noqa: E402

PLACES = range(1, 9)


def sealed_now() -> set[str]:
    """The sealed texts that are in the outer envelopes."""
    return set(Envelope.objects.exclude(sealed=None).values_list("sealed", flat=True))


def files_with(texts: set[str]) -> list[str]:
    """The files of the database in which one of the texts stands."""
    files = sorted(Path(settings.HOME).glob("db.sqlite3*"))
    return [each.name for each in files if any(text.encode() in each.read_bytes() for text in texts)]


def most_often(texts: set[str]) -> int:
    """How often that one of the texts stands in the database's own file which stands there most often."""
    content = (Path(settings.HOME) / "db.sqlite3").read_bytes()
    return max(content.count(each.encode()) for each in texts)


def main() -> None:
    """Everybody votes twice; the box is mixed and swept, once while somebody reads."""
    current_app.conf.task_always_eager = False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")  # what is written is the same, only sooner
    call_command("migrate", verbosity=0)
    for number in PLACES:
        accredited(f"Association {number}", "PE")
    election = open_secret_vote(Papers())
    put_in_many(election, dict.fromkeys(PLACES, "1"))
    first = sealed_now()
    put_in_many(election, dict.fromkeys(PLACES, "2"))
    last = sealed_now()
    told = {"during the vote": {"replaced": files_with(first)}}
    reader = sqlite3.connect(settings.DATABASES["default"]["NAME"])
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM elections_envelope").fetchone()

    mixed(election)
    deadline = Deadline.objects.filter(task=SWEEP_TASK).latest("pk")
    told["read by somebody"] = {"done": sweep(pk=deadline.pk, now=NOW)}
    reader.close()
    done = sweep(pk=deadline.pk, now=NOW)
    told["after the sweep"] = {"replaced": files_with(first), "in the box": most_often(last), "done": done}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
