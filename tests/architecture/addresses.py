"""How each address of the portal is filled in, in the scene."""

from collections.abc import Callable, Mapping

from elections.selectors.links import link_token
from elections.services.ballots import close_vote
from elections.services.keys import freeze_key
from elections.services.scrutineers import confirm_code, make_code
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.rulebook.models import DocumentVersion, RuleSet
from members.documents.handover import issue_handover
from members.enums.plan import TaskStatus
from members.enums.staff_requests import RequestKind
from members.models import Member, PlanTask, StaffRequest, Term
from members.services.calendars import make_calendar_address, revoke_calendar_address
from tests.architecture import participation
from tests.architecture.scene import Scene

Filled = Callable[[Scene], Mapping[str, object]]


def at(stage: str, **more) -> Filled:
    """The election at a stage."""
    return lambda scene: {"slug": scene.elections[stage].slug, **more}


def at_place(scene: Scene) -> dict:
    """A place of the open vote that has not voted."""
    return {"slug": scene.elections["open"].slug, "number": scene.place.number}


def of_nomination(which: str, **more) -> Filled:
    """A nomination of the scene."""

    def filled(scene: Scene) -> dict:
        nomination = getattr(scene, which)
        return {"slug": nomination.election.slug, "pk": nomination.pk, **more}

    return filled


def closed(scene: Scene) -> dict:
    """An election whose vote has just been closed."""
    election = scene.elections["ended"]
    close_vote(election=election, by=scene.people["secretary"], now=scene.now)
    return {"slug": election.slug}


def at_sealed_place(scene: Scene) -> dict:
    """A place of the open secret vote that has put no envelope in."""
    return {"slug": scene.elections["sealed"].slug, "number": scene.sealed_place.number}


def with_every_code(scene: Scene) -> dict:
    """A secret vote whose scrutineers have all typed their codes back: the key can be made."""
    election = scene.elections["ceremony"]
    for each in election.scrutineers.present().select_related("person").filter(confirmed_at=None):
        words = make_code(scrutineer=each, by=each.person, now=scene.now)
        confirm_code(scrutineer=each, typed=" ".join(words), by=each.person, now=scene.now)
    return {"slug": election.slug}


def with_a_key(scene: Scene) -> dict:
    """The same with its key made: scrutineers can open the test ballot."""
    found = with_every_code(scene)
    freeze_key(election=scene.elections["ceremony"], by=scene.people["secretary"], now=scene.now)
    return {**found, "purpose": "rehearsal"}


def of_document(scene: Scene) -> dict:
    """A document that was issued."""
    return {"code": IssuedDocument.objects.without_content().order_by("pk").first().code}


def of_plan_task(scene: Scene) -> dict:
    """An open task of the plan."""
    return {"pk": PlanTask.objects.filter(status=TaskStatus.TODO).order_by("pk").first().pk}


def with_a_calendar(scene: Scene) -> dict:
    """The address of the voter's calendar; made for this door alone."""
    return {"secret": make_calendar_address(by=scene.people["voter"], now=scene.now)}


def with_a_calendar_made(scene: Scene) -> dict:
    """The voter's calendar has an address; the page itself has none in its own."""
    with_a_calendar(scene)
    return {}


def with_a_calendar_revoked(scene: Scene) -> dict:
    """An address that the voter revoked."""
    found = with_a_calendar(scene)
    revoke_calendar_address(by=scene.people["voter"], now=scene.now)
    return found


def of_term(scene: Scene) -> dict:
    """The term of the secretary."""
    return {"pk": Term.objects.get(person=scene.people["secretary"], position__key="secretary").pk}


def with_a_pack(scene: Scene) -> dict:
    """The paper by which the secretary hands over; made for this door alone."""
    found = of_term(scene)
    term = Term.objects.select_related("position__body", "person").get(**found)
    return {**found, "code": issue_handover(term=term, language="es", by=None, now=scene.now).code}


