"""The words of statements of interest."""

from django.utils.translation import gettext_lazy as _

from conflicts.enums import Act, Bar, Incompatibility
from lacralo.core.verdicts.phrases import Phrase, register_phrases

INCOMPATIBILITY_NAMES = {
    Incompatibility.FAMILY_OF_ICANN_EMPLOYEE: _(
        "A parent, sibling, spouse, partner or child works for ICANN"
    ),
    Incompatibility.PAID_BY_ICANN: _("I am under a financial contract with ICANN"),
    Incompatibility.LEADS_REGISTRY_REGISTRAR_OR_ISP: _(
        "I hold a leading post in a registry, a registrar, an Internet provider, "
        "or a chamber that represents them"
    ),
    Incompatibility.DECIDES_IN_GOVERNMENT: _(
        "I decide in a government: minister, deputy minister, secretary or equivalent"
    ),
    Incompatibility.REPRESENTS_COUNTRY_AT_GAC: _(
        "I represent a country at the GAC, or in a similar way in another committee or organisation of ICANN"
    ),
}

ACTS = {Act.STATEMENT_FILED: _("A statement of interest was filed.")}

BARS = {
    Bar.NOT_YOUR_INTERESTS: Phrase(
        passed=_("These are your own interests."),
        failed=_("A statement of interest is filed only by the person themselves."),
        remedy=_("Ask the person to sign in and file it."),
    ),
}

register_phrases(BARS)
register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
