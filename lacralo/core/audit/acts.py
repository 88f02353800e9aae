"""The acts that the ground itself records.  Each app has its own list in its `enums`."""

from enum import StrEnum


class Act(StrEnum):
    """Acts on persons, rules, texts and documents."""

    PERSON_REGISTERED = "core.person_registered"
    ADMIN_ACCESS_SET = "core.admin_access_set"
    ACCOUNT_SET = "core.account_set"
    SESSIONS_ENDED = "core.sessions_ended"
    DOCUMENT_RECORDED = "core.document_recorded"
    RULE_SET_DRAFTED = "core.rule_set_drafted"
    RULE_SET_PUBLISHED = "core.rule_set_published"
    PARAMETER_SET = "core.parameter_set"
    REVISION_WRITTEN = "core.revision_written"
    REVISION_TRANSLATED = "core.revision_translated"
    DOCUMENT_ISSUED = "core.document_issued"
