"""The pages of the skills directory."""

from django.urls import path

from members.views import skills

urlpatterns = [
    path("skills/", skills.skill_list, name="skill_list"),
    path("skills/skills.csv", skills.skill_csv, name="skill_csv"),
    path("skills/gaps/", skills.skill_gaps, name="skill_gaps"),
    path("skills/of/<int:pk>/", skills.skill_detail, name="skill_detail"),
    path("me/skills/", skills.my_skills, name="my_skills"),
    path("me/skills/remove/", skills.remove_my_skills, name="skills_remove"),
]
