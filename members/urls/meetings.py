"""The pages of meetings and their series."""

from django.urls import path

from members.views import meeting_desk, meetings, series

urlpatterns = [
    path("meetings/", meetings.meeting_list, name="meeting_list"),
    path("meetings/<int:pk>/", meetings.meeting_detail, name="meeting_detail"),
    path("meetings/<int:pk>/move/", meeting_desk.meeting_move, name="meeting_move"),
    path("meetings/<int:pk>/cancel/", meeting_desk.meeting_cancel, name="meeting_cancel"),
    path("meetings/<int:pk>/channels/", meeting_desk.meeting_channels, name="meeting_channels"),
    path("meetings/<int:pk>/held/", meeting_desk.meeting_held, name="meeting_held"),
    path("meetings/series/", series.series_list, name="series_list"),
    path("meetings/series/new/", series.series_new, name="series_new"),
    path("meetings/series/of/<slug:key>/", series.series_detail, name="series_detail"),
    path("meetings/series/of/<slug:key>/edit/", series.series_edit, name="series_edit"),
    path("meetings/series/of/<slug:key>/channels/", series.series_channels, name="series_channels"),
    path("meetings/series/of/<slug:key>/people/", series.series_people, name="series_people"),
    path(
        "meetings/series/of/<slug:key>/people/<int:pk>/release/",
        series.series_person_release,
        name="series_person_release",
    ),
    path("meetings/series/of/<slug:key>/plan/", meeting_desk.meeting_plan, name="meeting_plan"),
    path("meetings/series/of/<slug:key>/record/", meeting_desk.meeting_record, name="meeting_record"),
]
