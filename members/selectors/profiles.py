"""What a person says of themselves."""

from lacralo.core.people.models import Person
from members.models import Profile


def own_profile(person: Person) -> Profile:
    """The person's profile; an empty one, not yet stored, when they never wrote it."""
    return Profile.objects.visible_to(person).first() or Profile(person=person)
