"""Rotation of posts over the four sub-regions (OP 7.2.a), and what happens when nobody stands.

The table is data, frozen and published.  The fallback of its three phases never moves it.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO

from elections.enums import NominationPhase, Nominators, PostKey, RoundStep
from elections.rules.parameters import ElectionRules

SUBREGIONS = frozenset("ABCD")
ROTATING = tuple(post for post in PostKey if post != PostKey.OTHER)


class UnknownYear(LookupError):
    """The table has no row for the year: a motion has to extend it."""

    def __init__(self, year: int):
        self.year = year
        super().__init__(f"the rotation table has no year {year}")


class UnknownPost(LookupError):
    """The table has no column for the post."""

    def __init__(self, post: object):
        self.post = post
        super().__init__(f"the rotation table has no post {post!r}")


class BadTable(ValueError):
    """The text is no rotation table; the message names the line."""


@dataclass(frozen=True)
class RotationTable:
    """Which sub-region has which post in which year."""

    rows: Mapping[int, Mapping[PostKey, str]]

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the table, in order."""
        return tuple(sorted(self.rows))

    def subregion(self, year: int, post: PostKey) -> str:
        """The sub-region whose turn it is.

        Raises UnknownYear, UnknownPost: a year or post that nobody foresaw never means "everybody".
        """
        if year not in self.rows:
            raise UnknownYear(year)
        try:
            return self.rows[year][PostKey(post)]
        except (KeyError, ValueError):
            raise UnknownPost(post) from None


def parse_rotation(text: str) -> RotationTable:
    """The table from CSV with a column `year` and one for each post.

    Raises BadTable, with the number of the line, for a missing column, a year twice or not a number,
    and a sub-region that is not A, B, C or D.
    """
    reader = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    missing = {"year", *ROTATING} - set(reader.fieldnames or ())
    if missing:
        raise BadTable(f"line 1: missing columns: {', '.join(sorted(missing))}")
    rows: dict[int, dict[PostKey, str]] = {}
    for row in reader:
        year, subregions = _row(row, reader.line_num)
        if year in rows:
            raise BadTable(f"line {reader.line_num}: the year {year} stands twice")
        rows[year] = subregions
    if not rows:
        raise BadTable("line 2: the table has no year")
    return RotationTable(rows)


def is_elected_in(year: int, post: PostKey) -> bool:
    """Whether the post is filled by a regular election in that year, and not by succession or not at all.

    NomCom yearly; the seats in the ALAC in even and odd years; chair-elect and secretary-elect in odd years;
    chair and secretary follow by succession, except in 2019, when all posts were filled anew.
    """
    odd = year % 2 == 1
    return {
        PostKey.NOMCOM: True,
        PostKey.ALAC_EVEN: not odd,
        PostKey.ALAC_ODD: odd,
        PostKey.CHAIR_ELECT: odd,
        PostKey.SECRETARY_ELECT: odd,
        PostKey.CHAIR: year == 2019,
        PostKey.SECRETARY: year == 2019,
        PostKey.OTHER: True,
    }[PostKey(post)]


def nominators_in(phase: NominationPhase, rules: ElectionRules) -> Nominators:
    """Who nominates in a phase: in the second only members of the sub-region, in the third any member."""
    if not rules.rotation or phase == NominationPhase.OPEN_TO_ALL:
        return Nominators.ANY_MEMBER
    if phase == NominationPhase.NAMED_BY_SUBREGION:
        return Nominators.MEMBERS_OF_SUBREGION
    return rules.nominators


def nominees_limited_to_subregion(phase: NominationPhase, rules: ElectionRules) -> bool:
    """Whether only people of an ALS in the sub-region may stand: in the first phase of a rotating post."""
    return rules.rotation and phase == NominationPhase.SUBREGION


def after_deadline(phase: NominationPhase, valid: int, rules: ElectionRules) -> RoundStep:
    """What follows when a phase is over with so many valid candidates; any one of them is enough to go on.

    With nobody, the next phase opens; after the third, or without rotation, the post stays vacant.
    """
    if valid:
        return RoundStep.GO_ON
    if not rules.rotation or phase == NominationPhase.OPEN_TO_ALL:
        return RoundStep.VACANT
    return RoundStep.PHASE_2 if phase == NominationPhase.SUBREGION else RoundStep.PHASE_3


def _row(row: Mapping[str, str], line: int) -> tuple[int, dict[PostKey, str]]:
    year = (row["year"] or "").strip()
    if not year.isdecimal():
        raise BadTable(f"line {line}: {year!r} is not a year")
    subregions = {post: (row[post] or "").strip() for post in ROTATING}
    for post, subregion in subregions.items():
        if subregion not in SUBREGIONS:
            raise BadTable(f"line {line}: {subregion!r} is not a sub-region ({post})")
    return int(year), subregions
