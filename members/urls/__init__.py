"""The pages of members: the register, and what each member takes part in."""

from members.urls import plan, register

app_name = "members"

urlpatterns = [
    *register.urlpatterns,
    *plan.urlpatterns,
]
