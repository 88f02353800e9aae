"""The register in the admin: read there, kept by its acts."""

from members.admin import credits, imports, members, offices, persons, representations

__all__ = ("credits", "imports", "members", "offices", "persons", "representations")
