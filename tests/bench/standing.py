"""Prints how long the standing of 10 000 members takes over 24 months of records, and how many queries.

.venv/bin/python -m tests.bench.standing

On a private PostgreSQL and on SQLite, beside reading the same credits with nothing done with them.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta

MEMBERS, MONTHS, VOTES, ROUNDS = 10_000, 24, 8, 5
TODAY = date(2026, 7, 15)


def fill(members: int) -> int:
    """So many members with their status and credits, and monthly calls and votes of their own; how many
    credits.
    """
    from members.enums import CreditKind, MemberStatus, OccasionKind
    from members.models import Credit, Member, Occasion, StatusPeriod

    drawn = random.Random(members)
    of = f"of-{members}"
    made = Member.objects.bulk_create(
        [
            Member(name=name, slug=name, search_name=name, country="PE")
            for name in (f"{of}-{number}" for number in range(members))
        ],
        batch_size=1000,
    )
    StatusPeriod.objects.bulk_create(
        [StatusPeriod(member=each, status=MemberStatus.ACCREDITED, start=date(2020, 1, 1)) for each in made],
        batch_size=1000,
    )
    calls = [(OccasionKind.CALL, CreditKind.ATTENDED, number, 30 * number + 1) for number in range(MONTHS)]
    votes = [(OccasionKind.VOTE, CreditKind.VOTED, number, 90 * number + 5) for number in range(VOTES)]
    credits = []
    for kind, credit, number, days in (*calls, *votes):
        on = TODAY - timedelta(days=days)
        evidence = {"evidence_type": f"{kind} {of}", "evidence_id": str(number)}
        Occasion.objects.create(kind=kind, held_on=on, **evidence)
        credits += [
            Credit(member=each, kind=credit, earned_on=on, is_public=True, **evidence)
            for each in made
            if drawn.random() < 0.5
        ]
    Credit.objects.bulk_create(credits, batch_size=2000)
    return len(credits)


def measure() -> None:
    """Fill an empty database and print the figures."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from members.models import Credit
    from members.rules.parameters import MemberRules
    from members.selectors.standing import standings_on

    call_command("migrate", verbosity=0)
    rules = MemberRules()
    fill(10)
    with CaptureQueriesContext(connection) as few:
        standings_on(TODAY, rules)
    credits = fill(MEMBERS)
    with CaptureQueriesContext(connection) as many:
        standings_on(TODAY, rules)
    connection.force_debug_cursor = False
    took, reading = [], []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        found = standings_on(TODAY, rules)
        took.append(time.perf_counter() - began)
        began = time.perf_counter()
        rows = Credit.objects.filter(earned_on__gt=TODAY - timedelta(days=365))
        sum(
            1
            for _ in rows.values_list(
                "member", "kind", "earned_on", "evidence_type", "evidence_id"
            ).iterator()
        )
        reading.append(time.perf_counter() - began)
    print(
        f"{connection.vendor}: {len(found)} members, {credits} credits: {min(took):.2f} s"
        f" (reading a year of credits alone {min(reading):.2f} s);"
        f" {len(few)} queries for 10 members, {len(many)} for {len(found)}"
    )


def main() -> None:
    """Once on each database, each in a process of its own."""
    from tests.real_parts.postgresql import private_postgresql

    with tempfile.TemporaryDirectory() as home, private_postgresql() as address:
        for database in ("", address):
            environment = os.environ | {"DJANGO_SETTINGS_MODULE": "lacralo.settings", "LACRALO_HOME": home}
            subprocess.run(
                [sys.executable, "-m", "tests.bench.standing", "--here"],
                env=environment | {"DATABASE_URL": database},
                check=True,
            )


if __name__ == "__main__":
    measure() if "--here" in sys.argv else main()
