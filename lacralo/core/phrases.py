"""The sentences of the ground: its acts, as the public log shows them."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.audit import Act
from lacralo.core.verdicts.phrases import Phrase, register_phrases

ACTS = {
    Act.PERSON_REGISTERED: _("A person was registered."),
    Act.ADMIN_ACCESS_SET: _("A person's access to the administration was changed."),
    Act.ACCOUNT_SET: _("A person's account was opened or closed."),
    Act.SESSIONS_ENDED: _("A person's sessions were ended."),
    Act.DOCUMENT_RECORDED: _("A version of a document was recorded in the rulebook."),
    Act.RULE_SET_DRAFTED: _("A rule set was drafted."),
    Act.RULE_SET_PUBLISHED: _("A rule set was published."),
    Act.PARAMETER_SET: _("A parameter of a draft rule set was set."),
    Act.REVISION_WRITTEN: _("A text received a new revision."),
    Act.REVISION_TRANSLATED: _("A revision was translated."),
    Act.DOCUMENT_ISSUED: _("A document was issued."),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
