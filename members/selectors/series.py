"""Stub."""

from lacralo.core.people.models import Person
from members.models import SeriesPerson, Term


def people_of(series, *, on):
    """Stub."""
    if series.circle == "body":
        return list(
            Person.objects.filter(
                pk__in=Term.objects.on(on).filter(position__body=series.body).values("person")
            )
        )
    return [
        each.person for each in SeriesPerson.objects.on(on).filter(series=series).select_related("person")
    ]
