"""The pages of statements of interest."""

app_name = "conflicts"

urlpatterns = []
