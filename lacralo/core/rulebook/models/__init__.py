"""Documents with their versions and articles, and the rule sets made of them."""

from lacralo.core.rulebook.models.documents import Article, Document, DocumentVersion
from lacralo.core.rulebook.models.rule_sets import (
    NoRuleSet,
    ParameterChange,
    RuleSet,
    RuleSetVersion,
)

__all__ = [
    "Article",
    "Document",
    "DocumentVersion",
    "NoRuleSet",
    "ParameterChange",
    "RuleSet",
    "RuleSetVersion",
]
