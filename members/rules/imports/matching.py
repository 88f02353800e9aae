"""Whom a cell names: a member or a person that the register knows, found exactly or not at all.  Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from members.enums import FileFault
from members.rules.imports.cells import Said
from members.rules.imports.files import fault
from members.rules.names import search_form


@dataclass(frozen=True)
class MemberFacts:
    """A member as files name it."""

    id: int
    name: str
    slug: str
    country: str
    website: str = ""
    accredited_on: str = ""


@dataclass(frozen=True)
class PersonFacts:
    """A person as files name them; `email` is empty for one who has none."""

    id: int
    name: str
    email: str
    language: str = ""
    time_zone: str = ""


class Members:
    """The members of the register."""

    def __init__(self, members: Iterable[MemberFacts]):
        """Any number of them."""
        self.by_slug, self.by_key, self._by_name = {}, {}, defaultdict(list)
        for each in members:
            self.by_slug[each.slug] = each
            self.by_key[search_form(each.name), each.country] = each
            self._by_name[search_form(each.name)].append(each)

    def named(self, text: str, country: str = "") -> Said:
        """The one that has this name in this country, or this label in addresses, or this name alone."""
        exact = self.by_key.get((search_form(text), country)) or self.by_slug.get(text)
        if exact and country in ("", exact.country):
            return Said(exact)
        same = [each for each in self._by_name[search_form(text)] if country in ("", each.country)]
        if len(same) == 1:
            return Said(same[0])
        code = FileFault.SEVERAL_MEMBERS if same else FileFault.UNKNOWN_MEMBER
        return Said(None, (fault(code, value=f"{text} ({country})" if country else text),))


class People:
    """The persons that the portal knows."""

    def __init__(self, people: Iterable[PersonFacts]):
        """Any number of them."""
        self.by_email, self.by_name = {}, defaultdict(list)
        for each in people:
            if each.email:
                self.by_email[each.email.lower()] = each
            self.by_name[search_form(each.name)].append(each)

    def without_address(self, name: str) -> list[PersonFacts]:
        """Those of this name who have no address."""
        return [each for each in self.by_name[search_form(name)] if not each.email]

    def named(self, text: str) -> Said:
        """The one with this address; somebody who has none, by name."""
        if "@" in text:
            found = self.by_email.get(text.lower())
            return Said(found) if found else Said(None, (fault(FileFault.UNKNOWN_PERSON, value=text),))
        same = self.without_address(text)
        if len(same) == 1:
            return Said(same[0])
        code = FileFault.SEVERAL_PERSONS if same else FileFault.UNKNOWN_PERSON
        return Said(None, (fault(code, value=text),))
