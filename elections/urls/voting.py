"""The pages of voting."""

urlpatterns = []
