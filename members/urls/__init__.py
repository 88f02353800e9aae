"""The pages of members: the register, and what each member takes part in."""

from members.urls import plan, register, staff_requests
from members.urls import plan, register
from members.urls import participation, register
from members.urls import participation, plan, register

app_name = "members"

urlpatterns = [
    *register.urlpatterns,
    *plan.urlpatterns,
    *staff_requests.urlpatterns,
    *participation.urlpatterns,
]
