"""A code typed wrongly is named, tells nothing, and can be tried only so often."""

from datetime import timedelta

import pytest

from elections.enums.acts import Act
from elections.enums.seals import Purpose, Seal
from elections.models import Scrutineer
from elections.services.scrutineers import confirm_code, make_code, name_scrutineer
from lacralo.core.notifications.models import Notice
from lacralo.core.vault import codes
from tests.builders import NOW, person
from tests.elections.builders import officer
from tests.elections.sealed import (
    CEREMONY,
    Papers,
    mixed,
    open_secret_vote,
    put_in,
    remove,
    scrutineer_person,
    secret_election,
    with_codes,
)
from tests.elections.secret.scene import acts_on, bars, mails, people_of, refusal, six_members

pytestmark = pytest.mark.django_db

AT = NOW - CEREMONY
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _members():
    six_members()


@pytest.fixture
def shown() -> tuple[Scrutineer, list[str]]:
    """A scrutineer and the words that were shown, not typed back yet."""
    election = secret_election()
    who = scrutineer_person()
    named = name_scrutineer(election=election, person=who, by=officer(), now=AT)
    return named, list(make_code(scrutineer=named, by=who, now=AT))


def typed(scrutineer: Scrutineer, words: str, *, at=AT):
    """The scrutineer types something."""
    return confirm_code(scrutineer=scrutineer, typed=words, by=scrutineer.person, now=at)


def another_code() -> str:
    """Words that are a code, of nobody."""
    return " ".join(codes.new_code("en"))


def test_the_words_are_in_no_column_of_what_is_kept(shown):
    named, words = shown
    named.refresh_from_db()
    kept = " ".join(str(value) for value in named.__dict__.values())
    kept += "".join(notice.body + notice.subject for notice in Notice.objects.all())

    # Two in their order: a single word of a code can stand in any sentence.
    pairs = [" ".join(words[place : place + 2]) for place in range(len(words) - 1)]
    assert [pair for pair in pairs if pair in kept] == []
    assert codes.secret_of(" ".join(words), "en").hex() not in kept
    assert len(named.public_key) == 64


@pytest.mark.parametrize(
    "as_typed",
    [
        lambda words: " ".join(words).upper(),
        lambda words: ",".join(words),
        lambda words: "\n".join(words),
        lambda words: "\n".join(f"{n}) {word}" for n, word in enumerate(words, 1)),
    ],
)
def test_a_code_typed_back_in_any_manner_is_right(shown, as_typed):
    named, words = shown

    assert bars(typed(named, as_typed(words))) == []
    named.refresh_from_db()
    assert named.confirmed_at == AT


@pytest.mark.parametrize("language", ["es", "pt-br", "fr"])
def test_who_reads_another_language_gets_its_words_and_types_them_without_accents(language):
    who = scrutineer_person()
    who.language = language
    who.save()
    named = name_scrutineer(election=secret_election(), person=who, by=officer(), now=AT)
    words = make_code(scrutineer=named, by=who, now=AT)
    who.language = "en"
    who.save()

    assert bars(typed(named, codes._plain(" ".join(words)))) == []


@pytest.mark.parametrize(
    ("slip", "bar", "facts"),
    [
        (lambda words: words[:11], Seal.CODE_NUMBER_OF_WORDS, {"number": 12}),
        (lambda words: [*words, "abandon"], Seal.CODE_NUMBER_OF_WORDS, {"number": 12}),
        (lambda words: [*words[:6], "lacralo", *words[7:]], Seal.CODE_WORD_UNKNOWN, {"place": 7}),
        (lambda words: ["zzz", *words[1:]], Seal.CODE_WORD_UNKNOWN, {"place": 1}),
    ],
)
def test_a_slip_that_the_words_show_is_named_and_is_no_try(shown, slip, bar, facts):
    named, words = shown

    verdicts = [typed(named, " ".join(slip(words))) for _ in range(7)]

    assert {(line.code, tuple(line.facts.items())) for each in verdicts for line in each.bars} == {
        (bar, tuple(facts.items()))
    }
    named.refresh_from_db()
    assert (named.failed_tries, named.waits_until) == (0, None)
    assert bars(typed(named, " ".join(words))) == []


def test_words_that_do_not_belong_together_are_told_from_a_wrong_code(shown):
    named, _words = shown

    assert bars(typed(named, " ".join(["about", *["abandon"] * 11]))) == [Seal.CODE_CHECKSUM]
    assert bars(typed(named, another_code())) == [Seal.CODE_WRONG]


