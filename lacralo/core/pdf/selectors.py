"""Which documents were issued, and what the chain says of them."""

from dataclasses import dataclass

from django.db import models

from lacralo.core.audit.models import Entry
from lacralo.core.pdf.codes import read_code
from lacralo.core.pdf.models import IssuedDocument


@dataclass(frozen=True)
class Confirmation:
    """An issued document and the entry of the chain that records it."""

    document: IssuedDocument
    entry: Entry

    def is_same_file(self, digest: str) -> bool:
        """Whether a file with that SHA-256 is the one that was issued."""
        return digest == self.document.digest


def document_of(kind: str, subject: models.Model, language: str, edition: str = "") -> IssuedDocument | None:
    """The document of that kind about the row in that language, if it was issued."""
    return IssuedDocument.objects.about(subject).filter(kind=kind, language=language, edition=edition).first()


def documents_of(kind: str, subject: models.Model) -> dict[str, IssuedDocument]:
    """By language, the documents of that kind about the row; one query, the files left out."""
    found = IssuedDocument.objects.about(subject).filter(kind=kind).without_content()
    return {document.language: document for document in found}


def confirmation(typed: str) -> Confirmation | None:
    """The document with the code that somebody typed; None when there is none."""
    code = read_code(typed)
    document = IssuedDocument.objects.without_content().filter(code=code).first() if code else None
    if document is None:
        return None
    return Confirmation(document, Entry.objects.about(document).get(digest=document.digest))
