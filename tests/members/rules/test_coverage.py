"""Countries and sub-regions counted: covered, with others only, with nobody."""

from hypothesis import given
from hypothesis import strategies as st

from members.enums import MemberStatus, Reach, Subregion
from members.rules.coverage import Area, Country, coverage

SUBREGIONS = {"CL": Subregion.B, "PE": Subregion.B, "JM": Subregion.C, "BR": Subregion.D}
ACCREDITED, APPLICANT = str(MemberStatus.ACCREDITED), str(MemberStatus.APPLICANT)


def areas_of(*members):
    return {area.subregion: area for area in coverage(members, SUBREGIONS)}


def test_a_country_counts_its_accredited_members_and_the_others_apart():
    found = areas_of(("PE", ACCREDITED), ("PE", ACCREDITED), ("PE", APPLICANT), ("JM", ""))

    assert found[Subregion.B] == Area(Subregion.B, (Country("CL", 0, 0), Country("PE", 2, 1)))
    assert found[Subregion.C] == Area(Subregion.C, (Country("JM", 0, 1),))
    assert (found[Subregion.B].covered, found[Subregion.B].accredited, found[Subregion.B].others) == (1, 2, 1)


def test_how_far_lacralo_reaches_into_a_country():
    countries = (Country("PE", 1, 3), Country("JM", 0, 1), Country("CL", 0, 0))

    assert [each.reach for each in countries] == [Reach.COVERED, Reach.NOT_ACCREDITED, Reach.NOBODY]


def test_every_sub_region_is_there_and_countries_in_none_come_last():
    assert [area.subregion for area in coverage([], SUBREGIONS)] == list(Subregion)

    *_, last = coverage([("PR", ACCREDITED), ("CW", "")], SUBREGIONS)

    assert last == Area(None, (Country("CW", 0, 1), Country("PR", 1, 0)))


def test_a_member_without_a_country_is_in_no_area():
    assert sum(area.accredited + area.others for area in coverage([("", ACCREDITED)], SUBREGIONS)) == 0


COUNTRIES = st.sampled_from([*SUBREGIONS, "PR", "CW"])
STATUSES = st.sampled_from(["", *map(str, MemberStatus)])


@given(st.lists(st.tuples(COUNTRIES, STATUSES)))
def test_nobody_is_counted_twice_or_lost(members):
    areas = coverage(members, SUBREGIONS)

    assert sum(area.accredited + area.others for area in areas) == len(members)
    codes = [country.code for area in areas for country in area.countries]
    assert sorted(codes) == sorted(SUBREGIONS.keys() | {country for country, _ in members})
