"""The elections under way, for the page and the paper by which an office is handed over."""

from django import template

from elections.selectors.handover import elections_under_way

register = template.Library()


@register.inclusion_tag("elections/_elections_to_run.html")
def elections_to_run(now, portal=""):
    """Each election that is not over, where it stands, and its next step; `portal` before each address."""
    return {"ahead": elections_under_way(now), "portal": portal}
