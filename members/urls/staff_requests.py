"""The pages of requests to staff."""

from django.urls import path

from members.views import staff_requests as views

urlpatterns = [
    path("requests/", views.summary, name="staff_requests"),
    path("requests/ask/", views.ask, name="staff_request_ask"),
    path("requests/mine/", views.mine, name="my_staff_requests"),
    path("requests/queue/", views.queue, name="staff_request_queue"),
    path("requests/<int:pk>/", views.detail, name="staff_request"),
    path("requests/<int:pk>/<slug:move>/", views.move, name="staff_request_move"),
]
