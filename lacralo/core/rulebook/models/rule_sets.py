"""Rule sets: which versions were in force together, and the parameters they set."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.rulebook.enums import RuleSetStatus, Standing
from lacralo.core.rulebook.models.documents import DocumentVersion
from lacralo.core.rulebook.parameters import parameters_for
from lacralo.core.rulebook.phrases import STATUS_NAMES
from lacralo.core.rulebook.rules import standing
from lacralo.core.texts.enums import Language
from lacralo.core.texts.models import Text
from lacralo.core.texts.phrases import LANGUAGE_NAMES


class NoRuleSet(LookupError):
    """No rule set was in force on that day: nothing may be decided by it."""

    def __init__(self, day: date):
        self.day = day
        super().__init__(f"no rule set in force on {day.isoformat()}")


class RuleSetQuerySet(models.QuerySet):
    """Questions to the rule sets."""

    def published(self):
        """Every rule set that governs, governed or will govern some day."""
        return self.exclude(status=RuleSetStatus.DRAFT)

    def in_order(self):
        """Oldest first, those without a first day last."""
        return self.order_by(F("in_force_from").asc(nulls_last=True), "pk")

    def in_force_on(self, day: date) -> "RuleSet":
        """The rule set that governs `day` (a UTC day).

        Raises NoRuleSet when there is none; two are impossible, since publishing refuses an overlap.
        """
        try:
            return self.published().get(
                Q(in_force_until=None) | Q(in_force_until__gte=day), in_force_from__lte=day
            )
        except self.model.DoesNotExist:
            raise NoRuleSet(day) from None


class RuleSet(models.Model):
    """The rules that govern a stretch of days: versions of documents, and parameters.

    A published rule set never changes; the database refuses it too.
    `parameters` and `citations` are `{app: {key: value}}`; read the former through `parameters_for`.
    """

    slug = models.SlugField(_("label in addresses"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    status = models.CharField(
        _("status"), max_length=10, choices=list(STATUS_NAMES.items()), default=RuleSetStatus.DRAFT
    )
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateField(_("last day in force"), null=True, blank=True)
    versions = models.ManyToManyField(
        DocumentVersion, through="RuleSetVersion", related_name="+", verbose_name=_("versions")
    )
    authoritative_language = models.CharField(
        _("authoritative language"), max_length=5, blank=True, choices=list(LANGUAGE_NAMES.items())
    )
    parameters = models.JSONField(_("parameters"), default=dict, blank=True)
    citations = models.JSONField(
        _("articles of the parameters"),
        default=dict,
        blank=True,
        help_text=_("The article each value follows; empty where no article is known."),
    )
    note = models.ForeignKey(
        Text,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("note"),
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = RuleSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule set")
        verbose_name_plural = _("rule sets")
        constraints = [
            models.CheckConstraint(
                name="rule_set_dates_fit_its_status",
                condition=Q(status=RuleSetStatus.DRAFT, published_at=None)
                | Q(
                    status=RuleSetStatus.IN_FORCE,
                    published_at__isnull=False,
                    in_force_from__isnull=False,
                    in_force_until=None,
                )
                | Q(
                    status=RuleSetStatus.SUPERSEDED,
                    published_at__isnull=False,
                    in_force_from__isnull=False,
                    in_force_until__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="rule_set_ends_after_it_starts",
                condition=Q(in_force_until=None) | Q(in_force_until__gte=F("in_force_from")),
            ),
            models.UniqueConstraint(
                fields=["status"],
                condition=Q(status=RuleSetStatus.IN_FORCE),
                name="one_rule_set_without_an_end",
            ),
            models.UniqueConstraint(
                fields=["in_force_from"],
                condition=~Q(status=RuleSetStatus.DRAFT),
                name="one_published_rule_set_per_first_day",
            ),
            models.CheckConstraint(
                name="rule_set_authoritative_language_is_offered",
                condition=Q(authoritative_language="")
                | Q(authoritative_language__in=[language.value for language in Language]),
            ),
        ]

    def __str__(self):
        return self.name_in_words

    def get_absolute_url(self):
        """The public page of this rule set."""
        return reverse("home:rule_set", args=[self.slug])

    @property
    def name_in_words(self) -> str:
        """The name in the reader's language, where the portal is delivered with it."""
        return gettext(self.name)

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written: inert, and open to change."""
        return self.status == RuleSetStatus.DRAFT

    def standing_on(self, day: date) -> Standing:
        """Whether on `day` (a UTC day) it is a draft, still to come, governs, or no longer does."""
        return standing(
            status=RuleSetStatus(self.status),
            first_day=self.in_force_from,
            last_day=self.in_force_until,
            day=day,
        )

    def parameters_for(self, kind):
        """This rule set's parameters as one of `kind`, the frozen dataclass an app declared.

        A key the rule set does not store has the default the dataclass gives.
        Raises UndeclaredParameters for a class nobody declared.
        """
        return parameters_for(self, kind)


class RuleSetVersion(models.Model):
    """A version of a document that is part of a rule set."""

    rule_set = models.ForeignKey(
        RuleSet, on_delete=models.PROTECT, related_name="+", verbose_name=_("rule set")
    )
    version = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="+", verbose_name=_("version")
    )

    class Meta:
        verbose_name = _("version in a rule set")
        verbose_name_plural = _("versions in rule sets")
        constraints = [
            models.UniqueConstraint(fields=["rule_set", "version"], name="one_row_per_rule_set_and_version"),
        ]

    def __str__(self):
        return f"{self.rule_set_id}: {self.version_id}"


class ParameterChange(models.Model):
    """Who set a parameter of a draft, when, to what, why and by which decision; never changed."""

    rule_set = models.ForeignKey(
        RuleSet,
        on_delete=models.PROTECT,
        related_name="parameter_changes",
        verbose_name=_("rule set"),
    )
    app = models.CharField(_("part of the portal"), max_length=40)
    key = models.CharField(_("parameter"), max_length=60)
    old_value = models.JSONField(_("value before"), null=True)
    new_value = models.JSONField(_("value after"), null=True)
    reason = models.TextField(_("reason"))
    decision = models.CharField(
        _("decision"), max_length=300, blank=True, help_text=_("The motion or act that asked for it.")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("changed by"),
    )
    at = models.DateTimeField(_("changed at"))

    class Meta:
        verbose_name = _("change of a parameter")
        verbose_name_plural = _("changes of parameters")
        constraints = [
            models.CheckConstraint(name="parameter_change_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.app}.{self.key}"