def test_a_wrong_code_tells_nothing_but_that_it_is_wrong(shown):
    named, _words = shown

    (line,) = typed(named, another_code()).bars

    assert (line.code, dict(line.facts), line.article) == (Seal.CODE_WRONG, {}, "")


def test_five_wrong_codes_wait_an_hour_and_then_five_more_are_free(shown):
    named, words = shown

    wrong = [bars(typed(named, another_code())) for _ in range(5)]

    assert wrong == [[Seal.CODE_WRONG]] * 5
    assert refusal(lambda: typed(named, " ".join(words))) == [Seal.TRIES_EXHAUSTED]
    almost = AT + HOUR - timedelta(microseconds=1)
    assert refusal(lambda: typed(named, " ".join(words), at=almost)) == [Seal.TRIES_EXHAUSTED]
    assert [bars(typed(named, another_code(), at=AT + HOUR)) for _ in range(4)] == [[Seal.CODE_WRONG]] * 4
    assert bars(typed(named, " ".join(words), at=AT + HOUR)) == []


def test_the_officer_is_told_once_when_the_tries_are_used_up(shown):
    named, _words = shown

    for _ in range(5):
        typed(named, another_code())

    (mail,) = mails(":tries:")
    assert mail.person == named.election.returning_officer
    assert acts_on(named.election).count(Act.CODE_REFUSED) == 5


def test_a_right_code_begins_the_counting_of_wrong_ones_anew():
    papers = Papers()
    election = open_secret_vote(papers)
    put_in(election, 1, "1")
    mixed(election)
    first, second, _third = people_of(election)
    wrong = Papers()
    wrong.words = {first.pk: another_code()}
    at = NOW + timedelta(days=30)

    before = [bars(remove(first, wrong, Purpose.COUNT, at=at).verdict) for _ in range(4)]
    assert bars(remove(first, papers, Purpose.COUNT, at=at).verdict) == []
    assert bars(remove(second, papers, Purpose.COUNT, at=at).verdict) == []
    after = [bars(remove(first, wrong, Purpose.RECOUNT, at=at).verdict) for _ in range(4)]

    assert before == after == [[Seal.CODE_WRONG]] * 4
    assert bars(remove(first, papers, Purpose.RECOUNT, at=at).verdict) == []


def test_wrong_codes_of_one_scrutineer_hold_up_no_other():
    papers = Papers()
    election = open_secret_vote(papers)
    put_in(election, 1, "1")
    mixed(election)
    first, second, third = people_of(election)
    wrong = Papers()
    wrong.words = {first.pk: another_code()}
    at = NOW + timedelta(days=30)

    for _ in range(5):
        remove(first, wrong, Purpose.COUNT, at=at)

    assert refusal(lambda: remove(first, papers, Purpose.COUNT, at=at)) == [Seal.TRIES_EXHAUSTED]
    assert [remove(each, papers, Purpose.COUNT, at=at).missing for each in (third, second)] == [1, 0]


def test_the_code_of_another_scrutineer_is_wrong():
    papers = Papers()
    first, second, _third = with_codes(secret_election(), papers)
    again = " ".join(make_code(scrutineer=first, by=first.person, now=AT))

    assert bars(typed(first, papers.of(second))) == [Seal.CODE_WRONG]
    assert bars(typed(first, papers.of(first))) == [Seal.CODE_WRONG]
    assert bars(typed(first, again)) == []


def test_the_code_of_another_vote_opens_nothing_here():
    papers, others = Papers(), Papers()
    election = open_secret_vote(papers)
    other = open_secret_vote(others)
    put_in(election, 1, "1")
    mixed(election)
    here, there = people_of(election)[0], people_of(other)[0]
    others.words[here.pk] = others.of(there)

    answer = remove(here, others, Purpose.COUNT, at=NOW + timedelta(days=30))

    assert bars(answer.verdict) == [Seal.CODE_WRONG]


@pytest.mark.parametrize("act", [make_code, lambda **asked: confirm_code(typed="", **asked)])
@pytest.mark.parametrize("who", [officer, person, scrutineer_person])
def test_nobody_else_makes_or_types_a_code(shown, act, who):
    named, _words = shown
    somebody = who()

    assert refusal(lambda: act(scrutineer=named, by=somebody, now=AT)) == [Seal.NOT_THE_SCRUTINEER]
