"""The pages of participation: bands for everybody, lines for whom they concern."""

from datetime import timedelta

import pytest
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from lacralo.core.deadlines.clock import database_now, statute_day
from members.enums import CreditKind, OccasionKind
from members.enums.participation import LineState, Standing
from members.models import Contest, Credit, InitialStanding, Leave, Strike, Suspension
from members.selectors.participation import participation_of
from members.services.corrections import strike_credit
from tests.builders import NOW, accredited, keeper, member, person, representative, secretary, voter_of
from tests.members.builders import at_the_desk
from tests.members.participation_builders import a_full_record, fallen, held, rules_in_force, took_part

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture
def today(db):
    """The day of the pages: they ask the database what time it is."""
    return statute_day(database_now())


@pytest.fixture
def rules():
    return rules_in_force()


@pytest.fixture
def als():
    return accredited("Red Ceibo")


def page(client, name: str, *args, **query):
    return client.get(reverse(f"members:{name}", args=args), query)


def sheet(als, today, reader=None):
    return participation_of(als, on=today, reader=reader or voter_of(als))


def test_without_rules_in_force_the_page_says_so(client):
    assert "No rules are in force" in page(client, "participation").content.decode()


def test_the_bands_are_public_and_in_the_order_of_names(client, rules):
    names = ["Beta", "Alfa"]
    for name in names:
        accredited(name)
    member("Applicant", status="applicant")

    bands = page(client, "participation").context["page"].object_list

    assert [band.member.name for band in bands] == ["Alfa", "Beta"]


def test_bands_are_filtered(client, rules):
    accredited("Alfa", "PE")
    accredited("Beta", "EC")

    found = page(client, "participation", country="EC").context["page"].object_list
    none = page(client, "participation", standing=Standing.STANDBY).context["page"].object_list

    assert ([band.member.name for band in found], list(none)) == (["Beta"], [])


def test_thirty_members_take_as_many_queries_as_one(client, rules, django_assert_max_num_queries, today):
    from django.db import connection

    fallen(today)
    counts = []
    for number in (1, 29):
        for _ in range(number):
            accredited()
        with CaptureQueriesContext(connection) as queries:
            page(client, "participation")
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 14


def test_who_acts_for_one_member_is_led_to_its_page(client, rules, als):
    client.force_login(voter_of(als))

    assert page(client, "my_participation").url == reverse("members:participation_of", args=[als.slug])


def test_who_acts_for_two_members_chooses(client, rules, als):
    who = voter_of(als)
    representative(member("Second"), who)
    client.force_login(who)

    assert [each.name for each, _ in page(client, "my_participation").context["bands"]] == [
        "Red Ceibo",
        "Second",
    ]


def test_who_acts_for_nobody_is_told_whom_to_write_to(client, rules):
    client.force_login(person())

    assert "write to the secretary" in page(client, "my_participation").content.decode()


def test_the_lines_are_for_the_member_and_for_the_secretary(client, rules, als):
    opened = []
    for who in (voter_of(als), secretary(), voter_of(accredited()), person()):
        at_the_desk(client, who)
        opened.append(page(client, "participation_of", als.slug).status_code)

    assert opened == [200, 200, 403, 403]


def test_every_line_says_what_became_of_it(rules, als, today):
    a_full_record(today)
    took, missed = held(days_ago=30, before=today), held(days_ago=60, before=today)
    took_part(als, took, person=voter_of(als))
    Leave.objects.create(
        member=als,
        kind="leave",
        start=today - timedelta(days=100),
        end=today - timedelta(days=80),
        reason="x",
    )
    on_leave = held(days_ago=90, before=today)

    calls = sheet(als, today).indicators[1][0].lines

    assert [(line.occasion, line.state) for line in calls] == [
        (took, LineState.TOOK_PART),
        (missed, LineState.MISSED),
        (on_leave, LineState.ON_LEAVE),
    ]


