"""The pages, as those who come to them see them: strangers, members, nominees, officers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from elections.enums import Bar, CalendarKey, NominationState
from elections.models import Election, EligibilityChallenge, Nomination, PlaceBar
from elections.selectors.elections import steps_of
from elections.selectors.links import link_token
from lacralo.core.deadlines.clock import database_now
from lacralo.core.people.models import Person
from tests.builders import accredited, person, position, subregions, term, voter_of
from tests.elections.builders import (
    announced,
    candidate,
    challenge,
    end_step,
    nomination_for,
    officer,
    open_call,
    prepared,
    rotation,
    rule_set,
    written,
)
from tests.elections.poll import HOUR, holder_of, open_vote_of, place_of, published_members
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

ACCEPTED = {
    "answer": "accept",
    "statement": "Here is what I will do.",
    "language": "en",
    "nationality": "PE",
    "residence": "PE",
    "pledge": "on",
}


def page(name: str, *args) -> str:
    return reverse(f"elections:{name}", args=args)


@pytest.fixture
def now():
    """The present, as the database has it."""
    return database_now()


@pytest.fixture
def election(now):
    """Nominations are open."""
    subregions(), rotation()
    return open_call(now=now)


@pytest.fixture
def desk(client):
    """An officer before the portal, second factor shown."""
    return at_the_desk(client, officer())


def test_the_open_pages_need_no_account(client, election):
    standing = candidate(election)

    for path in (
        page("election_list"),
        page("rotation"),
        page("how_it_works"),
        page("election_detail", election.slug),
        page("candidate", election.slug, standing.pk),
    ):
        assert client.get(path).status_code == 200, path


def test_the_empty_list_says_so_and_the_unloaded_table_too(client):
    assert "groups" in client.get(page("election_list")).context
    assert client.get(page("election_list")).context["is_empty"] is True
    assert client.get(page("rotation")).context["rows"] == []


@pytest.mark.parametrize(
    ("year", "is_empty"), [("²", False), ("-1", False), ("x", False), ("99999999999999999999", True)]
)
def test_a_year_that_is_none_is_no_error_and_filters_nothing(client, election, year, is_empty):
    shown = client.get(page("election_list"), {"year": year})

    assert (shown.status_code, shown.context["is_empty"]) == (200, is_empty)


def test_a_draft_is_no_page_for_a_stranger_and_one_for_an_officer(client):
    draft = prepared()

    before = client.get(page("election_detail", draft.slug)).status_code
    at_the_desk(client, officer())

    assert (before, client.get(page("election_detail", draft.slug)).status_code) == (404, 200)


@pytest.mark.parametrize("name", ["election_detail", "candidate"])
def test_a_page_takes_as_many_queries_with_thirty_candidates_as_with_one(client, election, name):
    def queries() -> int:
        args = [election.slug] if name == "election_detail" else [election.slug, standing.pk]
        with CaptureQueriesContext(connection) as captured:
            assert client.get(page(name, *args)).status_code == 200
        return len(captured)

    standing = candidate(election)
    one = queries()
    for _ in range(29):
        candidate(election)

    assert queries() == one


def test_the_list_takes_as_many_queries_with_thirty_elections_as_with_one(client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(page("election_list"))
        return len(captured)

    announced()
    one = queries()
    for year in range(1996, 2025):
        announced(year=year)

    assert queries() == one


def test_who_has_not_accepted_has_no_public_page(client, election):
    nomination = nomination_for(election)
    path = page("candidate", election.slug, nomination.pk)

    stranger = client.get(path).status_code
    client.force_login(nomination.nominee)
    own = client.get(path).status_code
    client.force_login(voter_of(accredited()))
    member = client.get(path).status_code

    assert (stranger, own, member) == (404, 200, 404)


def test_a_member_nominates_in_two_steps(client, election):
    andes = accredited("Andes en Red", country="PE")
    client.force_login(voter_of(andes))
    path = page("nominate", election.slug)

    first = client.get(path)
    second = client.get(path, {"als": andes.slug})
    sent = client.post(
        f"{path}?als={andes.slug}",
        {"nominee": "new", "name": "Inés", "email": "ines@example.org", "language": "es",
         "nominating_member": andes.pk, "reason": "She knows the work."},
    )  # fmt: skip

    assert "Andes en Red" in first.content.decode()
    assert second.context["member"] == andes
    assert sent.headers["Location"] == election.get_absolute_url()
    assert Nomination.objects.get().nominee == Person.objects.get(email="ines@example.org")


def test_who_nominates_themselves_goes_on_to_accept(client, election):
    andes = accredited(country="PE")
    client.force_login(voter_of(andes))

    sent = client.post(
        f"{page('nominate', election.slug)}?als={andes.slug}",
        {"nominee": voter_of(andes).pk, "nominating_member": andes.pk},
    )

    assert sent.headers["Location"] == page("nomination_answer", link_token(Nomination.objects.get()))


def test_a_known_address_is_not_entered_twice_and_the_typed_text_stays(client, election):
    andes = accredited(country="PE")
    known = person(email="ines@example.org")
    client.force_login(voter_of(andes))

    answer = client.post(
        f"{page('nominate', election.slug)}?als={andes.slug}",
        {"nominee": "new", "name": "Inés", "email": known.email.upper(), "language": "es",
         "nominating_member": andes.pk, "reason": "She knows the work."},
    )  # fmt: skip

    assert list(answer.context["form"].errors) == ["email"]
    assert "She knows the work." in answer.content.decode()
    assert Nomination.objects.count() == 0


def test_the_als_of_another_subregion_is_refused_with_the_reason(client, election):
    andes, mercosur = accredited(country="PE"), accredited(country="AR")
    client.force_login(voter_of(andes))
    path = f"{page('nominate', election.slug)}?als={mercosur.slug}"

    shown = client.get(path)
    sent = client.post(path, {"nominee": voter_of(mercosur).pk, "nominating_member": andes.pk})

    assert [str(line.code) for line in shown.context["refused"].bars] == [Bar.NOT_OF_SUBREGION]
    assert sent.status_code == 403
    assert [str(line.code) for line in sent.context["verdict"].bars] == [Bar.NOT_OF_SUBREGION]


def test_when_nominations_are_closed_the_page_says_why(client, now):
    election = open_call(now=now, at=CalendarKey.ACCEPTANCE)
    client.force_login(voter_of(accredited()))

    answer = client.get(page("nominate", election.slug))

    assert answer.status_code == 403
    assert [str(line.code) for line in answer.context["verdict"].bars] == [Bar.NOMINATIONS_CLOSED]


def test_the_link_changes_nothing_until_it_is_answered_and_makes_a_candidate_then(client, election):
    nomination = nomination_for(election)
    path = page("nomination_answer", link_token(nomination))

    opened = client.get(path)
    before = Nomination.objects.get().state
    answered = client.post(path, ACCEPTED)

    assert (opened.status_code, before) == (200, NominationState.SUBMITTED)
    assert answered.headers["Location"] == nomination.get_absolute_url()
    assert Nomination.objects.get().state == NominationState.ACCEPTED
    assert "Here is what I will do." in client.get(nomination.get_absolute_url()).content.decode()


def test_the_link_declines(client, election):
    nomination = nomination_for(election)

    client.post(page("nomination_answer", link_token(nomination)), {"answer": "decline"})

    assert Nomination.objects.get().state == NominationState.DECLINED


def test_a_link_used_twice_says_what_became_of_the_nomination(client, election):
    nomination = nomination_for(election)
    path = page("nomination_answer", link_token(nomination))
    client.post(path, ACCEPTED)

    shown, sent = client.get(path), client.post(path, ACCEPTED)

    assert [str(line.code) for line in shown.context["verdict"].bars] == [Bar.ANSWERED_ALREADY]
    assert sent.status_code == 403
    assert Nomination.objects.get().answered_at == shown.context["nomination"].answered_at


def test_an_expired_link_says_that_the_time_is_over(client, now):
    nomination = nomination_for(open_call(now=now, at=CalendarKey.REVIEW))

    shown = client.get(page("nomination_answer", link_token(nomination)))

    assert shown.status_code == 200
    assert [str(line.code) for line in shown.context["verdict"].bars] == [Bar.ACCEPTANCE_OVER]


def test_a_link_opened_by_another_person_is_refused(client, election):
    nomination = nomination_for(election)
    client.force_login(person())
    path = page("nomination_answer", link_token(nomination))

    shown, sent = client.get(path), client.post(path, ACCEPTED)

    assert (shown.status_code, sent.status_code) == (403, 403)
    assert [str(line.code) for line in shown.context["verdict"].bars] == [Bar.NOT_THE_NOMINEE]
    assert Nomination.objects.get().state == NominationState.SUBMITTED


def test_a_link_that_was_cut_off_has_a_page_of_its_own(client, election):
    token = link_token(nomination_for(election))

    assert client.get(page("nomination_answer", token[:-3])).status_code == 404


@pytest.mark.parametrize("statement", ["", "   ", "x" * 4001])
def test_an_empty_or_too_long_statement_keeps_what_was_typed(client, election, statement):
    path = page("nomination_answer", link_token(nomination_for(election)))

    answer = client.post(path, ACCEPTED | {"statement": statement})

    assert list(answer.context["form"].errors) == ["statement"]
    assert answer.context["form"]["statement"].value() == statement
    assert answer.context["form"]["nationality"].value() == "PE"
    assert Nomination.objects.get().state == NominationState.SUBMITTED


def test_a_nominee_without_the_pledge_stays_a_nominee(client, election):
    path = page("nomination_answer", link_token(nomination_for(election)))

    answer = client.post(path, {key: value for key, value in ACCEPTED.items() if key != "pledge"})

    assert list(answer.context["form"].errors) == ["pledge"]
    assert Nomination.objects.get().state == NominationState.SUBMITTED


def test_a_candidate_rewrites_translates_and_withdraws(client, election):
    standing = candidate(election)
    client.force_login(standing.nominee)
    where = (election.slug, standing.pk)

    client.post(page("statement_edit", *where), {"statement": "Something else."})
    client.post(
        page("statement_translate", *where, "fr"), {"statement": "Autre chose.", "status": "reviewed"}
    )
    shown = client.get(f"/fr/elections/{election.slug}/candidates/{standing.pk}/")
    asked = client.get(page("withdraw", *where))
    client.post(page("withdraw", *where))

    assert shown.context["shown"].body == "Autre chose."
    assert asked.status_code == 200
    assert Nomination.objects.get().state == NominationState.WITHDRAWN


@pytest.mark.parametrize("language", ["en", "xx"])
def test_a_statement_is_not_translated_into_its_own_or_an_unknown_language(client, election, language):
    standing = candidate(election, statement=written(language="en"))
    client.force_login(standing.nominee)

    assert client.get(page("statement_translate", election.slug, standing.pk, language)).status_code == 404


def test_a_candidate_challenges_a_line_and_an_officer_answers(client, now):
    subregions()
    term("alac_odd", person(nationalities=("CL",)))
    election = open_call(now=now, at=CalendarKey.ELIGIBILITY_CHALLENGE)
    standing = candidate(election, nationality="")
    line = str(Bar.NATIONALITY_NOT_DECLARED)
    client.force_login(standing.nominee)
    offered = page("challenge", election.slug, standing.pk, line)

    sheet = client.get(standing.get_absolute_url()).content.decode()
    client.post(offered, {"reason": "It stands in my profile."})
    disputed = EligibilityChallenge.objects.get()
    at_the_desk(client, officer())
    client.get(page("review", election.slug))
    client.post(
        page("challenge_answer", election.slug, disputed.pk), {"is_upheld": "yes", "answer": "So it does."}
    )

    assert offered in sheet
    disputed.refresh_from_db()
    assert (disputed.is_upheld, disputed.answer) == (True, "So it does.")
    public = client.get(standing.get_absolute_url())
    assert public.context["sheet"].is_valid is True
    assert "So it does." in public.content.decode()


def test_what_people_type_is_never_markup(client, now):
    election = open_call(now=now, at=CalendarKey.ELIGIBILITY_CHALLENGE)
    attack = "<script>alert(1)</script>"
    standing = candidate(election, statement=written(attack))
    row = challenge(standing, str(Bar.NO_PLEDGE), line_passed=True, by=person())
    row.reason = attack
    row.save()

    shown = client.get(standing.get_absolute_url()).content.decode()

    assert attack not in shown
    assert escape(attack) in shown


def test_an_officer_prepares_changes_the_calendar_and_publishes(desk, now):
    rule_set(), rotation(2026, "alac_even", "B"), accredited()
    typed = {
        "position": position("alac_even").pk,
        "year": 2026,
        "call_on": now.date().isoformat(),
        "term_start": "2026-11-01",
        "term_end": "2028-11-01",
        "secrecy": "roll_call",
    }

    prepared_at = desk.post(page("prepare"), typed)
    election = Election.objects.get()
    form = desk.get(page("calendar_edit", election.slug)).context["form"]
    dates = {name: form[name].value().isoformat() for name in form.fields if form[name].value()}
    saved = desk.post(page("calendar_edit", election.slug), dates)
    checked = desk.get(page("publish", election.slug))
    desk.post(page("publish", election.slug))

    assert prepared_at.headers["Location"] == page("calendar_edit", "alac-even-2026")
    assert saved.headers["Location"] == page("publish", "alac-even-2026")
    assert bool(checked.context["can_publish"]) is True
    election.refresh_from_db()
    assert election.published_at is not None


def test_a_calendar_too_short_is_not_saved_and_says_so_beside_its_step(desk):
    election = prepared()
    form = desk.get(page("calendar_edit", election.slug)).context["form"]
    dates = {name: form[name].value().isoformat() for name in form.fields if form[name].value()}

    answer = desk.post(page("calendar_edit", election.slug), dates | {"vote_last": dates["vote_first"]})

    rows = {row.key: row for row in answer.context["rows"]}
    assert [str(line.code) for line in rows[CalendarKey.VOTE].verdict.bars] == [Bar.STEP_TOO_SHORT]
    assert answer.context["form"]["vote_last"].value() == dates["vote_first"]
    assert steps_of(Election.objects.get()) == steps_of(election)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"year": 2031}, "year"),
        ({"call_on": "2019-01-01"}, "call_on"),
        ({"term_end": "2026-01-01"}, "term_end"),
    ],
)
def test_what_no_election_could_follow_is_said_beside_its_field(desk, now, typed, field):
    rule_set(), rotation(2026)
    sound = {
        "position": position("alac_even").pk,
        "year": 2026,
        "call_on": now.date().isoformat(),
        "term_start": "2026-11-01",
        "term_end": "2028-11-01",
        "secrecy": "roll_call",
    }

    answer = desk.post(page("prepare"), sound | typed)

    assert list(answer.context["form"].errors) == [field]
    assert Election.objects.count() == 0


def test_a_rule_set_with_an_impossible_value_is_named_on_the_form(desk, now):
    rule_set(vote_days=0), rotation(2026)

    answer = desk.post(
        page("prepare"),
        {"position": position("alac_even").pk, "year": 2026, "call_on": now.date().isoformat(),
         "term_start": "2026-11-01", "term_end": "2028-11-01", "secrecy": "roll_call"},
    )  # fmt: skip

    assert "elections.vote_days" in str(answer.context["form"].errors["call_on"])


def test_an_officer_acclaims_and_annuls_on_pages_of_their_own(desk, now):
    subregions()
    election = open_call(now=now)
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE, now)
    candidate(election)

    asked = desk.get(page("acclaim", election.slug))
    desk.post(page("acclaim", election.slug))
    election.refresh_from_db()
    acclaimed_at = election.acclaimed_at
    desk.get(page("annul", election.slug))
    desk.post(page("annul", election.slug), {"reason": "The register was wrong."})
    election.refresh_from_db()

    assert asked.status_code == 200
    assert acclaimed_at is not None
    assert election.annulled_because == "The register was wrong."


@pytest.mark.parametrize("name", ["prepare", "calendar_edit", "publish", "annul", "review", "acclaim"])
def test_the_officers_pages_refuse_the_stranger_and_the_member(client, now, name):
    subregions()
    election = open_call(now=now, at=CalendarKey.REVIEW)
    candidate(election)
    path = page(name) if name == "prepare" else page(name, election.slug)

    stranger = client.get(path)
    client.force_login(voter_of(accredited()))
    member = client.get(path)

    assert (stranger.status_code, "/account/login/" in stranger.headers["Location"]) == (302, True)
    assert member.status_code == 403


@pytest.mark.parametrize("name", ["statement_edit", "withdraw"])
def test_the_candidates_pages_refuse_everybody_else(client, election, name):
    standing = candidate(election)
    path = page(name, election.slug, standing.pk)

    client.force_login(voter_of(accredited()))
    other = client.get(path).status_code
    client.force_login(standing.nominee)

    assert (other, client.get(path).status_code) == (403, 200)


def test_the_button_to_the_ballot_is_for_those_who_hold_a_vote(client, now):
    published_members()
    election = open_vote_of(now=now - HOUR)
    with override("en"):
        address = page("election_detail", election.slug)

    told = {}
    barred = place_of(election, 4)
    PlaceBar.objects.create(place=barred, barred_at=now, barred_by=officer(), reason="Recused.")
    readers = {
        "stranger": None,
        "another": person(),
        "barred": holder_of(barred),
        "voter": holder_of(place_of(election, 3)),
    }
    for who, reader in readers.items():
        if reader:
            client.force_login(reader)
        html = client.get(address).content.decode()
        told[who] = [
            words
            for words in ("Sign in to vote", "You hold no vote in this election.", "Go to the ballot")
            if words in html
        ]

    assert told == {
        "stranger": ["Sign in to vote"],
        "another": ["You hold no vote in this election."],
        "barred": ["You hold no vote in this election."],
        "voter": ["Go to the ballot"],
    }
