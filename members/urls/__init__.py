"""The pages of members: the register, and what each member takes part in."""

from members.urls import register

app_name = "members"

urlpatterns = [
    *register.urlpatterns,
]
