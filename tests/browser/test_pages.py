"""Every page that anybody can reach, in a real browser: accessible in both schemes, readable on a phone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.urls import URLPattern, get_resolver, reverse
from django.utils import translation
from playwright.sync_api import Page

from lacralo.core.deadlines.clock import statute_day
from members.selectors.representation import represented_members
from tests.browser.portal import Portal
from tests.browser.scene import Scene
from tests.real_parts.browser import axe_violations, overflow

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: The rules of WCAG that look at colours.
COLOURS = ["color-contrast", "link-in-text-block"]
LANGUAGES = ("es", "pt-br", "en", "fr")
OURS = ("home", "members", "conflicts", "elections")


@dataclass(frozen=True)
class Row:
    """A page: its name, who opens it, where it gets its arguments, and how it answers."""

    name: str
    by: str = "public"
    arguments: Callable[[Scene], list] = lambda scene: []
    query: str = ""
    status: int = 200

    def __str__(self):
        return f"{self.name}{self.query} by {self.by}"


def slug_of(election: str) -> Callable[[Scene], list]:
    return lambda scene: [getattr(scene, election).slug]


def rows_of_elections() -> Iterator[Row]:
    """The pages of an election at each of the places where it can stand."""
    for election in ("finished", "to_proclaim", "to_close", "voting", "to_open", "nominating"):
        yield Row("elections:election_detail", "public", slug_of(election))
        yield Row("elections:result", "public", slug_of(election))
        yield Row("elections:desk", "officer", slug_of(election))
    for election in ("finished", "to_open", "nominating"):
        yield Row("elections:roll", "public", slug_of(election))


def rows_of_secret_votes() -> Iterator[Row]:
    """The pages of secret votes, for whoever acts in them; the ceremony in the order of its steps."""
    for election in ("unsealed", "mixed", "sealing", "ceremony"):
        yield Row("elections:election_detail", "public", slug_of(election))
        yield Row("elections:result", "public", slug_of(election))
        yield Row("elections:desk", "officer", slug_of(election))
        yield Row("elections:scrutiny", "scrutineer", slug_of(election))
        yield Row("elections:observe", "public", slug_of(election))
        yield Row("elections:promises", "public", slug_of(election))
    for election in ("unsealed", "sealing"):
        yield Row("elections:board", "public", slug_of(election))
    yield Row("elections:verify_how", "public", slug_of("unsealed"))
    yield Row("elections:proclamation", "public", slug_of("unsealed"))
    yield Row("elections:observe", "observer", slug_of("sealing"))
    yield Row("elections:ballot_of", "sealed", lambda scene: [scene.sealing.slug, scene.sealing_place.number])
    yield Row("elections:places", "officer", slug_of("sealing"))
    yield Row(
        "elections:place_bar", "officer", lambda scene: [scene.sealing.slug, scene.sealing_place.number]
    )
    yield Row("elections:set_back", "officer", slug_of("sealing"))
    yield Row("elections:leaks", "officer", slug_of("sealing"))
    yield Row("elections:scrutiny_open", "scrutineer", lambda scene: [scene.mixed.slug, "count"])
    for name in ("ceremony", "postpone", "leaks"):
        yield Row(f"elections:{name}", "officer", slug_of("ceremony"))
    yield Row("elections:scrutineer_release", "officer", lambda scene: [scene.ceremony.slug, 1])
    yield Row("elections:scrutiny_code", "scrutineer", slug_of("ceremony"))
    yield Row("elections:scrutiny_confirm", "scrutineer", slug_of("ceremony"))
    yield Row("elections:vote_open", "officer", slug_of("ceremony"), status=403)
    yield Row("elections:key_freeze", "officer", lambda scene: [scene.with_every_code().slug])
    yield Row("elections:scrutiny_open", "scrutineer", lambda scene: [scene.with_a_key().slug, "rehearsal"])


ROWS = [
    Row("home:front"),
    Row("home:front", "voter"),
    Row("home:front", "voted"),
    Row("home:front", "nominee"),
    Row("home:front", "officer"),
    Row("home:front", "scrutineer"),
    Row("home:about"),
    Row("home:accessibility"),
    Row("home:privacy"),
    Row("home:chain"),
    Row("home:verify"),
    Row("home:verify", query="?code=WRONG", status=404),
    Row("home:verified", "public", lambda scene: [scene.paper.code]),
    Row("home:sent", "nominee"),
    Row("home:outbox"),
    Row("home:demo"),
    Row("home:rulebook"),
    Row("home:rule_set_compare"),
    Row("home:rule_set", "public", lambda scene: [scene.finished.rule_set.slug]),
    Row("home:document_version", "public", lambda scene: document_version()),
    Row("members:member_list"),
    Row("members:coverage"),
    Row("members:offices"),
    Row("members:office_history"),
    Row("members:my_members", "voter"),
    Row("members:profile", "voter"),
    Row("members:confirm_entry", "voter", lambda scene: [own_member(scene)]),
    Row("members:member_detail", "public", lambda scene: [scene.candidacy.member.slug]),
    Row("conflicts:statement_list"),
    Row("conflicts:statement", "candidate"),
    Row("conflicts:statement_new", "voter"),
    Row("conflicts:statement_detail", "public", lambda scene: [statement_of(scene)]),
    Row("elections:election_list"),
    Row("elections:rotation"),
    Row("elections:how_it_works"),
    *rows_of_elections(),
    *rows_of_secret_votes(),
    Row("elections:election_detail", "nominee", slug_of("nominating")),
    Row("elections:nominate", "voter", slug_of("nominating")),
    Row("elections:nomination_answer", "public", lambda scene: [scene.token]),
    Row("elections:nomination_answer", "public", lambda scene: ["cut-off"], status=404),
    Row("elections:candidate", "public", lambda scene: [scene.nominating.slug, scene.candidacy.pk]),
    Row("elections:candidate", "candidate", lambda scene: [scene.nominating.slug, scene.candidacy.pk]),
    Row("elections:withdraw", "candidate", lambda scene: [scene.nominating.slug, scene.candidacy.pk]),
    Row("elections:statement_edit", "candidate", lambda scene: [scene.nominating.slug, scene.candidacy.pk]),
    Row(
        "elections:statement_translate", "candidate",
        lambda scene: [scene.nominating.slug, scene.candidacy.pk, "fr"],
    ),
    Row(
        "elections:challenge", "candidate",
        lambda scene: [scene.nominating.slug, scene.candidacy.pk, scene.failing_line],
    ),
    Row("elections:ballot", "voter", slug_of("voting")),
    Row("elections:ballot", "officer", slug_of("voting")),
    Row(
        "elections:ballot_of", "voted", lambda scene: [scene.voting.slug, scene.ballot.place.number]
    ),
    Row("elections:receipt", "voted", lambda scene: [scene.voting.slug, scene.ballot.receipt]),
    Row("elections:verify_how", "public", slug_of("finished")),
    Row("elections:proclamation", "public", slug_of("finished")),
    # The time for corrections is over in the demonstration: the page of refusals.
    Row("elections:correction_ask", "voter", slug_of("to_open"), status=403),
    Row("elections:prepare", "officer"),
    Row("elections:review", "officer", slug_of("nominating")),
    Row("elections:annul", "officer", slug_of("nominating")),
    Row("elections:acclaim", "officer", slug_of("nominating"), status=403),
    Row("elections:vote_open", "officer", slug_of("to_open")),
    Row("elections:vote_close", "officer", slug_of("voting"), status=403),
    Row("elections:vote_close", "officer", slug_of("to_close")),
    Row("elections:vote_count", "officer", lambda scene: [scene.closed().slug]),
    Row("elections:result_proclaim", "officer", slug_of("to_proclaim")),
    Row("elections:calendar_edit", "officer", lambda scene: [scene.draft().slug]),
    Row("elections:publish", "officer", lambda scene: [draft_of(scene)]),
    Row(
        "elections:challenge_answer", "officer",
        lambda scene: [scene.nominating.slug, scene.disputed().pk],
    ),
    Row(
        "elections:correction_answer", "officer",
        lambda scene: [scene.to_open.slug, scene.correction().pk],
    ),
    Row("account_login"),
    Row("account_request_login_code"),
    Row("account_email", "voter"),
    Row("account_change_password", "voter"),
    Row("account_logout", "voter"),
    Row("mfa_index", "voter"),
    Row("admin:index", "staff"),
]  # fmt: skip

#: Answered with a file, or only to a button.
NOT_PAGES = {
    "home:chain_json", "home:verified_file", "home:demo_enter",
    "members:member_csv",
    "elections:roll_csv", "elections:roll_json", "elections:bundle",
    "elections:board_json", "elections:observe_begin", "elections:observe_end",
    "elections:scrutiny_save", "elections:roll_publish", "elections:ballot_check", "elections:ballot_cast",
    "elections:proclamation_pdf", "elections:proclamation_issue",
}  # fmt: skip


def own_member(scene: Scene) -> str:
    return represented_members(scene.people["voter"], on=statute_day(scene.now)).first().slug


def document_version() -> list:
    from lacralo.core.rulebook.models import DocumentVersion

    version = DocumentVersion.objects.select_related("document").order_by("pk").first()
    return [version.document.key, version.slug]


def statement_of(scene: Scene) -> int:
    from conflicts.models import Statement

    return Statement.objects.filter(person=scene.people["candidate"]).latest("pk").pk


def draft_of(scene: Scene) -> str:
    from elections.models import Election

    found = Election.objects.filter(published_at=None).first()
    return found.slug if found else scene.draft().slug


def names_of_ours(patterns=None, namespace: str = "") -> Iterator[str]:
    for pattern in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(pattern, URLPattern):
            if namespace in OURS:
                yield f"{namespace}:{pattern.name}"
        else:
            yield from names_of_ours(pattern.url_patterns, pattern.namespace or namespace)


def test_every_address_of_the_portal_is_a_page_looked_at_or_none():
    looked_at = {row.name for row in ROWS if row.name.split(":")[0] in OURS}

    assert set(names_of_ours()) == looked_at | NOT_PAGES


@pytest.fixture(scope="module")
def scene(portal) -> Scene:
    return Scene.found()


def faults_of(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA, one line per rule and place."""
    return axe_violations(page, tags=WCAG)


