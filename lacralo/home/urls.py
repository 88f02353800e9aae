"""The pages of the roof."""

from django.urls import path

from lacralo.home.views import calendars, chain, demo, front, mails, pages, rulebook, verification

app_name = "home"

urlpatterns = [
    path("", front.front, name="front"),
    path("about/", pages.about, name="about"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("chain/", chain.chain, name="chain"),
    path("chain.json", chain.chain_json, name="chain_json"),
    path("verify/", verification.verify, name="verify"),
    path("verify/<str:code>/", verification.verified, name="verified"),
    path("verify/<str:code>/file/", verification.verified_file, name="verified_file"),
    path("mails/", mails.sent, name="sent"),
    path("outbox/", mails.outbox, name="outbox"),
    path("calendar/", calendars.my_calendar, name="my_calendar"),
    path("calendar/make/", calendars.calendar_make, name="calendar_make"),
    path("calendar/revoke/", calendars.calendar_revoke, name="calendar_revoke"),
    path("calendar/<str:secret>.ics", calendars.calendar_feed, name="calendar_feed"),
    path("demo/", demo.demo, name="demo"),
    path("demo/<int:pk>/", demo.enter, name="demo_enter"),
    path("rules/", rulebook.rulebook, name="rulebook"),
    path("rules/compare/", rulebook.compare, name="rule_set_compare"),
    path("rules/sets/<slug:slug>/", rulebook.rule_set, name="rule_set"),
    path("rules/<slug:key>/<slug:slug>/", rulebook.document_version, name="document_version"),
]
