"""A secret vote in any order of acts: the box, the board and the tally agree with a model."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from elections.enums import CalendarKey
from elections.enums.seals import Purpose
from elections.models import Board, Envelope, MixedEnvelope, Opening, SealedKey, Tally
from elections.rules.calendar import step
from elections.selectors.elections import steps_of
from elections.selectors.scrutiny import present_key
from elections.services.ballots import close_vote, open_vote
from elections.services.keys import freeze_key
from elections.services.mixing import DESTROY_TASK, destroy_box
from elections.services.proclamations import proclaim
from elections.services.scrutineers import confirm_code, make_code
from elections.services.sealed_ballots import bar_place
from lacralo.core.deadlines.models import Deadline
from lacralo.core.verdicts import Refused
from tests.builders import NOW
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote, place_of
from tests.elections.sealed import CEREMONY, Papers, put_in, remove, secret_election, with_codes
from tests.elections.secret.scene import people_of, six_members

PLACES, PEOPLE = st.integers(1, 6), st.integers(0, 2)


class SecretVote(RuleBasedStateMachine):
    """Officers, scrutineers and voters try whatever they like; what is refused changes nothing."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        six_members()
        self.papers, self.now = Papers(), NOW - CEREMONY
        self.election = secret_election()
        with_codes(self.election, self.papers)
        self.choices: dict[int, str] = {}
        self.barred: set[int] = set()
        self.casts = 0

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    def tried(self, act) -> object:
        """What an act came to; None when it was refused."""
        try:
            return act()
        except Refused:
            return None
        finally:
            self.election.refresh_from_db()

    @initialize(reached=st.integers(0, 5), first=st.sampled_from(["1", "2"]))
    def some_of_the_way_is_gone(self, reached, first):
        """So that every example is not spent on the ceremony: open, closed, counted, or final."""
        acts = (self.ceremony_is_held, self.vote_is_opened, self.vote_is_closed)
        for act in acts[:reached]:
            act()
            if act == self.vote_is_opened:
                for number in range(1, 6):
                    self.ballot_is_put_in(number, first if number % 2 else "2")
        if reached > 2:
            for who in (2, 0):
                self.layer_is_removed(who, Purpose.COUNT)
        if reached > 3:
            self.result_is_proclaimed()
        if reached > 4:
            self.bell_of_the_destruction_rings()

    @rule()
    def key_is_frozen(self):
        self.tried(lambda: freeze_key(election=self.election, by=officer(), now=self.now))

    @rule(who=PEOPLE)
    def code_is_lost(self, who):
        one = people_of(self.election)[who]
        words = self.tried(lambda: make_code(scrutineer=one, by=one.person, now=self.now))
        if words:
            self.papers.words[one.pk] = " ".join(words)

    @rule(who=PEOPLE)
    def code_is_typed_back(self, who):
        one = people_of(self.election)[who]
        typed = self.papers.of(one)
        self.tried(lambda: confirm_code(scrutineer=one, typed=typed, by=one.person, now=self.now))

    @rule(who=PEOPLE, purpose=st.sampled_from(Purpose))
    def layer_is_removed(self, who, purpose):
        one = people_of(self.election)[who]
        done = self.tried(lambda: remove(one, self.papers, purpose, at=self.now))
        assert done is None or done.verdict
        if done and done.recount:
            cast = Counter(each["choice"] for each in done.recount["ballots"])
            assert cast == Counter(self.choices.values())

    @rule()
    def ceremony_is_held(self):
        """Every code typed back, the key made, the test ballot opened: as far as it is allowed."""
        for who in range(3):
            self.code_is_typed_back(who)
        self.key_is_frozen()
        for who in range(3):
            self.layer_is_removed(who, Purpose.REHEARSAL)

    @rule()
    def vote_is_opened(self):
        self.now = max(self.now, NOW)
        self.tried(lambda: open_vote(election=self.election, by=officer(), now=self.now))

    @rule(number=PLACES, choice=st.sampled_from(["1", "2", "abstain", "3"]))
    def ballot_is_put_in(self, number, choice):
        if self.election.frozen_at and self.tried(lambda: put_in(self.election, number, choice, at=self.now)):
            self.choices[number] = choice
            self.casts += 1

    @rule(number=PLACES)
    def place_is_barred(self, number):
        act = {"reason": "Recused.", "by": officer(), "now": self.now}
        if self.election.frozen_at and self.tried(
            lambda: bar_place(place=place_of(self.election, number), **act)
        ):
            self.choices.pop(number, None)
            self.barred.add(number)

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours):
        self.now += timedelta(hours=hours)

    @rule()
    def vote_is_closed(self):
        if self.election.frozen_at:
            self.now = max(self.now, end_of_vote(self.election))
            self.tried(lambda: close_vote(election=self.election, by=officer(), now=self.now))

    @rule()
    def result_is_proclaimed(self):
        if self.election.counted_at:
            self.now = max(self.now, step(steps_of(self.election), CalendarKey.CHALLENGE).ends + HOUR)
            self.tried(lambda: proclaim(election=self.election, by=officer(), now=self.now))

    @rule()
    def bell_of_the_destruction_rings(self):
        for deadline in Deadline.objects.due(self.now).filter(task=DESTROY_TASK):
            self.tried(lambda deadline=deadline: destroy_box(pk=deadline.pk, now=self.now))

    @invariant()
    def marks_and_envelopes_agree_with_the_model(self):
        marked = set(Envelope.objects.filter(has_voted=True).values_list("place__number", flat=True))
        inside = Envelope.objects.exclude(sealed=None).count()
        mixed = MixedEnvelope.objects.count()
        assert marked == set(self.choices)
        assert inside == (0 if self.election.mixed_at else len(self.choices))
        over = self.election.mixed_at and not self.election.destroyed_at
        assert mixed == (len(self.choices) if over else 0)

    @invariant()
    def the_board_counts_every_cast_once(self):
        board = Board.objects.filter(election=self.election).first()
        assert (board is not None) == (self.election.mixed_at is not None)
        if board:
            assert board.envelopes == len(board.trackers) == len(self.choices)
            assert len({*board.trackers, *board.replaced, *board.voided}) == self.casts

    @invariant()
    def the_tally_agrees_with_the_model(self):
        assert Tally.objects.count() == (self.election.counted_at is not None)
        for tally in Tally.objects.all():
            told = tally.record["tally"]
            assert told["cast"]["heads"] == len(self.choices)
            heads = {each["option"]: each["heads"] for each in told["totals"]}
            cast = Counter(self.choices.values())
            assert {option: cast[option] for option in heads} == heads

    @invariant()
    def nothing_opens_without_a_rehearsed_key(self):
        key = present_key(self.election)
        if self.election.frozen_at:
            assert key.rehearsed_at
        destroyed = self.election.destroyed_at is not None
        assert SealedKey.objects.count() == (6 if key and not destroyed else 0)
        assert not Opening.objects.exclude(ended_at=None).exclude(remaining={}).exists()


@pytest.mark.django_db
def test_whatever_is_done_in_any_order_the_vote_agrees_with_a_model():
    run_state_machine_as_test(
        SecretVote,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
