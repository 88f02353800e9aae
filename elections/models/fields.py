"""Exact numbers in the database."""

from fractions import Fraction

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class FractionField(models.CharField):
    """A `Fraction`, kept as text such as `25/32`; a float is refused loudly."""

    description = _("Exact fraction")

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 64)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        """The fraction of a stored text."""
        return None if value is None else Fraction(value)

    def to_python(self, value):
        """A fraction from a form or a fixture.

        Raises ValidationError for what is no exact number.
        """
        if value is None or isinstance(value, Fraction):
            return value
        if isinstance(value, float):
            raise TypeError("a float is not an exact number")
        try:
            return Fraction(value)
        except (ValueError, ZeroDivisionError):
            raise ValidationError(_("“%(value)s” is not a fraction."), params={"value": value}) from None

    def get_prep_value(self, value):
        """The text to store."""
        exact = self.to_python(value)
        return None if exact is None else str(exact)