def test_the_lines_add_up_to_the_number(rules, als, today):
    a_full_record(today)
    for days in (10, 20, 30, 40):
        took_part(als, held(OccasionKind.VOTE, days_ago=days, before=today))
    held(OccasionKind.VOTE, days_ago=50, before=today)

    votes = sheet(als, today).indicators[0][0]

    took = [line for line in votes.lines if line.state == LineState.TOOK_PART]
    assert (votes.found.taken, votes.found.total) == (len(took), len(votes.lines)) == (4, 5)


def test_a_struck_credit_no_longer_counts_and_stays_to_be_seen(rules, als, today):
    a_full_record(today)
    credit = took_part(als, held(before=today))
    strike_credit(credit=credit, reason="Another member of that name", by=keeper(), now=NOW)

    found = sheet(als, today)

    assert found.indicators[1][0].found.taken == 0
    assert [line.strike.reason for line in found.struck] == ["Another member of that name"]


def test_the_page_says_what_is_missing_and_what_is_easiest(client, rules, als, today):
    fallen(today)
    client.force_login(voter_of(als))

    found = page(client, "participation_of", als.slug)

    assert found.context["sheet"].answer.standing == Standing.STANDBY
    assert "Cast the member&#x27;s ballot in the next vote" in found.content.decode()


def test_a_day_in_the_past_shows_how_it_was_then(client, rules, als, today):
    a_full_record(today)
    vote = held(OccasionKind.VOTE, days_ago=200, before=today)
    took_part(als, vote)
    held(OccasionKind.VOTE, days_ago=5, before=today)
    held(OccasionKind.VOTE, days_ago=6, before=today)
    client.force_login(voter_of(als))

    then = page(client, "participation_of", als.slug, day=(today - timedelta(days=10)).isoformat())

    assert then.context["sheet"].indicators[0][0].found.total == 1


def test_what_the_rules_keep_to_themselves_is_not_told_to_the_secretary(client, rules, als, today):
    a_full_record(today)
    took_part(als, held(OccasionKind.VOTE, before=today), is_public=False)
    own, officers = sheet(als, today), sheet(als, today, secretary())

    assert (len(own.indicators[0][0].lines), own.indicators[0][0].hidden) == (1, 0)
    assert (len(officers.indicators[0][0].lines), officers.indicators[0][0].hidden) == (0, 1)


def test_a_line_is_contested_from_its_page(client, rules, als, today):
    fallen(today)
    missed = held(days_ago=3, before=today)
    client.force_login(voter_of(als))
    address = reverse("members:participation_contest", args=[als.slug, "occasion", missed.pk])

    wrong = client.post(address, {"words": ""})
    right = client.post(address, {"words": "We were there."})

    assert (wrong.status_code, right.url) == (422, reverse("members:participation_of", args=[als.slug]))
    assert Contest.objects.get().occasion == missed


@pytest.mark.parametrize("line", ["credit", "nothing"])
def test_a_line_that_does_not_exist_is_not_found(client, rules, als, line):
    client.force_login(voter_of(als))

    assert page(client, "participation_contest", als.slug, line, 99999).status_code == 404


def test_the_secretary_answers_a_contested_line(client, rules, als, today):
    missed = held(days_ago=3, before=today)
    contest = Contest.objects.create(
        member=als,
        occasion=missed,
        words="x",
        language="es",
        filed_by=voter_of(als),
        filed_at=NOW,
        due_on=today,
    )
    at_the_desk(client, secretary())
    address = reverse("members:contest_answer", args=[contest.pk])

    wrong = client.post(address, {"is_upheld": "yes"})
    client.post(address, {"is_upheld": "yes", "answer": "The recording shows it"})
    late = client.post(address, {"is_upheld": "no", "answer": "Changed my mind"})

    assert (wrong.status_code, late.status_code) == (422, 422)
    assert Credit.objects.get().kind == CreditKind.ATTENDED


def test_the_acts_of_the_secretary_keep_what_was_typed(client, rules, als):
    at_the_desk(client, secretary())
    address = reverse("members:participation_leave", args=[als.slug])

    refused = client.post(address, {"kind": "leave", "start": "2026-04-01", "reason": "The office burned"})

    assert refused.status_code == 422
    assert "The office burned" in refused.content.decode()


