"""Who and what the demonstration holds, as the tests of the pages need it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from elections.enums import CalendarKey, NominationState, Secrecy
from elections.models import Ballot, Election, EligibilityChallenge, Nomination, Place, RollCorrection
from elections.rules.calendar import step
from elections.selectors.elections import steps_of
from elections.selectors.eligibility import sheet
from elections.selectors.links import link_token
from elections.selectors.scrutiny import present_key
from elections.services.ballots import close_vote
from elections.services.calls import Call, prepare_election
from elections.services.eligibility import challenge_line
from elections.services.keys import freeze_key
from elections.services.rolls import ask_correction
from elections.services.scrutineers import confirm_code, make_code
from lacralo.core.deadlines.clock import database_now, statute_day
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.people.models import Person
from lacralo.home.selectors.cast import cast
from lacralo.home.services.demonstration import loading
from members.models import SkillSheet
from members.selectors.representation import represented_members

HOURS = timedelta(hours=1)
DAYS = timedelta(days=1)


@dataclass(frozen=True)
class Scene:
    """The elections of the demonstration by where they stand, and people by what they do in them."""

    finished: Election
    to_proclaim: Election
    to_close: Election
    voting: Election
    to_open: Election
    nominating: Election
    unsealed: Election
    mixed: Election
    sealing: Election
    ceremony: Election
    people: dict[str, Person | None]
    now: datetime

    @classmethod
    def found(cls) -> "Scene":
        """What was loaded."""
        now = database_now()
        posts = (loading.FINISHED, loading.TO_PROCLAIM, loading.TO_CLOSE, loading.OPEN, loading.TO_OPEN)
        roll_calls = Election.objects.filter(secrecy=Secrecy.ROLL_CALL)
        elections = [roll_calls.get(position__key=str(stage.post)) for stage in posts]
        elections.append(roll_calls.exclude(pk__in=[each.pk for each in elections]).get())
        secret = Election.objects.filter(secrecy=Secrecy.SECRET)
        secret = [secret.get(position__key=str(stage.post)) for stage in loading.SECRET]
        players = cast(now)
        people = {
            "public": None,
            "officer": elections[0].returning_officer,
            "staff": players.staff[0].person,
            "voter": players.voters_due[0].person,
            "skilled": SkillSheet.objects.order_by("pk").first().person,
            "voted": players.voters_done[0].person,
            "nominee": players.nominees[0].person,
            "candidate": _not_eligible(elections[-1], now).nominee,
            "sealer": players.secret.due[0].person,
            "sealed": players.secret.done[0].person,
            "scrutineer": secret[-1].scrutineers.get(number=2).person,
            "observer": players.observers[0].person,
        }
        return cls(*elections, *secret, people, now)

    @property
    def candidacy(self) -> Nomination:
        """The nomination of the candidate, one of whose lines does not pass."""
        return Nomination.objects.get(election=self.nominating, nominee=self.people["candidate"])

    @property
    def failing_line(self) -> str:
        """The line of that candidate's sheet that does not pass."""
        return str(sheet(self.candidacy, now=self.now).verdict.bars[0].code)

    @property
    def token(self) -> str:
        """What the link in the nominee's mail carries."""
        return link_token(Nomination.objects.get(election=self.nominating, nominee=self.people["nominee"]))

    @property
    def ballot(self) -> Ballot:
        """The ballot of the person who has voted."""
        ballots = Ballot.objects.select_related("place")
        return ballots.filter(place__election=self.voting, cast_by=self.people["voted"]).latest("pk")

    @property
    def paper(self) -> IssuedDocument:
        """A proclamation on paper."""
        return IssuedDocument.objects.without_content().order_by("pk")[0]

    def draft(self) -> Election:
        """The officer has prepared another election, whose call has not gone out."""
        today = statute_day(self.now)
        done = self.finished
        call = Call(done.position, done.year, today, today + 200 * DAYS, today + 500 * DAYS)
        return prepare_election(call=call, by=self.people["officer"], now=self.now)

    @property
    def sealing_place(self) -> Place:
        """A place of the open secret vote that has put its envelope in."""
        return Place.objects.get(election=self.sealing, holder=self.people["sealed"])

    def with_every_code(self) -> Election:
        """Every scrutineer of the vote before its ceremony has typed their code back."""
        for each in self.ceremony.scrutineers.filter(confirmed_at=None).select_related("person"):
            words = make_code(scrutineer=each, by=each.person, now=self.now)
            confirm_code(scrutineer=each, typed=" ".join(words), by=each.person, now=self.now)
        return self.ceremony

    def with_a_key(self) -> Election:
        """The officer has made its key; the test ballot waits."""
        if present_key(self.ceremony) is None:
            freeze_key(election=self.with_every_code(), by=self.people["officer"], now=self.now)
        return self.ceremony

    def closed(self) -> Election:
        """The officer has closed the vote that was over, by hand."""
        return close_vote(election=self.to_close, by=self.people["officer"], now=self.now)

    def disputed(self) -> EligibilityChallenge:
        """A candidate has disputed a line of the sheet."""
        return challenge_line(
            nomination=self.candidacy, line=self.failing_line, reason="I live in another country.",
            by=self.people["candidate"], now=self.now,
        )  # fmt: skip

    def correction(self) -> RollCorrection:
        """A representative has said, while it was possible, that the roll is wrong."""
        published = step(steps_of(self.to_open), CalendarKey.PROVISIONAL_ROLL).starts + 4 * HOURS
        voter = self.people["voter"]
        member = represented_members(voter, on=statute_day(published)).first()
        return ask_correction(
            election=self.to_open, member=member, request="Our name has changed.", by=voter, now=published
        )


def _not_eligible(election: Election, now: datetime) -> Nomination:
    accepted = Nomination.objects.filter(election=election, state=NominationState.ACCEPTED)
    return next(each for each in accepted.order_by("pk") if not sheet(each, now=now).is_valid)
