"""The directory of members and the page of each, open to everybody."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from members.documents import directory_csv
from members.forms.pages import DirectoryFilter
from members.models import Member
from members.selectors.confirmations import last_confirmation
from members.selectors.coverage import coverage_on, without_country
from members.selectors.directory import (
    countries_of_members,
    directory,
    status_history,
    with_status_and_subregion,
)
from members.selectors.representation import representations_held, vote_holder

MEMBERS_A_PAGE = 25


def _wanted(request):
    form = DirectoryFilter(request.GET, country_codes=countries_of_members())
    return form, directory(on=statute_day(request.now), **form.chosen)


@public
def member_list(request):
    """Every member of the register, by name, with its country, sub-region and status of today."""
    form, members = _wanted(request)
    page = Paginator(members, MEMBERS_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "members/member_list.html",
        {"form": form, "page": page, "is_filtered": bool(form.chosen), "query": request.GET.urlencode()},
    )


@public
def member_csv(request):
    """The members as chosen, as a CSV that the import reads back."""
    _, members = _wanted(request)
    return HttpResponse(
        directory_csv(members),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="lacralo-members.csv"'},
    )


@public
def coverage(request):
    """In which countries LACRALO has an ALS today, in which it has none, and how the sub-regions compare."""
    areas = coverage_on(statute_day(request.now))
    region = [each for each in areas if each.subregion]
    return render(
        request,
        "members/coverage.html",
        {
            "areas": areas,
            "accredited": sum(each.accredited for each in areas),
            "countries": sum(len(each.countries) for each in region),
            "covered": sum(each.covered for each in region),
            "without_country": without_country(),
        },
    )


@public
def member_detail(request, slug):
    """One member: its status through time, and who acts for it."""
    today = statute_day(request.now)
    member = get_object_or_404(with_status_and_subregion(Member.objects.all(), on=today), slug=slug)
    return render(
        request,
        "members/member_detail.html",
        {
            "member": member,
            "periods": status_history(member),
            "representations": representations_held(member),
            "voter": vote_holder(member, on=today),
            "today": today,
            "last_confirmed": last_confirmation(member),
        },
    )
