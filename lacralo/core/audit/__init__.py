"""The audit chain: who did what, when, under which rules; append-only and linked by hashes."""

from lacralo.core.audit.acts import Act
from lacralo.core.audit.chain import act, record

__all__ = ("Act", "act", "record")
