"""A worker in a process of its own, on the database of DATABASE_URL; it is killed while it works.

python -m tests.elections.races.worker prepare PLACES       the schema and an open vote; prints what it is
python -m tests.elections.races.worker cast ELECTION N OF   casts for each OF-th place; a line for each answer
python -m tests.elections.races.worker close ELECTION       the officer closes
python -m tests.elections.races.worker open ELECTION N WORD...   scrutineer N removes their layer
"""

import json
import os
import secrets
import sys
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lacralo.settings")
django.setup()

from celery import current_app  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import DatabaseError, close_old_connections, connection  # noqa: E402

from elections.enums.seals import Purpose  # noqa: E402
from elections.models import Election  # noqa: E402
from elections.services.ballots import close_vote  # noqa: E402
from elections.services.openings import remove_layer  # noqa: E402
from elections.services.sealed_ballots import cast_sealed_ballot  # noqa: E402
from lacralo.core.deadlines.clock import database_now  # noqa: E402
from tests.elections.builders import officer  # noqa: E402
from tests.elections.poll import HOUR, end_of_vote  # noqa: E402


def say(**what) -> None:
    """One line for whoever started us; what was said before a kill has been said."""
    print(json.dumps(what), flush=True)


def prepare(places: str) -> None:
    """The schema, members, and a secret vote that is open now."""
    from tests.builders import accredited
    from tests.elections.sealed import Papers, open_secret_vote

    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")  # of the preparation alone
    call_command("migrate", verbosity=0)
    for number in range(int(places)):
        accredited(f"Association {number:03}", ("PE", "AR", "BR")[number % 3])
    papers = Papers()
    election = open_secret_vote(papers, now=database_now() - HOUR)
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = on")
        cursor.execute("CHECKPOINT")
    say(election=election.pk)


def cast(election: str, client: str, of: str) -> None:
    """Cast for own places in turn until killed.  A form whose answer did not come is sent again."""
    places = list(Election.objects.get(pk=election).places.select_related("holder").order_by("number"))
    own, turn = places[int(client) :: int(of)], 0
    while True:
        place, token = own[turn % len(own)], secrets.token_hex(16)
        say(place=place.pk, token=token)
        tracker = None
        while tracker is None:
            tracker = _answer(place, token, "12"[turn % 2])
        say(place=place.pk, token=token, tracker=tracker)
        turn += 1


def _answer(place, token: str, choice: str) -> str | None:
    try:
        return cast_sealed_ballot(
            place=place, choice=choice, token=token, by=place.holder, now=database_now()
        )
    except DatabaseError:  # the server is down: as a person would, again
        close_old_connections()
        time.sleep(0.05)
        return None


def close(election: str) -> None:
    """The officer closes the vote at its end."""
    found = Election.objects.get(pk=election)
    say(begins="close")
    close_vote(election=found, by=officer(), now=end_of_vote(found))
    say(done="close")


def open_box(election: str, number: str, *words: str) -> None:
    """A scrutineer removes their layer; with the last one the box is opened and counted."""
    found = Election.objects.get(pk=election)
    scrutineer = found.scrutineers.select_related("person").get(number=int(number))
    at = end_of_vote(found) + HOUR
    say(begins="open")
    removed = remove_layer(
        scrutineer=scrutineer, purpose=Purpose.COUNT, typed=" ".join(words), by=scrutineer.person, now=at
    )
    say(done="open", passed=bool(removed.verdict))


if __name__ == "__main__":
    current_app.conf.task_always_eager = False
    current_app.conf.broker_url = "memory://"
    {"prepare": prepare, "cast": cast, "close": close, "open": open_box}[sys.argv[1]](*sys.argv[2:])
