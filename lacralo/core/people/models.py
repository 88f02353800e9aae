"""Persons: whoever acts, is named or is written to; not all of them ever sign in."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

DEFAULT_LANGUAGE = "es"
DEFAULT_ZONE = "America/Bogota"


class PersonManager(BaseUserManager):
    """Makes persons; the e-mail is kept in lower case so that one address is one person."""

    def create_user(self, email=None, password=None, **fields):
        """A person who may sign in by a code sent to `email`, or by password when one is given."""
        person = self.model(email=email.lower().strip() if email else None, **fields)
        if password:
            person.set_password(password)
        else:
            person.set_unusable_password()
        person.save(using=self._db)
        return person

    def create_superuser(self, email, password=None, **fields):
        """A person with every right in the admin (`manage.py createsuperuser`)."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody the portal knows by name.  What LACRALO knows beyond that is `members.Profile`."""

    class Language(models.TextChoices):
        SPANISH = "es", "Español"
        PORTUGUESE = "pt-br", "Português"
        ENGLISH = "en", "English"
        FRENCH = "fr", "Français"

    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        null=True,
        blank=True,
        help_text=_("Seen by you, by the secretary and by staff."),
    )
    language = models.CharField(
        _("language"), max_length=5, choices=Language.choices, default=Language.SPANISH,
        help_text=_("The language of your mails and documents."),
    )  # fmt: skip
    time_zone = models.CharField(_("time zone"), max_length=64, default=DEFAULT_ZONE)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("works in the admin"), default=False)
    rights_epoch = models.PositiveIntegerField(default=0, editable=False)

    history = HistoricalRecords(excluded_fields=["password", "last_login", "rights_epoch"], related_name="+")

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_person_per_address"),
            models.CheckConstraint(name="person_language_is_offered",
                                   condition=Q(language__in=["es", "pt-br", "en", "fr"])),
            models.CheckConstraint(name="person_has_a_name", condition=~Q(name="")),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def _get_session_auth_hash(self, secret=None):
        # Sessions end when the password changes and when a role is lost (ASVS 7.4.2).
        rights = f"{self.password}:{self.rights_epoch}"
        return salted_hmac("lacralo.core.people", rights, secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self):
        """The name, as Django's own pages ask for it."""
        return self.name

    def get_short_name(self):
        """The name: cultures differ on which part is short."""
        return self.name
