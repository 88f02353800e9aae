"""The words of the register, and the sentences of its acts."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums import Act, EndReason, MemberKind, MemberStatus, Role, Subregion

KIND_NAMES = {MemberKind.ALS: _("At-Large Structure (ALS)"), MemberKind.INDIVIDUAL: _("Individual member")}

STATUS_NAMES = {
    MemberStatus.APPLICANT: _("Applicant"),
    MemberStatus.ACCREDITED: _("Accredited"),
    MemberStatus.DECERTIFIED: _("Decertified"),
    MemberStatus.UNVERIFIED: _("Status not verified"),
}

ROLE_NAMES = {
    Role.PRIMARY: _("Primary representative"),
    Role.ALTERNATE: _("Alternate representative"),
    Role.OBSERVER: _("Observer"),
}

SUBREGION_NAMES = {
    Subregion.A: _("Central America and Mexico"),
    Subregion.B: _("Andes"),
    Subregion.C: _("Caribbean"),
    Subregion.D: _("Mercosur"),
}

END_REASON_NAMES = {
    EndReason.COMPLETED: _("Term completed"),
    EndReason.RESIGNED: _("Resigned"),
    EndReason.SUCCEEDED: _("Succeeded to another office"),
    EndReason.REMOVED: _("Removed by a decision"),
    EndReason.DIED: _("Died in office"),
}

BODY_NAMES = {
    "board": _("Board of Directors"),
    "alac": _("At-Large Advisory Committee (ALAC), members from the region"),
    "nomcom": _("Nominating Committee (NomCom)"),
    "elders": _("Emeritus Council (Council of Elders)"),
    "ethics": _("Ethics committee"),
    "staff": _("Staff"),
}

POSITION_NAMES = {
    "chair": _("Chair"),
    "chair_elect": _("Chair-Elect (Vice-Chair)"),
    "secretary": _("Secretary"),
    "secretary_elect": _("Secretary-Elect (Vice-Secretary)"),
    "alac_even": _("ALAC member (seat of even years)"),
    "alac_odd": _("ALAC member (seat of odd years)"),
    "alac_nomcom": _("ALAC member named by the NomCom"),
    "nomcom": _("NomCom delegate"),
    "elder": _("Member of the Emeritus Council"),
    "ethics_member": _("Member of the ethics committee"),
    "scrutineer": _("Scrutineer"),
    "support": _("Support staff"),
}


def body_name(key: str):
    """The name of a body; a body made later carries its key until it is given words."""
    return BODY_NAMES.get(key, key)


def position_name(key: str):
    """The name of a position; one made later carries its key until it is given words."""
    return POSITION_NAMES.get(key, key)


ACTS = {
    Act.MEMBER_REGISTERED: _("A member was entered in the register."),
    Act.MEMBER_CHANGED: _("The entry of a member was changed."),
    Act.MEMBERS_IMPORTED: _("Members were imported from a file."),
    Act.STATUS_CHANGED: _("The status of a member changed."),
    Act.REPRESENTATION_BEGAN: _("A person began to represent a member."),
    Act.REPRESENTATION_ENDED: _("A person ceased to represent a member."),
    Act.TERM_BEGAN: _("A term of office began."),
    Act.TERM_ENDED: _("A term of office ended."),
    Act.PROFILE_CHANGED: _("A person changed their profile."),
    Act.SUBREGION_ASSIGNED: _("A country was assigned to a sub-region."),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
