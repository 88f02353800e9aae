"""The pages of elections: calls and nominations, rolls and votes, secret votes, papers."""

from elections.urls import nominations, papers, scrutiny, voting

app_name = "elections"

urlpatterns = [
    *nominations.urlpatterns,
    *voting.urlpatterns,
    *scrutiny.urlpatterns,
    *papers.urlpatterns,
]
