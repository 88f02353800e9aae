"""The pages of handing an office over."""

from django.urls import path

from members.views import handover as views

urlpatterns = [
    path("handover/<int:pk>/", views.handover, name="handover"),
    path("handover/<int:pk>/make/<str:language>/", views.handover_issue, name="handover_issue"),
    path("handover/<int:pk>/<str:code>.pdf", views.handover_pdf, name="handover_pdf"),
]
