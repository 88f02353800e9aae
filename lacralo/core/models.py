"""Every model of the ground, gathered for Django; the code imports them from where they live."""

from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.people.models import Person
from lacralo.core.rulebook.models import (
    Article,
    Document,
    DocumentVersion,
    ParameterChange,
    RuleSet,
    RuleSetVersion,
)
from lacralo.core.texts.models import Revision, Text, Translation

__all__ = (
    "Article",
    "Deadline",
    "Document",
    "DocumentVersion",
    "Entry",
    "IssuedDocument",
    "Notice",
    "ParameterChange",
    "Person",
    "Revision",
    "RuleSet",
    "RuleSetVersion",
    "Text",
    "Translation",
)
