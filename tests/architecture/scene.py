"""The demonstration as a scene: somebody of every role, something at every stage."""

from datetime import datetime, timedelta
from functools import cached_property

from allauth.account.internal.userkit import user_id_to_str
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from conflicts.models import Statement
from elections.enums import NominationState
from elections.models import Ballot, Election, EligibilityChallenge, Nomination, Place, RollCorrection
from elections.services.calls import Call, prepare_election
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.home.services.demonstration import loading
from members.enums import Role
from members.models import Member, Position, Representation, Term
from tests.elections.builders import challenge

ROLES = ("stranger", "voter", "other", "nominee", "candidate", "secretary", "staff")


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


class Scene:
    """Who and what the doors are tried with."""

    def __init__(self, *, now: datetime):
        self.now = now
        self.browsers = {role: self._browser(role) for role in ROLES}
        _ = self.accepted, self.receipt

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
        by_post = {each.position.key: each for each in Election.objects.select_related("position")}
        found = {name: by_post.pop(str(stage.post)) for name, stage in stages.items()}
        return found | {"nominations": by_post.popitem()[1]}

    @cached_property
    def place(self) -> Place:
        """A place of the open vote that has not voted."""
        voted = Ballot.objects.filter(place__election=self.elections["open"]).values("place")
        places = Place.objects.filter(election=self.elections["open"]).exclude(pk__in=voted)
        return places.select_related("holder", "member").order_by("number").first()

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
        }

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
