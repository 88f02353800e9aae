"""The pages of statements of interest."""

from django.urls import path

from conflicts import views

app_name = "conflicts"

urlpatterns = [
    path("", views.statement_list, name="statement_list"),
    path("mine/", views.statement, name="statement"),
    path("mine/new/", views.statement_new, name="statement_new"),
    path("<int:pk>/", views.statement_detail, name="statement_detail"),
]
