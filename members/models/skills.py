"""What people can do and are willing to do, each field with its audience; theirs to take back whole."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.skills import MANY, Audience, Level, SkillField
from members.phrases.skills import AUDIENCE_NAMES, FIELD_NAMES, LEVEL_NAMES

#: More hours than a month of working days has are a slip of the pen.
MOST_HOURS = 160


class SkillSheetQuerySet(models.QuerySet):
    """Questions to the directory; nobody reads it past `visible_to`."""

    def visible_to(self, person: Person | None, audiences: frozenset[Audience]) -> "SkillSheetQuerySet":
        """The sheets of which the reader may see something, and the reader's own; closed accounts aside.

        A country alone shows nobody: it says nothing of what they can do.
        """
        shown = _own(person)
        for field in SkillField:
            if field != SkillField.COUNTRY:
                shown |= _told(field, audiences) & _is_said(field)
        return self.filter(shown, person__is_active=True)

    def saying(
        self, field: SkillField, key: str, person: Person | None, audiences: frozenset[Audience]
    ) -> "SkillSheetQuerySet":
        """Those that say this where the reader may see it: what is hidden finds nobody."""
        if field in MANY:
            says = Exists(SkillLine.objects.filter(sheet=OuterRef("pk"), field=field, key=key))
        else:
            says = Q(**{str(field): key})
        return self.filter(_told(field, audiences) | _own(person), says)


def _own(person: Person | None) -> Q:
    return Q(person=person) if person else Q(pk__in=[])


def _told(field: SkillField, audiences: frozenset[Audience]) -> Q:
    return Q(**{f"{field}_audience__in": [str(each) for each in audiences]})


def _is_said(field: SkillField) -> Q:
    if field in MANY:
        return Q(Exists(SkillLine.objects.filter(sheet=OuterRef("pk"), field=field)))
    empty = None if field == SkillField.HOURS else ""
    return ~Q(**{str(field): empty}) if empty is not None else Q(**{f"{field}__isnull": False})


def _audience(field: SkillField, default: Audience) -> models.CharField:
    return models.CharField(
        FIELD_NAMES[field], max_length=15, choices=list(AUDIENCE_NAMES.items()), default=default
    )


class SkillSheet(models.Model):
    """A person's entry in the directory; it is there because they wrote it, and gone when they say so."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(_("in their own words"), max_length=600, blank=True)
    about_language = models.CharField(
        _("language of the text"),
        max_length=5,
        choices=list(LANGUAGE_NAMES.items()),
        default=Language.SPANISH,
    )
    hours = models.PositiveSmallIntegerField(
        _("hours a month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_HOURS)],
    )
    country = CountryField(_("country"), blank=True)
    topics_audience = _audience(SkillField.TOPICS, Audience.EVERYBODY)
    languages_audience = _audience(SkillField.LANGUAGES, Audience.EVERYBODY)
    willing_audience = _audience(SkillField.WILLING, Audience.REPRESENTATIVES)
    about_audience = _audience(SkillField.ABOUT, Audience.REPRESENTATIVES)
    hours_audience = _audience(SkillField.HOURS, Audience.OFFICERS)
    country_audience = _audience(SkillField.COUNTRY, Audience.REPRESENTATIVES)
    consented_at = models.DateTimeField(_("agreed"))
    changed_at = models.DateTimeField(_("last changed"))

    objects = SkillSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the skills directory")
        verbose_name_plural = _("entries of the skills directory")
        constraints = [
            *(
                models.CheckConstraint(
                    name=f"skills_{field}_audience_is_known",
                    condition=Q(**{f"{field}_audience__in": list(Audience)}),
                )
                for field in SkillField
            ),
            models.CheckConstraint(
                name="skills_about_language_is_offered", condition=Q(about_language__in=list(Language))
            ),
            models.CheckConstraint(
                name="skills_hours_are_possible",
                condition=Q(hours=None) | Q(hours__gte=1, hours__lte=MOST_HOURS),
            ),
        ]

    def __str__(self):
        return str(self.person)

    def audience_of(self, field: SkillField) -> Audience:
        """Who sees that field."""
        return Audience(getattr(self, f"{field}_audience"))


class SkillLine(models.Model):
    """One topic, one working language with its level, or one thing a person is willing to do."""

    sheet = models.ForeignKey(SkillSheet, on_delete=models.PROTECT, related_name="lines")
    field = models.CharField(_("field"), max_length=10, choices=[(each, FIELD_NAMES[each]) for each in MANY])
    key = models.SlugField(_("key"), max_length=40)
    level = models.CharField(_("level"), max_length=10, choices=list(LEVEL_NAMES.items()), blank=True)

    class Meta:
        verbose_name = _("line of the skills directory")
        verbose_name_plural = _("lines of the skills directory")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "field", "key"], name="one_line_per_skill"),
            models.CheckConstraint(name="skill_field_holds_several", condition=Q(field__in=list(MANY))),
            models.CheckConstraint(
                name="a_language_alone_has_a_level",
                condition=Q(field=SkillField.LANGUAGES, level__in=list(Level))
                | Q(~Q(field=SkillField.LANGUAGES), level=""),
            ),
        ]
        indexes = [models.Index(fields=["field", "key"], name="skill_by_field_and_key")]

    def __str__(self):
        return f"{self.field}: {self.key}"
