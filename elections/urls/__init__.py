"""The pages of elections: calls and nominations, rolls and votes."""

from elections.urls import nominations, voting

app_name = "elections"

urlpatterns = [*nominations.urlpatterns, *voting.urlpatterns]
