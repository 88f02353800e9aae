"""An attacker who was given the whole database, and more, and looks for who chose what.

They know every row of every table with what PostgreSQL hides in it (`ctid`, `xmin`, `xmax`, `cmin`), the
order in which the network saw people vote, and, in the worst case, what is in each mixed envelope.  They put
the voters into every order that anything gives, the envelopes too, and compare each with each.  Written
against the tables as they are found, so that a column added later is compared as well.
"""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection

from elections.models import Election, MixedEnvelope, Place, SealedKey
from elections.rules.sealing import behind, code_context, layer_context
from elections.selectors.box import board_of, context_of
from elections.selectors.scrutiny import present_key
from lacralo.core.audit.models import Entry
from lacralo.core.people.models import Person
from lacralo.core.vault import codes
from lacralo.core.vault.seals import opened, tracker_of, unpadded
from members.models import Member
from tests.elections.sealed import Papers

#: Where chance ends.  A rank correlation or a number of right guesses passes 6.2 standard deviations once in
#: 1.7 thousand million comparisons.  Neighbours that stay neighbours are about two, Poisson: twenty of them
#: come once in 10 million million.  Some thousand comparisons are made: one false alarm in 100 000 runs.
DEVIATIONS, NEIGHBOURS = 6.2, 20
HIDDEN = ("ctid", "xmin", "xmax", "cmin", "cmax")

Key = int | str
Order = Mapping[Key, object]


@dataclass(frozen=True)
class Link:
    """An order of voters that says something of an order of envelopes."""

    voters: str
    envelopes: str
    statistic: str
    value: float


@dataclass(frozen=True)
class Known:
    """What really happened: the tracker of the last envelope of each place that voted, and its choice."""

    trackers: Mapping[int, str]
    choices: Mapping[int, str]


def private_key(election: Election, papers: Papers) -> X25519PrivateKey:
    """The private half of the key, from the words of as many scrutineers as it takes."""
    key = present_key(election)
    order = SealedKey.objects.filter(key=key).order_by("order").first()
    rest, layer = order.order, order.sealed
    while rest:
        number = int(rest.split("-")[0])
        scrutineer = election.scrutineers.get(number=number)
        secret = codes.secret_of(papers.of(scrutineer), scrutineer.code_language)
        own = codes.key_of(secret, code_context(election=election.slug, number=number))
        context = layer_context(election=election.slug, version=key.version)
        layer = opened(layer, own, context=context).decode("latin-1")
        rest = behind(rest, number)
    return X25519PrivateKey.from_private_bytes(layer.encode("latin-1"))


def contents(election: Election, private: X25519PrivateKey) -> dict[str, dict]:
    """What each mixed envelope says, by its tracker."""
    context = context_of(election)
    sealed = MixedEnvelope.objects.filter(election=election).values_list("sealed", flat=True)
    return {tracker_of(each): json.loads(unpadded(opened(each, private, context=context))) for each in sealed}


