"""The links that stand on every page: languages, places, footer; loaded through `{% load lacralo %}`."""

from django import template
from django.conf import settings
from django.urls import Resolver404, resolve, reverse, translate_url
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

register = template.Library()

#: The places of the portal, in the order of the header.
PLACES = (
    ("home:front", _("Home")),
    ("members:member_list", _("Members")),
    ("members:offices", _("Offices")),
    ("members:meeting_list", _("Meetings")),
    ("members:plan", _("Plan")),
    ("elections:election_list", _("Elections")),
    ("home:rulebook", _("Rules")),
    ("home:verify", _("Verify")),
)

#: What a careful reader looks for at the foot of a page.
FOOTER = (
    ("home:about", _("What this is")),
    ("home:chain", _("Audit chain and its head")),
    ("home:privacy", _("Who sees what")),
    ("home:accessibility", _("Accessibility")),
)

#: What belongs to the signed-in reader.
MINE = (
    ("members:my_members", _("Whom I represent")),
    ("members:my_participation", _("My participation")),
    ("members:profile", _("My profile")),
    ("conflicts:statement", _("My statement of interest")),
    ("home:sent", _("Mails sent to me")),
    ("account_email", _("Sign-in and safety")),
)

#: What those who run elections, and those who keep the register, find besides.
OFFICERS = (("elections:prepare", _("Prepare an election")),)
STAFF = (("admin:index", _("Administration")),)

#: The sign-in and safety pages of an account.
ACCOUNT = (
    ("account_email", _("E-mail address")),
    ("account_change_password", _("Password")),
    ("mfa_index", _("Second step at sign-in")),
    ("account_logout", _("Sign out")),
)


def _lies_in(path, place):
    """Whether a path is a place or below it; below the front page (`/es/`) lies every other."""
    return path == place or (place.count("/") > 2 and path.startswith(place))


def _links(context, places):
    """The places as links; the deepest one that the current path lies in is marked."""
    request = context.get("request")
    path = request.path if request else ""
    links = [{"url": reverse(name), "words": words, "is_here": False} for name, words in places]
    around = [link for link in links if _lies_in(path, link["url"])]
    if around:
        max(around, key=lambda link: len(link["url"]))["is_here"] = True
    return {"links": links}


@register.inclusion_tag("components/links.html", takes_context=True)
def nav_links(context):
    """The places of the portal."""
    return _links(context, PLACES)


@register.inclusion_tag("components/links.html", takes_context=True)
def footer_links(context):
    """The links of the footer."""
    return _links(context, FOOTER)


@register.inclusion_tag("components/links.html", takes_context=True)
def my_links(context):
    """What belongs to the signed-in reader: own pages, and the rooms that an office or the admin opens."""
    officer = context.get("runs_elections")
    works_in_admin = officer or context["reader"].is_staff
    rooms = (OFFICERS if officer else ()) + (STAFF if works_in_admin else ())
    return _links(context, MINE + rooms)


@register.inclusion_tag("components/links.html", takes_context=True)
def account_links(context):
    """The pages of one's own account."""
    return _links(context, ACCOUNT)


@register.simple_tag
def front_url():
    """The front page in the reader's language."""
    return reverse("home:front")


@register.simple_tag
def demo_url():
    """Where the demonstration changes roles."""
    return reverse("home:demo")


@register.inclusion_tag("components/language_links.html", takes_context=True)
def language_links(context):
    """The same page in each language of the portal; the front page where this one has no such address."""
    request = context.get("request")
    here = request.get_full_path() if request else ""
    return {
        "languages": [
            {
                "code": code,
                "tag": html_language(code),
                "name": name,
                "url": _in_language(here, code),
                "is_current": code == get_language(),
            }
            for code, name in settings.LANGUAGES
        ]
    }


def _in_language(path, code):
    """The path in another language; the front page of that language where the path is nobody's."""
    try:
        resolve(path.split("?")[0])
    except Resolver404:
        with override(code):
            return front_url()
    return translate_url(path, code)


@register.filter
def html_language(code):
    """A language code as HTML writes it: `pt-br` is `pt-BR`."""
    language, dash, region = code.partition("-")
    return f"{language}{dash}{region.upper()}"
