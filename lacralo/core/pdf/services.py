"""Issue a document: its code and the chain's head are printed in it, and the file is kept whole."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import translation

from lacralo.core.audit import Act, act, record
from lacralo.core.audit.chain import head
from lacralo.core.audit.links import GENESIS
from lacralo.core.pdf.codes import new_code
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.pdf.rendering import render_pdf
from lacralo.core.pdf.selectors import document_of
from lacralo.core.people.models import Person


@dataclass(frozen=True)
class Issue:
    """What a document says of itself, as the template `pdf/base.html` prints it; `at` is UTC."""

    code: str
    address: str
    at: datetime
    chain_sequence: int
    chain_hash: str


def issue_document(
    *,
    kind: str,
    subject: models.Model,
    title: str,
    template: str,
    context: dict,
    language: str,
    by: Person | None,
    now: datetime,
    edition: str = "",
) -> IssuedDocument:
    """The document of that kind about `subject` in that language; made when it does not exist yet.

    It is drawn before the act begins, so that no lock is held while pages are laid out.
    Raises CannotMakePdf where the libraries for it are missing.
    """
    existing = document_of(kind, subject, language, edition)
    if existing:
        return existing
    issue = _issue(language, now)
    content = render_pdf(template, context | {"title": title, "issue": issue}, language)
    return _keep(kind, subject, title, language, edition, issue, content, by=by, now=now)


def _issue(language: str, now: datetime) -> Issue:
    last = head()
    with translation.override(language):
        address = settings.PORTAL_URL + reverse("home:verify")
    return Issue(
        code=new_code(),
        address=address,
        at=now,
        chain_sequence=last.sequence if last else 0,
        chain_hash=last.hash if last else GENESIS,
    )


@act
def _keep(kind, subject, title, language, edition, issue, content, *, by, now) -> IssuedDocument:
    """Keep the file and record it; of two that were made at once, the first is kept."""
    document, is_new = IssuedDocument.objects.get_or_create(
        kind=kind,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        language=language,
        edition=edition,
        defaults={
            "code": issue.code,
            "title": title,
            "content": content,
            "digest": hashlib.sha256(content).hexdigest(),
            "chain_sequence": issue.chain_sequence,
            "chain_hash": issue.chain_hash,
            "issued_at": now,
        },
    )
    if is_new:
        record(Act.DOCUMENT_ISSUED, subject=document, by=by, at=now, digest=document.digest)
    return document
