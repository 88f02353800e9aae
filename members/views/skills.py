"""The skills directory: searched by anybody, each seeing what is meant for them; one's own entry."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from members.documents.skills import skills_csv
from members.forms.skills import SkillFilter, SkillForm
from members.selectors.profiles import own_profile
from members.selectors.skills import (
    PORTAL_LANGUAGES,
    coverage_of_topics,
    coverage_of_willingness,
    own_skills,
    reader,
    skills_of,
    skills_seen_by,
)
from members.services.skills import describe_skills, remove_skills

PEOPLE_A_PAGE = 25


def _wanted(request):
    today = statute_day(request.now)
    who, form = reader(request.person, on=today), SkillFilter(request.GET)
    return who, form, skills_seen_by(who, on=today, **form.chosen)


@public
def skill_list(request):
    """Who works on what, in which language, and is willing to be asked."""
    who, form, people = _wanted(request)
    return render(
        request,
        "members/skill_list.html",
        {
            "form": form,
            "page": Paginator(people, PEOPLE_A_PAGE).get_page(request.GET.get("page")),
            "is_filtered": bool(form.chosen),
            "query": request.GET.urlencode(),
            "audiences": who.audiences,
        },
    )


@public
def skill_csv(request):
    """What the reader sees of the people chosen, as a file."""
    _who, _form, people = _wanted(request)
    return HttpResponse(
        skills_csv(people),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="lacralo-skills.csv"',
            "Cache-Control": "private, no-store",
        },
    )


@public
def skill_gaps(request):
    """Which topics nobody covers in which language, as far as the reader may see."""
    today = statute_day(request.now)
    who = reader(request.person, on=today)
    people = skills_seen_by(who, on=today)
    return render(
        request,
        "members/skill_gaps.html",
        {
            "people": len(people),
            "languages": PORTAL_LANGUAGES,
            "topics": coverage_of_topics(people),
            "willing": coverage_of_willingness(people),
            "audiences": who.audiences,
        },
    )


@public
def skill_detail(request, pk):
    """One person of the directory, as far as the reader may see."""
    today = statute_day(request.now)
    shown = skills_of(pk, reader(request.person, on=today), on=today)
    if shown is None:
        raise Http404
    return render(request, "members/skill_detail.html", {"shown": shown})


def my_skills(request):
    """What I say of what I can do, and who sees each part."""
    sheet = own_skills(request.person)
    form = SkillForm(
        request.POST if request.method == "POST" else None,
        is_new=sheet is None,
        initial=SkillForm.answers_of(sheet, request.person, own_profile(request.person)),
    )
    if form.is_valid():
        describe_skills(
            person=request.person,
            skills=form.skills,
            has_consented=form.has_consented,
            by=request.person,
            now=request.now,
        )
        messages.success(request, _("The directory now says this of you. You can remove it at any time."))
        return redirect("members:my_skills")
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "members/my_skills.html", {"form": form, "sheet": sheet}, status=status)


def remove_my_skills(request):
    """Ask once more, then delete everything I said."""
    sheet = own_skills(request.person)
    if sheet is None:
        return redirect("members:my_skills")
    if request.method == "POST":
        remove_skills(person=request.person, by=request.person, now=request.now)
        messages.success(request, _("You are no longer in the directory; all you said there is deleted."))
        return redirect("members:skill_list")
    return render(request, "members/skills_remove.html", {"sheet": sheet})
