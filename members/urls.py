"""The pages of the register."""

app_name = "members"

urlpatterns = []