def of_request(scene: Scene) -> dict:
    """A request of the voter that nobody has answered; made for this door alone."""
    request = StaffRequest.objects.create(
        kind=RequestKind.TRANSLATION, from_language="es", language="en", purpose="Un resumen.",
        purpose_language="es", asked_by=scene.people["voter"], asked_at=scene.now,
    )  # fmt: skip
    return {"pk": request.pk}


def of_participation(which: str) -> Filled:
    """A row about the participation of the voter's member, made for this door alone."""
    return lambda scene: {"pk": getattr(participation, which)(scene.place.member, scene.place.holder).pk}


def of_contested_line(scene: Scene) -> dict:
    """An occasion in which the voter's member is said to have taken no part."""
    return {"slug": scene.place.member.slug, "line": "occasion", "pk": participation.occasion().pk}


def of_version(scene: Scene) -> dict:
    """A version of a document of the rulebook."""
    version = DocumentVersion.objects.select_related("document").order_by("pk").first()
    return {"key": version.document.key, "slug": version.slug}


def plain(scene: Scene) -> dict:
    """An address without parts to fill in."""
    return {}


ADDRESSES: dict[str, Filled] = {
    "conflicts:statement_detail": lambda scene: {"pk": scene.statement},
    "elections:acclaim": at("nominations"),
    "elections:annul": at("nominations"),
    "elections:ballot": at("open"),
    "elections:ballot_cast": at_place,
    "elections:ballot_check": at_place,
    "elections:ballot_of": at_place,
    "elections:ballot@secret": at("sealed"),
    "elections:ballot_cast@secret": at_sealed_place,
    "elections:ballot_check@secret": at_sealed_place,
    "elections:ballot_of@secret": at_sealed_place,
    "elections:board": at("sealed"),
    "elections:board@closed": at("mixed"),
    "elections:board@roll_call": at("open"),
    "elections:board_json": at("mixed"),
    "elections:board_json@open": at("sealed"),
    "elections:bundle": at("finished"),
    "elections:bundle@secret": at("unsealed"),
    "elections:calendar_edit": lambda scene: {"slug": scene.draft.slug},
    "elections:candidate": of_nomination("accepted"),
    "elections:ceremony": at("ceremony"),
    "elections:ceremony@roll_call": at("rolled"),
    "elections:challenge": of_nomination("accepted", line="elections.same_nationality"),
    "elections:challenge_answer": lambda scene: {
        "slug": scene.accepted.election.slug,
        "pk": scene.challenge.pk,
    },
    "elections:correction_answer": lambda scene: {
        "slug": scene.elections["rolled"].slug,
        "pk": scene.correction.pk,
    },
    "elections:correction_ask": at("rolled"),
    "elections:desk": at("ended"),
    "elections:desk@secret": at("mixed"),
    "elections:election_detail": at("open"),
    "elections:election_detail@secret": at("sealed"),
    "elections:key_freeze": with_every_code,
    "elections:key_freeze@early": at("ceremony"),
    "elections:leaks": at("sealed"),
    "elections:nominate": at("nominations"),
    "elections:nomination_answer": lambda scene: {"token": link_token(scene.waiting)},
    "elections:observe": at("sealed"),
    "elections:observe_begin": at("sealed"),
    "elections:observe_end": at("sealed"),
    "elections:place_bar": at_sealed_place,
    "elections:places": at("sealed"),
    "elections:postpone": at("ceremony"),
    "elections:proclamation": at("finished"),
    "elections:proclamation@secret": at("unsealed"),
    "elections:promises": at("sealed"),
    "elections:proclamation_issue": at("finished", language="es"),
    "elections:proclamation_pdf": at("finished", language="es"),
    "elections:publish": lambda scene: {"slug": scene.draft.slug},
    "elections:receipt": lambda scene: {"slug": scene.elections["open"].slug, "receipt": scene.receipt},
    "elections:result": at("finished"),
    "elections:result@secret": at("unsealed"),
    "elections:result@sealed": at("sealed"),
    "elections:result_proclaim": at("counted"),
    "elections:review": at("nominations"),
    "elections:roll": at("open"),
    "elections:roll_csv": at("open"),
    "elections:roll_json": at("open"),
    "elections:roll_publish": at("rolled"),
    "elections:scrutineer_release": at("ceremony", number=1),
    "elections:scrutiny": at("ceremony"),
    "elections:scrutiny@roll_call": at("open"),
    "elections:scrutiny_code": at("ceremony"),
    "elections:scrutiny_code@open": at("sealed"),
    "elections:scrutiny_confirm": at("ceremony"),
    "elections:scrutiny_save": at("ceremony"),
    "elections:scrutiny_open": at("mixed", purpose="count"),
    "elections:scrutiny_open@rehearsal": with_a_key,
    "elections:scrutiny_open@unknown": at("mixed", purpose="peek"),
    "elections:set_back": at("sealed"),
    "elections:statement_edit": of_nomination("accepted"),
    "elections:statement_translate": of_nomination("accepted", language="fr"),
    "elections:verify_how": at("finished"),
    "elections:vote_close": at("ended"),
    "elections:vote_close@secret": at("sealed"),
    "elections:vote_count": closed,
    "elections:vote_count@secret": at("mixed"),
    "elections:vote_open": at("rolled"),
    "elections:vote_open@secret": at("ceremony"),
    "elections:withdraw": of_nomination("accepted"),
    "home:calendar_feed": with_a_calendar,
    "home:calendar_feed@revoked": with_a_calendar_revoked,
    "home:calendar_revoke@made": with_a_calendar_made,
    "home:demo_enter": lambda scene: {"pk": scene.people["voter"].pk},
    "home:document_version": of_version,
    "home:rule_set": lambda scene: {"slug": RuleSet.objects.order_by("pk").first().slug},
    "home:verified": of_document,
    "home:verified_file": of_document,
    "members:confirm_entry": lambda scene: {"slug": Member.objects.order_by("pk").first().slug},
    "members:handover": of_term,
    "members:handover_issue": lambda scene: {**of_term(scene), "language": "es"},
    "members:handover_pdf": with_a_pack,
    "members:plan_edit": of_plan_task,
    "members:plan_move": lambda scene: {**of_plan_task(scene), "move": "finish"},
    "members:plan_move@drop": lambda scene: {**of_plan_task(scene), "move": "drop"},
    "members:plan_move@unknown": lambda scene: {**of_plan_task(scene), "move": "burn"},
    "members:plan_task": of_plan_task,
    "members:staff_request": of_request,
    "members:staff_request_move": lambda scene: {**of_request(scene), "move": "accept"},
    "members:staff_request_move@decline": lambda scene: {**of_request(scene), "move": "decline"},
    "members:staff_request_move@unknown": lambda scene: {**of_request(scene), "move": "burn"},
    "members:staff_request_move@withdraw": lambda scene: {**of_request(scene), "move": "withdraw"},
    "members:contest_answer": of_participation("contest"),
    "members:credit_strike": of_participation("credit"),
    "members:leave_end": of_participation("leave"),
    "members:mail_bounced": of_participation("notice"),
    "members:participation_attest": lambda scene: {"slug": scene.place.member.slug},
    "members:participation_contest": of_contested_line,
    "members:participation_leave": lambda scene: {"slug": scene.place.member.slug},
    "members:participation_of": lambda scene: {"slug": scene.place.member.slug},
    "members:participation_restore": lambda scene: {"slug": scene.place.member.slug},
    "members:warning_again": of_participation("warning"),
    "members:member_detail": lambda scene: {"slug": Member.objects.order_by("pk").first().slug},
}


def named(row: str) -> str:
    """The name of the address of a row: what stands behind the @ says in which state it is met."""
    return row.partition("@")[0]


def filled(name: str, scene: Scene) -> Mapping[str, object]:
    """The parts of an address in the scene."""
    return ADDRESSES.get(name, plain)(scene)
