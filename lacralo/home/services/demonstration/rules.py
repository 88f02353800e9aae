"""The rules of the demonstration: those in force, with roll-call elections."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_noop

from elections.enums import CalendarKey, PostKey, Secrecy
from elections.models import RotationRow
from elections.rules.calendar import generate, step
from elections.rules.parameters import ElectionRules
from elections.services.rotation import load_rotation
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.rulebook.models import RuleSet
from lacralo.core.rulebook.services.rule_sets import draft_next_rule_set, publish_rule_set, set_parameter

PRACTICE = "practice-roll-call"
#: The table of 2019 to 2027 comes back to its beginning after eight years.
_ROUND = 8
#: How far back the call of an election of the demonstration may lie.
_LONGEST_AGO = 150


def publish_practice_rules(*, now: datetime) -> RuleSet:
    """The rules in force, copied, with roll-call elections: the secret ballot comes with a later part."""
    after = RuleSet.objects.in_force_on(statute_day(now))
    draft = draft_next_rule_set(
        after=after, slug=PRACTICE, name=gettext_noop("Practice rules, roll call"), by=None, now=now
    )
    set_parameter(
        rule_set=draft, app="elections", key="secrecy_of_elections", value=Secrecy.ROLL_CALL,
        reason="Practice: everything of a roll-call vote can be looked at.", by=None, now=now,
    )  # fmt: skip
    return publish_rule_set(rule_set=draft, in_force_from=statute_day(now), by=None, now=now)


def continue_rotation(*, year: int, now: datetime) -> None:
    """A demonstration long after the published table ends continues it by its own round of eight years."""
    rows = {(row.year, row.post): row.subregion for row in RotationRow.objects.all()}
    last = max(each for each, _post in rows)
    posts = [post for post in PostKey if post != PostKey.OTHER]
    for each in range(last + 1, year + 1):
        rows |= {(each, str(post)): rows[each - _ROUND, str(post)] for post in posts}
    if year > last:
        lines = [
            ",".join([str(each), *(rows[each, str(post)] for post in posts)])
            for each in range(2019, year + 1)
        ]
        text = "\n".join([",".join(["year", *map(str, posts)]), *lines]) + "\n"
        load_rotation(text=text, source="Demonstration: the table continued", by=None, now=now)


def call_day(
    rules: ElectionRules, *, now: datetime, key: CalendarKey, past: timedelta, left: timedelta
) -> date:
    """The day of a call whose step `key` began at least `past` ago and lasts at least `left` more.

    A negative `left` asks for a step that ended at least so long ago.
    Raises LookupError when no calendar of these rules does.
    """
    for ago in range(1, _LONGEST_AGO):
        on = statute_day(now) - timedelta(days=ago)
        steps = generate(on, rules)
        found = step(steps, key)
        begun, ends = found.starts <= now - past, found.ends >= now + left
        if left < timedelta(0):
            ends = found.ends <= now + left
        if steps[0].starts.date() == on and begun and ends:
            return on
    raise LookupError(f"no call of the last {_LONGEST_AGO} days stands in {key} now")
