"""Fields that every form with people in it shares."""

from django import forms

from lacralo.core.people.names import one_line


class NameField(forms.CharField):
    """A name of at most 200 signs, kept on one line; one of signs that nobody sees is none."""

    def __init__(self, **options):
        super().__init__(max_length=200, **options)

    def to_python(self, value):
        """The name as it is kept."""
        return one_line(super().to_python(value))
