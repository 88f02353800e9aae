"""What the database refuses about rule sets: a published one never changes and never goes."""

from lacralo.core.audit.guards import Guard, append_only, guard

_FROZEN = ("slug", "name", "in_force_from", "authoritative_language", "parameters", "citations", "note_id")
_NEVER_CHANGES = "a published rule set never changes"


def guard_rulebook() -> None:
    """Declare the guards; the ground does it when it is ready."""
    changed = " OR ".join(f'NEW."{column}" IS DISTINCT FROM OLD."{column}"' for column in _FROZEN)
    backwards = (
        "NEW.status = 'draft' OR (OLD.status = 'superseded' AND"
        " (NEW.status <> 'superseded' OR NEW.in_force_until IS DISTINCT FROM OLD.in_force_until))"
    )
    guard(
        Guard(
            "core_ruleset_published",
            "core_ruleset",
            ("UPDATE",),
            _NEVER_CHANGES,
            when=f"OLD.status <> 'draft' AND ({changed} OR {backwards})",
        )
    )
    guard(
        Guard("core_ruleset_kept", "core_ruleset", ("DELETE",), _NEVER_CHANGES, when="OLD.status <> 'draft'")
    )
    for name, events, row in (("joined", ("INSERT", "UPDATE"), "NEW"), ("left", ("DELETE",), "OLD")):
        published = f"SELECT 1 FROM core_ruleset r WHERE r.id = {row}.rule_set_id AND r.status <> 'draft'"
        guard(
            Guard(
                f"core_rulesetversion_{name}", "core_rulesetversion", events, _NEVER_CHANGES, exists=published
            )
        )
    append_only("core_parameterchange")
    append_only("core_revision")
