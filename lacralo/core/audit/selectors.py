"""The public log: the chain in words."""

from django.apps import apps
from django.db.models import QuerySet

from lacralo.core.audit.chain import as_published
from lacralo.core.audit.models import Entry
from lacralo.core.verdicts.phrases import registered_phrases

#: How many entries one page of the machine-readable log holds.
EXPORTED_AT_ONCE = 5000


def log(*, act: str = "", subject_type: str = "", subject_id: str = "") -> QuerySet[Entry]:
    """The entries with that act and about that object, newest first; empty means any."""
    asked = {"act": act, "subject_type": subject_type, "subject_id": subject_id}
    return Entry.objects.filter(**{name: value for name, value in asked.items() if value}).order_by(
        "-sequence"
    )


def act_words(act: str) -> str:
    """The sentence of an act; its code where the part of the portal that wrote it is gone."""
    phrase = registered_phrases().get(act)
    return str(phrase.passed) if phrase else act


def object_words(subject_type: str) -> str:
    """What kind of thing an entry is about; its label where the part that wrote it is gone."""
    try:
        return str(apps.get_model(subject_type)._meta.verbose_name)
    except LookupError:
        return subject_type


def acts_in_chain() -> list[tuple[str, str]]:
    """The acts that the chain holds, with their sentences, by sentence."""
    acts = Entry.objects.order_by("act").values_list("act", flat=True).distinct()
    return sorted(((act, act_words(act)) for act in acts), key=lambda pair: pair[1])


def exported(*, after: int = 0) -> list[dict[str, object]]:
    """The entries after a number, oldest first, as a machine verifies them; at most EXPORTED_AT_ONCE."""
    entries = Entry.objects.filter(sequence__gt=after).in_order()[:EXPORTED_AT_ONCE]
    return [as_published(entry) for entry in entries]
