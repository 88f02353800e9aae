"""The register in the admin: read there, kept by its acts."""

from members.admin import imports, members, offices, persons, representations

__all__ = ("imports", "members", "offices", "persons", "representations")
