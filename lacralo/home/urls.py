"""The pages of the roof."""

from django.urls import path

from lacralo.home.views import front, rulebook

app_name = "home"

urlpatterns = [
    path("", front.front, name="front"),
    path("rules/", rulebook.rulebook, name="rulebook"),
    path("rules/compare/", rulebook.compare, name="rule_set_compare"),
    path("rules/sets/<slug:slug>/", rulebook.rule_set, name="rule_set"),
    path("rules/<slug:key>/<slug:slug>/", rulebook.document_version, name="document_version"),
]
