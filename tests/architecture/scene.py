"""The demonstration as a scene: somebody of every role, something at every stage."""

import re
from datetime import datetime, timedelta
from functools import cached_property

from allauth.account.internal.userkit import user_id_to_str
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from conflicts.models import Statement
from elections.enums import NominationState, Secrecy
from elections.models import Ballot, Election, EligibilityChallenge, Nomination, Place, RollCorrection
from elections.services.calls import Call, prepare_election
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.home.services.demonstration import loading
from lacralo.home.services.demonstration.papers import Papers
from members.enums import Role
from members.models import Member, Position, Representation, SkillSheet, Term
from tests.elections.builders import challenge

ROLES = ("stranger", "voter", "other", "nominee", "candidate", "secretary", "staff", "scrutineer")
#: Who types codes in the scene: she acts for no member, and in the ceremony her code was shown to her.
SCRUTINEER = 2
_TELLING = 8


def named_addresses() -> set[str]:
    """Every name of an address of ours; the pages of libraries guard themselves and are swept apart."""

    def walk(resolver: URLResolver, spaces: tuple[str, ...]):
        for each in resolver.url_patterns:
            if isinstance(each, URLPattern):
                yield ":".join((*spaces, each.name or ""))
            else:
                yield from walk(each, (*spaces, each.namespace) if each.namespace else spaces)

    names = set(walk(get_resolver(), ()))
    return {name for name in names if not name.startswith(("admin:", "account_", "mfa_"))}


def are_told(words: list[str], text: str) -> bool:
    """Whether most of the twelve words of a code stand in a text; one or two are words that pages use."""
    found = set(re.findall(r"\w+", text))
    return sum(word in found for word in words) >= _TELLING


class Scene:
    """Who and what the doors are tried with."""

    def __init__(self, *, now: datetime, papers: Papers):
        self.now = now
        self.codes = [sheet["words"] for sheet in papers.sheets]
        self.browsers = {role: self._browser(role) for role in ROLES}
        _ = self.accepted, self.receipt, self.sealed_place

    @cached_property
    def elections(self) -> dict[str, Election]:
        """The election at each stage, by what can be done next."""
        stages = {
            "finished": loading.FINISHED,
            "counted": loading.TO_PROCLAIM,
            "ended": loading.TO_CLOSE,
            "open": loading.OPEN,
            "rolled": loading.TO_OPEN,
        }
        secret = {
            "unsealed": loading.SECRET_FINISHED,
            "mixed": loading.TO_UNSEAL,
            "sealed": loading.SECRET_OPEN,
            "ceremony": loading.TO_REHEARSE,
        }
        found = self._by_post(Secrecy.ROLL_CALL)
        roll_calls = {name: found.pop(str(stage.post)) for name, stage in stages.items()}
        sealed = self._by_post(Secrecy.SECRET)
        votes = {name: sealed[str(stage.post)] for name, stage in secret.items()}
        return {**roll_calls, **votes, "nominations": found.popitem()[1]}

    def _by_post(self, secrecy: Secrecy) -> dict[str, Election]:
        elections = Election.objects.filter(secrecy=secrecy).select_related("position")
        return {each.position.key: each for each in elections}

    @cached_property
    def place(self) -> Place:
        """A place of the open vote that has not voted."""
        voted = Ballot.objects.filter(place__election=self.elections["open"]).values("place")
        places = Place.objects.filter(election=self.elections["open"]).exclude(pk__in=voted)
        return places.select_related("holder", "member").order_by("number").first()

    @cached_property
    def sealed_place(self) -> Place:
        """The place of the same voter in the secret vote that is open; no envelope is in yet."""
        places = Place.objects.filter(election=self.elections["sealed"], envelope__has_voted=False)
        return places.select_related("holder", "member").get(holder=self.place.holder)

    @cached_property
    def waiting(self) -> Nomination:
        """A nomination that was not answered."""
        return Nomination.objects.select_related("nominee").get(state=NominationState.SUBMITTED)

    @cached_property
    def accepted(self) -> Nomination:
        """A nomination that was accepted, of the same election."""
        same = Nomination.objects.filter(election=self.waiting.election, state=NominationState.ACCEPTED)
        return same.select_related("nominee").order_by("pk").first()

    @cached_property
    def people(self) -> dict[str, Person | None]:
        """Somebody of each role."""
        standing = Nomination.objects.filter(election=self.waiting.election).values("nominee")
        others = Representation.objects.filter(role=Role.ALTERNATE).exclude(person__in=standing)
        others = others.exclude(person__in=Term.objects.values("person")).select_related("person")
        return {
            "stranger": None,
            "voter": self.place.holder,
            "other": others.order_by("pk").first().person,
            "nominee": self.waiting.nominee,
            "candidate": self.accepted.nominee,
            "secretary": Term.objects.get(position__key="secretary").person,
            "staff": Person.objects.get(is_staff=True),
            "scrutineer": self.elections["ceremony"].scrutineers.get(number=SCRUTINEER).person,
        }

    def tells_a_code(self, text: str) -> bool:
        """Whether the words of any scrutineer's code stand in a text."""
        return any(are_told(words, text) for words in self.codes)

    @property
    def challenge(self) -> EligibilityChallenge:
        """A challenge of eligibility that waits for an answer; made for this door alone."""
        return challenge(self.accepted, "elections.same_nationality")

    @property
    def correction(self) -> RollCorrection:
        """A request for a correction of the roll that waits for an answer; made for this door alone."""
        place = Member.objects.order_by("pk").first()
        return RollCorrection.objects.create(
            election=self.elections["rolled"], member=place, filed_by=self.people["voter"],
            request="The name is spelt wrongly.", filed_at=self.now,
        )  # fmt: skip

    @property
    def draft(self) -> Election:
        """An election whose call has not gone out; made for this door alone."""
        posts = Election.objects.values("position")
        free = Position.objects.filter(is_elected=True).exclude(pk__in=posts).first()
        day = statute_day(self.now)
        call = Call(
            position=free, year=day.year, call_on=day,
            term_start=day + timedelta(days=90), term_end=day + timedelta(days=800),
        )  # fmt: skip
        return prepare_election(call=call, by=self.people["secretary"], now=self.now)

    @cached_property
    def statement(self) -> int:
        """A statement of interest of the candidate."""
        return Statement.objects.filter(person=self.accepted.nominee).first().pk

    @cached_property
    def skills(self) -> SkillSheet:
        """The entry of somebody who keeps all of it to officers."""
        return SkillSheet.objects.order_by("pk").filter(topics_audience="officers").first()

    @cached_property
    def receipt(self) -> str:
        """The receipt of a ballot in the open vote."""
        ballots = Ballot.objects.filter(place__election=self.elections["open"])
        return ballots.order_by("pk").first().receipt

    def _browser(self, role: str) -> Client:
        """A browser in which somebody of that role has signed in, second factor shown."""
        client, person = Client(), self.people[role]
        if person:
            client.force_login(person)
            session = client.session
            session["account_authentication_methods"] = [{"method": "mfa", "at": 0}]
            session["account_authentication_methods_user"] = user_id_to_str(person)
            session.save()
        return client
