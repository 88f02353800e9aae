"""The pages of nominations."""

urlpatterns = []
