"""The signed link by which a nominee answers: it proves the mailbox and names one nomination."""

from django.core import signing

from elections.models import Nomination

_SALT = "elections.nomination"


class BadLink(LookupError):
    """The link was changed, cut off, or names a nomination that does not exist."""


def link_token(nomination: Nomination) -> str:
    """The token of a nomination's link.  When it stops working is the calendar's: the end of acceptance."""
    return signing.dumps([nomination.pk, nomination.nominee_id], salt=_SALT)


def nomination_of(token: str) -> Nomination:
    """The nomination that a link names, with what its pages show.

    Raises BadLink.
    """
    try:
        pk, nominee = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        raise BadLink(token) from None
    found = Nomination.objects.filter(pk=pk, nominee=nominee).select_related(
        "election__position", "election__rule_set", "nominee", "member", "nominated_by", "nominating_member"
    )
    try:
        return found.get()
    except Nomination.DoesNotExist:
        raise BadLink(token) from None
