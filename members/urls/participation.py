"""The pages of participation."""

from django.urls import path

from members.views import participation, participation_desk, participation_record

urlpatterns = [
    path("participation/", participation.participation, name="participation"),
    path("participation/try/", participation.try_out, name="participation_try"),
    path("participation/desk/", participation_desk.desk, name="participation_desk"),
    path("participation/initial/", participation_desk.initial, name="participation_initial"),
    path("participation/of/<slug:slug>/", participation.participation_of, name="participation_of"),
    path(
        "participation/of/<slug:slug>/contest/<str:line>/<int:pk>/",
        participation.contest,
        name="participation_contest",
    ),
    path("participation/of/<slug:slug>/attest/", participation_record.attest, name="participation_attest"),
    path("participation/of/<slug:slug>/leave/", participation_record.leave, name="participation_leave"),
    path("participation/of/<slug:slug>/restore/", participation_record.restore, name="participation_restore"),
    path("participation/leaves/<int:pk>/end/", participation_record.leave_end, name="leave_end"),
    path("participation/credits/<int:pk>/strike/", participation_record.strike, name="credit_strike"),
    path("participation/contests/<int:pk>/", participation_desk.answer, name="contest_answer"),
    path("participation/warnings/<int:pk>/again/", participation_desk.again, name="warning_again"),
    path("participation/mails/<int:pk>/bounced/", participation_desk.bounced, name="mail_bounced"),
    path("me/participation/", participation.my_participation, name="my_participation"),
]
