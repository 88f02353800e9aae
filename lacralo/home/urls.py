"""The pages of the roof."""

from django.urls import path

from lacralo.home.views import front

app_name = "home"

urlpatterns = [
    path("", front.front, name="front"),
]
