"""What every page of the administration shares: rows are read there, and changed by acts of the portal."""


class ReadOnly:
    """Rows that whoever works in the administration may read; an app says so where only some may."""

    actions = None
    list_per_page = 50

    def lookup_allowed(self, lookup, value, request=None):
        """A list is asked only by its filters: to a question about a column that is not shown, or about rows
        behind it, its length would be the answer.
        """
        names = (getattr(each, "parameter_name", each) for each in self.list_filter)
        return any(f"{lookup}__".startswith(f"{name}__") for name in names)

    def has_view_permission(self, request, obj=None):
        """Whoever works in the administration reads."""
        return self.admin_site.has_permission(request)

    def has_module_permission(self, request):
        """It is listed for whoever may read it."""
        return self.has_view_permission(request)

    def has_add_permission(self, request, obj=None):
        """Rows are made by acts."""
        return False

    def has_change_permission(self, request, obj=None):
        """Rows are changed by acts."""
        return False

    def has_delete_permission(self, request, obj=None):
        """Nothing is deleted."""
        return False