def faults_of_colour(page) -> list[str]:
    """Those that another scheme of colours can bring: the rest of the page is the same."""
    return axe_violations(page, rules=COLOURS)


def listen(page) -> list[str]:
    """What the browser complains about from now on: blocked content, missing files, scripts that fail."""
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    return complaints


def address(row: Row, scene: Scene, language: str) -> str:
    arguments = row.arguments(scene)
    with translation.override(language):
        return reverse(row.name, args=arguments) + row.query


def without_own_status(complaints: list[str], row: Row) -> list[str]:
    """Chromium complains of a page that answers 403 or 404, which is what it should answer here."""
    return [said for said in complaints if f"status of {row.status}" not in said]


@pytest.fixture(scope="module")
def window(portal: Portal, scene):
    """The window of a role on a phone or a desktop, opened once, and what the browser complains of in it."""
    opened = {}

    def of(role: str, *, phone: bool) -> tuple[Page, list[str]]:
        if (role, phone) not in opened:
            page = portal.page(by=scene.people[role], phone=phone)
            opened[role, phone] = page, listen(page)
        page, complaints = opened[role, phone]
        page.emulate_media(color_scheme="light")
        complaints.clear()
        return page, complaints

    return of


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_page_is_accessible_in_light_and_dark_and_fits_a_phone(window, scene, row):
    page, complaints = window(row.by, phone=True)

    answer = page.goto(address(row, scene, "es"))
    light = faults_of(page)
    page.emulate_media(color_scheme="dark")
    dark = faults_of_colour(page)
    found = (answer.status, overflow(page), light, dark, without_own_status(complaints, row))

    assert found == (row.status, 0, [], [], [])


SOME = [
    Row("home:front", "voter"),
    Row("elections:election_detail", "public", slug_of("nominating")),
    Row("elections:roll", "public", slug_of("finished")),
    Row("elections:result", "public", slug_of("finished")),
    Row("elections:ballot", "voter", slug_of("voting")),
    Row("elections:desk", "officer", slug_of("to_open")),
    Row("elections:scrutiny", "scrutineer", slug_of("ceremony")),
    Row("elections:ceremony", "officer", slug_of("ceremony")),
    Row("elections:result", "public", slug_of("unsealed")),
    Row("elections:promises", "public", slug_of("sealing")),
    Row("members:profile", "voter"),
]


@pytest.mark.parametrize("phone", [True, False], ids=["phone", "desktop"])
@pytest.mark.parametrize("row", SOME, ids=str)
def test_the_main_pages_are_accessible_in_four_languages_and_on_a_desk(window, scene, row, phone):
    page, complaints = window(row.by, phone=phone)

    found = {}
    for language in LANGUAGES:
        page.goto(address(row, scene, language))
        found[language] = (overflow(page), faults_of(page))

    assert found == dict.fromkeys(LANGUAGES, (0, []))
    assert complaints == []
