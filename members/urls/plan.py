"""The pages of the plan of next steps."""

from django.urls import path

from members.views import plan

urlpatterns = [
    path("plan/", plan.plan_page, name="plan"),
    path("plan/plan.csv", plan.plan_file, name="plan_csv"),
    path("plan/add/", plan.plan_add, name="plan_add"),
    path("plan/<int:pk>/", plan.plan_task, name="plan_task"),
    path("plan/<int:pk>/edit/", plan.plan_edit, name="plan_edit"),
    path("plan/<int:pk>/<slug:move>/", plan.plan_move, name="plan_move"),
]
