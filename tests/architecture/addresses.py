"""How each address of the portal is filled in, in the scene."""

from collections.abc import Callable, Mapping

from elections.selectors.links import link_token
from elections.services.ballots import close_vote
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.rulebook.models import DocumentVersion, RuleSet
from members.models import Member
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


def of_document(scene: Scene) -> dict:
    """A document that was issued."""
    return {"code": IssuedDocument.objects.without_content().order_by("pk").first().code}


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
    "elections:bundle": at("finished"),
    "elections:calendar_edit": lambda scene: {"slug": scene.draft.slug},
    "elections:candidate": of_nomination("accepted"),
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
    "elections:election_detail": at("open"),
    "elections:nominate": at("nominations"),
    "elections:nomination_answer": lambda scene: {"token": link_token(scene.waiting)},
    "elections:proclamation": at("finished"),
    "elections:proclamation_issue": at("finished", language="es"),
    "elections:proclamation_pdf": at("finished", language="es"),
    "elections:publish": lambda scene: {"slug": scene.draft.slug},
    "elections:receipt": lambda scene: {"slug": scene.elections["open"].slug, "receipt": scene.receipt},
    "elections:result": at("finished"),
    "elections:result_proclaim": at("counted"),
    "elections:review": at("nominations"),
    "elections:roll": at("open"),
    "elections:roll_csv": at("open"),
    "elections:roll_json": at("open"),
    "elections:roll_publish": at("rolled"),
    "elections:statement_edit": of_nomination("accepted"),
    "elections:statement_translate": of_nomination("accepted", language="fr"),
    "elections:verify_how": at("finished"),
    "elections:vote_close": at("ended"),
    "elections:vote_count": closed,
    "elections:vote_open": at("rolled"),
    "elections:withdraw": of_nomination("accepted"),
    "home:demo_enter": lambda scene: {"pk": scene.people["voter"].pk},
    "home:document_version": of_version,
    "home:rule_set": lambda scene: {"slug": RuleSet.objects.order_by("pk").first().slug},
    "home:verified": of_document,
    "home:verified_file": of_document,
    "members:member_detail": lambda scene: {"slug": Member.objects.order_by("pk").first().slug},
}


def filled(name: str, scene: Scene) -> Mapping[str, object]:
    """The parts of an address in the scene."""
    return ADDRESSES.get(name, plain)(scene)
