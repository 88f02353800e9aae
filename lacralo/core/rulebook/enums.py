"""States of rule sets, kinds of article content, and why a rule set is refused.  Pure."""

from enum import StrEnum


class RuleSetStatus(StrEnum):
    """How far a rule set has come; whether it governs a given day follows from its dates."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"


class ContentKind(StrEnum):
    """What the portal holds of an article: its own words, a cited summary, or nothing."""

    TEXT = "text"
    SUMMARY = "summary"
    NOT_AVAILABLE = "not_available"


class Impossible(StrEnum):
    """Why a parameter cannot have a value."""

    UNKNOWN_APP = "core.parameter_of_unknown_app"
    UNKNOWN_KEY = "core.parameter_unknown"
    WRONG_KIND = "core.parameter_of_wrong_kind"
    NOT_PERMITTED = "core.parameter_not_permitted"
    TOO_SMALL = "core.parameter_too_small"
    TOO_LARGE = "core.parameter_too_large"
    DO_NOT_FIT = "core.parameters_do_not_fit"


class Bar(StrEnum):
    """Why a rule set cannot be changed or published."""

    PUBLISHED = "core.rule_set_published_already"
    NO_FIRST_DAY = "core.rule_set_without_first_day"
    IN_THE_PAST = "core.rule_set_in_the_past"
    OVERLAP = "core.rule_set_overlaps"
    NO_VERSIONS = "core.rule_set_without_versions"
    NO_REASON = "core.rule_set_change_without_reason"
    LABEL_TAKEN = "core.rule_set_label_taken"
    NOT_THE_KEEPER = "core.rule_set_not_the_keeper"


class Standing(StrEnum):
    """How a rule set stands on a given day; follows from its dates."""

    DRAFT = "draft"
    TO_COME = "to_come"
    GOVERNS = "governs"
    NO_LONGER = "no_longer"
