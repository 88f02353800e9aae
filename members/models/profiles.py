"""What LACRALO knows of a person beyond the name; each field says who sees it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person


class ProfileQuerySet(models.QuerySet):
    """Profiles; the confidential fields are for their owner and for officers."""

    def visible_to(self, person: Person | None) -> "ProfileQuerySet":
        """The profiles whose every field `person` may read: their own."""
        return self.filter(person=person) if person else self.none()


class Profile(models.Model):
    """Residence and nationalities (public of candidates), other fields of activity, self-described gender."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    residence = CountryField(_("country of residence"), blank=True)
    nationalities = CountryField(_("nationalities"), multiple=True, blank=True)
    gender = models.CharField(_("gender, in your own words"), max_length=60, blank=True)
    activities = models.CharField(_("activity in other fields"), max_length=300, blank=True)

    # The history does not keep what a person says of their gender: it is theirs to take back.
    history = HistoricalRecords(related_name="+", excluded_fields=["gender"])

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self):
        return str(self.person)
