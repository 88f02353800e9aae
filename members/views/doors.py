"""Where there is no rule set in force, nothing is measured, and the page says so."""

import functools

from django.shortcuts import render

from lacralo.core.rulebook.models import NoRuleSet


def needs_rules(view):
    """A view that rests on the rules in force; without any it answers with a page that says so."""

    @functools.wraps(view)
    def wrapped(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except NoRuleSet:
            return render(request, "members/no_rules.html")

    return wrapped