def test_the_acts_of_the_secretary_are_done(client, rules, als, today):
    at_the_desk(client, secretary())

    def send(name, given, *args):
        return client.post(reverse(f"members:{name}", args=args or [als.slug]), given).status_code

    Suspension.objects.create(member=als, start=today - timedelta(days=3), reason="x")
    given = {"kind": "reported", "occasion": "", "on": today.isoformat(), "reason": "Its report"}
    done = [send("participation_attest", given)]
    done.append(send("credit_strike", {"reason": "Wrong"}, Credit.objects.get().pk))
    given = {"kind": "leave", "start": "2026-04-01", "end": "2026-05-01", "reason": "x"}
    done.append(send("participation_leave", given))
    done.append(send("leave_end", {"end": "2026-04-15", "reason": "Back"}, Leave.objects.get().pk))
    done.append(send("participation_restore", {"reason": "Decision"}))

    assert done == [302] * 5
    assert (Strike.objects.count(), Suspension.objects.get().end_reason) == (1, "Decision")


def test_initial_standings_are_loaded_for_those_chosen(client, rules, als):
    other = accredited()
    at_the_desk(client, secretary())

    client.post(
        reverse("members:participation_initial"),
        {"members": [als.pk], "standing": "standby", "on": "2026-01-01", "decision": "Minute of 2025"},
    )

    assert list(InitialStanding.objects.values_list("member", flat=True)) == [als.pk]
    assert other.initial_standings.count() == 0


def test_other_indicators_are_tried_and_nothing_is_stored(client, rules, als, today):
    vote, _call = fallen(today)
    took_part(als, vote)
    at_the_desk(client, secretary())

    found = page(client, "participation_try", decisions="1/2", joined="or", months=12).context["found"]

    assert [(each.member, each.present, each.tried) for each in found.changes] == [
        (als, Standing.LESS_ACTIVE, Standing.ACTIVE)
    ]
    assert len(found.months) == 25


@pytest.mark.parametrize(
    "given, words",
    [
        ({"decisions": "0.5"}, "Write a fraction such as 1/2, not a decimal number."),
        ({"decisions": "3/2"}, "A share of 3/2 cannot be asked"),
        ({"decisions": "1/0"}, "Write a fraction such as 1/2"),
        ({"contributions": "500"}, "500 in 12 months cannot be asked"),
    ],
)
def test_an_indicator_that_nobody_could_meet_is_refused_with_the_reason(client, rules, given, words):
    at_the_desk(client, secretary())

    found = page(client, "participation_try", **({"joined": "or", "months": 12} | given))

    assert (found.context["found"], words in found.content.decode()) == (None, True)


def test_trying_never_tells_what_is_not_public(client, rules, als, today):
    a_full_record(today)
    took_part(als, held(OccasionKind.VOTE, before=today), is_public=False)
    at_the_desk(client, secretary())

    found = page(client, "participation_try", decisions="1/1", joined="or", months=12).context["found"]

    assert found.left_out == 1
    assert [each.present for each in found.changes] == [Standing.LESS_ACTIVE]


def test_what_the_secretary_attests_for_a_call_counts_in_its_share(client, rules, als, today):
    a_full_record(today)
    call = held(before=today)
    at_the_desk(client, secretary())
    address = reverse("members:participation_attest", args=[als.slug])

    neither = client.post(address, {"kind": "attended", "reason": "The recording"})
    client.post(address, {"kind": "attended", "occasion": call.pk, "reason": "The recording"})

    assert (neither.status_code, sheet(als, today).indicators[1][0].found.taken) == (422, 1)


def test_the_page_of_a_member_counts_what_is_public_and_was_not_struck(client, rules, als, today):
    for number in range(3):
        took_part(als, held(before=today, days_ago=10 + number))
    took_part(als, held(OccasionKind.VOTE, before=today), is_public=False)
    struck = took_part(als, held(before=today, days_ago=20))
    strike_credit(credit=struck, reason="x", by=keeper(), now=NOW)

    assert page(client, "member_detail", als.slug).context["record"] == {CreditKind.ATTENDED: 3}
