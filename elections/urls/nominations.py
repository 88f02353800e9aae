"""The pages of calls, nominations and eligibility."""

from django.urls import path

from elections.views import calendars, candidates, elections, nominations, review

urlpatterns = [
    path("", elections.election_list, name="election_list"),
    path("rotation/", elections.rotation, name="rotation"),
    path("how-it-works/", elections.how_it_works, name="how_it_works"),
    path("prepare/", calendars.prepare, name="prepare"),
    path("answer/<str:token>/", nominations.nomination_answer, name="nomination_answer"),
    path("<slug:slug>/", elections.election_detail, name="election_detail"),
    path("<slug:slug>/calendar/", calendars.calendar_edit, name="calendar_edit"),
    path("<slug:slug>/publish/", calendars.publish, name="publish"),
    path("<slug:slug>/annul/", elections.annul, name="annul"),
    path("<slug:slug>/nominate/", nominations.nominate, name="nominate"),
    path("<slug:slug>/review/", review.review, name="review"),
    path("<slug:slug>/review/<int:pk>/", review.challenge_answer, name="challenge_answer"),
    path("<slug:slug>/acclaim/", review.acclaim, name="acclaim"),
    path("<slug:slug>/candidates/<int:pk>/", candidates.candidate, name="candidate"),
    path("<slug:slug>/candidates/<int:pk>/withdraw/", nominations.withdraw, name="withdraw"),
    path("<slug:slug>/candidates/<int:pk>/statement/", candidates.statement_edit, name="statement_edit"),
    path(
        "<slug:slug>/candidates/<int:pk>/statement/<str:language>/",
        candidates.statement_translate,
        name="statement_translate",
    ),
    path("<slug:slug>/candidates/<int:pk>/challenge/<str:line>/", candidates.challenge, name="challenge"),
]
