"""The pages of elections: calls and nominations, rolls and votes, papers."""

from elections.urls import nominations, papers, voting

app_name = "elections"

urlpatterns = [*nominations.urlpatterns, *voting.urlpatterns, *papers.urlpatterns]
