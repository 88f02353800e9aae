"""The pages of papers."""

from django.urls import path

from elections.views import papers

urlpatterns = [
    path("<slug:slug>/proclamation/", papers.proclamation, name="proclamation"),
    path("<slug:slug>/proclamation/<str:language>.pdf", papers.proclamation_pdf, name="proclamation_pdf"),
    path("<slug:slug>/proclamation/<str:language>/", papers.proclamation_issue, name="proclamation_issue"),
]
