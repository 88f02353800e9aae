"""The pages of the register."""

from django.urls import path

from members.views import directory, offices, own

app_name = "members"

urlpatterns = [
    path("", directory.member_list, name="member_list"),
    path("members.csv", directory.member_csv, name="member_csv"),
    path("coverage/", directory.coverage, name="coverage"),
    path("offices/", offices.offices, name="offices"),
    path("offices/history/", offices.office_history, name="office_history"),
    path("me/", own.my_members, name="my_members"),
    path("me/confirm/<slug:slug>/", own.confirm_entry, name="confirm_entry"),
    path("me/profile/", own.profile, name="profile"),
    path("of/<slug:slug>/", directory.member_detail, name="member_detail"),
]