def table_rows(table: str) -> list[dict[str, object]]:
    """Every row of a table with what is hidden in it, as PostgreSQL writes it."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {", ".join(HIDDEN)}, t.* FROM "{table}" t')
        names = [each.name for each in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def whole_database() -> dict[str, list[dict[str, object]]]:
    """Every row of every table, by table."""
    with connection.cursor() as cursor:
        return {table: table_rows(table) for table in connection.introspection.table_names(cursor)}


def found_in(told: str, database: Mapping[str, list[dict[str, object]]]) -> set[str]:
    """The columns in which a text stands, anywhere."""
    return {
        f"{table}.{column}"
        for table, rows in database.items()
        for row in rows
        for column, value in row.items()
        if told in str(value)
    }


def orders_of_voters(places: Sequence[Place], seen: Mapping[str, Order]) -> dict[str, Order]:
    """Every order that any table gives to the places that voted; `seen` are those of the network."""
    ways = {
        Place: {each.pk: each.pk for each in places},
        Member: {each.member_id: each.pk for each in places},
        Person: {each.holder_id: each.pk for each in places},
    }
    found = dict(seen)
    for model in apps.get_models():
        rows = table_rows(model._meta.db_table)
        for field in model._meta.concrete_fields:
            target = field.remote_field and field.remote_field.model
            if model in ways and field.primary_key:
                target = model
            if target in ways:
                found |= _orders(f"{model._meta.db_table}.{field.column}", rows, field.column, ways[target])
    actors = [row | {"actor": int(row["actor_id"] or 0)} for row in table_rows(Entry._meta.db_table)]
    sessions = [
        row | {"person": int(Session(session_data=row["session_data"]).get_decoded().get("_auth_user_id", 0))}
        for row in table_rows(Session._meta.db_table)
    ]
    found |= _orders("core_entry.actor", actors, "actor", ways[Person])
    return found | _orders("django_session.person", sessions, "person", ways[Person])


def _orders(name: str, rows: Iterable[dict], column: str, way: Mapping[int, int]) -> dict[str, Order]:
    """The order of places by the first and by the last row that names each, in every column."""
    by_place: dict[int, list[dict]] = defaultdict(list)
    for row in rows:
        if row[column] in way:
            by_place[way[row[column]]].append(row)
    found = {}
    for other in next(iter(by_place.values()))[0] if by_place else ():
        values = {place: [_sortable(row[other]) for row in rows] for place, rows in by_place.items()}
        found[f"{name} first {other}"] = {place: min(each) for place, each in values.items()}
        found[f"{name} last {other}"] = {place: max(each) for place, each in values.items()}
        found[f"{name} number of rows"] = {place: (0, len(each)) for place, each in values.items()}
    return found


def orders_of_envelopes(election: Election, inside: Mapping[str, dict]) -> dict[str, Order]:
    """Every order that the tables, the board and what is inside give to the mixed envelopes."""
    found: dict[str, dict] = defaultdict(dict)
    for row in table_rows(MixedEnvelope._meta.db_table):
        for column, value in row.items():
            found[column][tracker_of(row["sealed"])] = _sortable(value)
    for position, tracker in enumerate(board_of(election).trackers):
        found["board"][tracker] = (0, position)
    for tracker, said in inside.items():
        for name, value in said.items():
            found[f"inside {name}"][tracker] = _sortable(value)
    return dict(found)


def _sortable(value: object) -> tuple:
    if isinstance(value, int):
        return (0, value)
    text = str(value)
    if text.isdigit():
        return (0, int(text))
    numbers = text.strip("()").split(",")
    if text.startswith("(") and all(each.isdigit() for each in numbers):
        return (1, *map(int, numbers))  # a ctid: page, then line
    return (2, text)


def links(known: Known, voters: Mapping[str, Order], envelopes: Mapping[str, Order]) -> list[Link]:
    """Every pair of orders that agrees better than chance; empty when the mix has held."""
    places = sorted(known.trackers)
    by_voter = _distinct({name: [order.get(each) for each in places] for name, order in voters.items()})
    mixed = [known.trackers[each] for each in places]
    by_envelope = _distinct({name: [order[each] for each in mixed] for name, order in envelopes.items()})
    choices = [known.choices[each] for each in places]
    return [
        Link(voter, envelope, statistic, value)
        for voter, left in by_voter.items()
        for envelope, right in by_envelope.items()
        for statistic, value, bound in (
            ("rank correlation", _correlation(left, right), DEVIATIONS),
            ("right guesses", _guesses(left, right, choices), DEVIATIONS),
            ("neighbours", _neighbours(left, right), NEIGHBOURS),
        )
        if abs(value) >= bound
    ]


def _distinct(orders: Mapping[str, list]) -> dict[str, list[float]]:
    """Ranks, ties shared; an order that says nothing, or the same as another, is left out."""
    found: dict[tuple, str] = {}
    for name, values in orders.items():
        ranks = tuple(_ranks(values))
        if len(set(ranks)) > 1:
            found.setdefault(ranks, name)
    return {name: list(ranks) for ranks, name in found.items()}


def _ranks(values: Sequence[object]) -> list[float]:
    known = sorted(each for each in values if each is not None)
    times, first = Counter(known), {}
    for rank, each in enumerate(known):
        first.setdefault(each, rank)
    return [-1.0 if each is None else first[each] + (times[each] - 1) / 2 for each in values]


def _correlation(left: Sequence[float], right: Sequence[float]) -> float:
    """Spearman's rank correlation in standard deviations of chance."""
    size = len(left)
    middle_left, middle_right = sum(left) / size, sum(right) / size
    together = sum((x - middle_left) * (y - middle_right) for x, y in zip(left, right, strict=True))
    spread = sqrt(sum((x - middle_left) ** 2 for x in left) * sum((y - middle_right) ** 2 for y in right))
    return together / spread * sqrt(size - 1)


def _guesses(left: Sequence[float], right: Sequence[float], choices: Sequence[str]) -> float:
    """The first of one order is guessed to be the first of the other, and so on: right choices, in standard
    deviations of chance.
    """
    size = len(choices)
    pairs = zip(_in_order(left, "voters"), _in_order(right, "envelopes"), strict=True)
    right_ones = sum(choices[voter] == choices[envelope] for voter, envelope in pairs)
    times = list(Counter(choices).values())
    expected = sum(each**2 for each in times) / size
    own = sum((each * (size - each)) ** 2 for each in times)
    shared = sum(x**2 * y**2 for i, x in enumerate(times) for j, y in enumerate(times) if i != j)
    return (right_ones - expected) / sqrt((own + shared) / (size**2 * (size - 1)))


def _neighbours(left: Sequence[float], right: Sequence[float]) -> int:
    """How many neighbours in one order are neighbours in the other."""
    place = {who: position for position, who in enumerate(_in_order(right, "envelopes"))}
    line = _in_order(left, "voters")
    return sum(abs(place[x] - place[y]) == 1 for x, y in pairwise(line))


def _in_order(ranks: Sequence[float], side: str) -> list[int]:
    """Who stands where; equals are drawn, on each side by itself: their order says nothing."""
    drawn = random.Random(side).sample(range(len(ranks)), len(ranks))
    return sorted(range(len(ranks)), key=lambda each: (ranks[each], drawn[each]))
