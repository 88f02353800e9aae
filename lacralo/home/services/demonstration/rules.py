"""The rules of the demonstration: those in force, first with roll-call elections, then with secret ones."""

from collections.abc import Mapping
from dataclasses import replace
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
SECRET_PRACTICE = "practice-secret-ballot"
#: From so long before today the second set of practice rules is in force.
SECRET_SINCE = timedelta(days=20)
_ROLL_CALL = {"secrecy_of_elections": Secrecy.ROLL_CALL}
#: A whole election in two weeks, counted in days as they come: long enough to try every step.
_SECRET = {
    "secrecy_of_elections": Secrecy.SECRET,
    "working_days": False,
    "nomination_days": 4,
    "acceptance_days": 1,
    "review_days": 1,
    "eligibility_challenge_days": 1,
    "candidate_call_days": 1,
    "correction_days": 1,
    "provisional_roll_days": 2,
    "vote_days": 4,
    "challenge_days": 3,
}
#: The table of 2019 to 2027 comes back to its beginning after eight years.
_ROUND = 8
#: How far back the call of an election of the demonstration may lie.
_LONGEST_AGO = timedelta(days=150)


def publish_practice_rules(*, now: datetime) -> RuleSet:
    """The rules in force, copied, with roll-call elections: everything of a vote can be looked at."""
    name = gettext_noop("Practice rules, roll call")
    return _publish(PRACTICE, name, _ROLL_CALL, in_force_from=statute_day(now), now=now)


def publish_secret_practice_rules(*, in_force_from: date, now: datetime) -> RuleSet:
    """The same with secret elections and a short calendar."""
    name = gettext_noop("Practice rules, secret ballot")
    return _publish(SECRET_PRACTICE, name, _SECRET, in_force_from=in_force_from, now=now)


def secret_rules(rules: ElectionRules) -> ElectionRules:
    """What the second set of practice rules will say, given the first."""
    return replace(rules, **_SECRET)


def _publish(
    slug: str, name: str, values: Mapping[str, object], *, in_force_from: date, now: datetime
) -> RuleSet:
    after = RuleSet.objects.in_force_on(statute_day(now))
    draft = draft_next_rule_set(after=after, slug=slug, name=name, by=None, now=now)
    for key, value in values.items():
        set_parameter(
            rule_set=draft, app="elections", key=key, value=value,
            reason="Practice: every step can be tried at once.", by=None, now=now,
        )  # fmt: skip
    return publish_rule_set(rule_set=draft, in_force_from=in_force_from, by=None, now=now)


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
    rules: ElectionRules,
    *,
    now: datetime,
    key: CalendarKey,
    past: timedelta,
    left: timedelta,
    longest: timedelta = _LONGEST_AGO,
) -> date:
    """The day of a call whose step `key` began at least `past` ago and lasts at least `left` more.

    A negative `left` asks for a step that ended at least so long ago.
    Raises LookupError when no call of the time `longest` does.
    """
    for ago in range(1, longest.days + 1):
        on = statute_day(now) - timedelta(days=ago)
        steps = generate(on, rules)
        found = step(steps, key)
        begun, ends = found.starts <= now - past, found.ends >= now + left
        if left < timedelta(0):
            ends = found.ends <= now + left
        if steps[0].starts.date() == on and begun and ends:
            return on
    raise LookupError(f"no call of the last {longest.days} days stands in {key} now")
