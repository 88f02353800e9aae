"""Forms of participation: contested lines, attestations, leave, and indicators to try."""

from dataclasses import replace
from fractions import Fraction

from django import forms
from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts.phrases import sentences
from members.enums.participation import CreditKind, OccasionKind
from members.models import Member
from members.phrases.participation import CREDIT_NAMES, LEAVE_NAMES, STANDING_NAMES
from members.rules.indicators import CONTRIBUTIONS, Indicator, Measure, can_be_met
from members.rules.parameters import MemberRules


def _day(label, **more):
    return forms.DateField(
        label=label,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d"],
        **more,
    )


def _words(label, **more):
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 4}), **more)


class ContestForm(forms.Form):
    """What is wrong with a line."""

    words = _words(
        _("What is wrong?"),
        max_length=2000,
        help_text=_("Say what happened and what shows it: a page, a message, somebody who was there."),
    )
    who_sees = {"words": _("You, all who act for the member, and those who keep the register see this.")}


class AnswerForm(forms.Form):
    """Whether the member is right, and why."""

    is_upheld = forms.TypedChoiceField(
        label=_("Is the member right?"),
        choices=[("yes", _("Yes: the line is put right")), ("no", _("No: the line stays"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    answer = _words(_("Reason"), max_length=2000)
    who_sees = {"answer": _("All who act for the member and those who keep the register see this.")}


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(label=_("Reason or decision"), max_length=300)


class AttestForm(forms.Form):
    """That a member took part in something that no act of the portal shows."""

    kind = forms.TypedChoiceField(
        label=_("How the member took part"), choices=list(CREDIT_NAMES.items()), coerce=CreditKind
    )
    occasion = forms.TypedChoiceField(
        label=_("Vote, consensus call or monthly call"),
        required=False,
        empty_value=None,
        help_text=_("Choose it where there is one: only then does the credit count in its share."),
    )
    on = _day(_("Day"), required=False, help_text=_("Where no occasion is chosen. Days are counted in UTC."))
    reason = forms.CharField(
        label=_("What shows it"), max_length=300, help_text=_("A page, a minute, a message, with its date.")
    )

    def __init__(self, *args, occasions, **kwargs):
        """`occasions`: those to choose from by their key, each with its name."""
        super().__init__(*args, **kwargs)
        field = self.fields["occasion"]
        names = [(str(each.pk), name) for each, name in occasions.items()]
        field.choices = [("", _("None of these")), *names]
        found = {str(each.pk): each for each in occasions}
        field.coerce = found.get

    def clean(self):
        """A day, or an occasion, which has its own."""
        cleaned = super().clean()
        if not cleaned.get("occasion") and not cleaned.get("on") and "on" not in self.errors:
            self.add_error("on", _("Choose an occasion, or write the day."))
        return cleaned


class LeaveForm(forms.Form):
    """From when to when the time of a member does not count, and why."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(LEAVE_NAMES.items()))
    start = _day(_("First day"))
    end = _day(_("First day that counts again"), required=False)
    reason = forms.CharField(label=_("Reason or decision"), max_length=300)
    who_sees = {"reason": _("All who act for the member and those who keep the register see this.")}


class EndLeaveForm(forms.Form):
    """That a leave ends earlier."""

    end = _day(_("First day that counts again"))
    reason = forms.CharField(label=_("Reason or decision"), max_length=300)


class InitialStandingForm(forms.Form):
    """How several members stood on a day, by one decision."""

    members = forms.ModelMultipleChoiceField(
        label=_("Members"),
        queryset=Member.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    standing = forms.ChoiceField(label=_("Standing"), choices=list(STANDING_NAMES.items())[:3])
    on = _day(_("As of"))
    decision = forms.CharField(
        label=_("Decision"), max_length=300, help_text=_("Who decided it, and when; for example a minute.")
    )

    def __init__(self, *args, members, **kwargs):
        """`members`: those to choose from."""
        super().__init__(*args, **kwargs)
        self.fields["members"].queryset = members


class ShareField(forms.CharField):
    """A share written as people write it: 1/2."""

    def clean(self, value):
        """The exact fraction; empty where nothing is asked."""
        text = super().clean(value)
        try:
            return Fraction(text) if text else Fraction(0)
        except (ValueError, ZeroDivisionError):
            raise forms.ValidationError(_("Write a fraction such as 1/2, not a decimal number.")) from None

    def to_python(self, value):
        """Decimal numbers are refused: nobody means 0.33 for a third."""
        text = super().to_python(value).replace(" ", "")
        if "." in text or "," in text:
            raise forms.ValidationError(_("Write a fraction such as 1/2, not a decimal number."))
        return text


class TryForm(forms.Form):
    """Other indicators for ALSes; what is left empty is not asked."""

    decisions = ShareField(
        label=_("Share of votes and consensus calls"), required=False, max_length=10, initial="1/2"
    )
    calls = ShareField(label=_("Share of monthly calls"), required=False, max_length=10, initial="1/3")
    contributions = forms.IntegerField(
        label=_("Number of contributions"), required=False, min_value=0, max_value=600, initial=3
    )
    joined = forms.ChoiceField(
        label=_("Calls and contributions"),
        choices=[("or", _("one of the two is enough")), ("and", _("both are asked"))],
        initial="or",
    )
    months = forms.IntegerField(label=_("Window in months"), min_value=1, max_value=60, initial=12)

    def clean(self):
        """Indicators that nobody could ever meet are refused, with the reason."""
        cleaned = super().clean()
        if not self.errors:
            for indicator in self.indicators:
                verdict = can_be_met(indicator)
                if not verdict:
                    raise forms.ValidationError(sentences(verdict))
        return cleaned

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What was typed, as indicators."""
        typed, months = self.cleaned_data, self.cleaned_data["months"]
        decisions = Measure(
            (CreditKind.VOTED, CreditKind.CONSENSUS),
            (OccasionKind.VOTE, OccasionKind.CONSENSUS_CALL),
            typed["decisions"],
            months=months,
        )
        calls = Measure(
            (CreditKind.ATTENDED, CreditKind.APOLOGIES), (OccasionKind.CALL,), typed["calls"], months=months
        )
        work = Measure(CONTRIBUTIONS, number=typed["contributions"] or 0, months=months)
        others = [each for each in (calls, work) if each.share or each.number]
        joined = [tuple(others)] if typed["joined"] == "or" else [(each,) for each in others]
        asked = [(decisions,)] if decisions.share else []
        return tuple(Indicator(measures) for measures in (*asked, *joined) if measures)

    def rules(self, present: MemberRules) -> MemberRules:
        """The rules in force with these indicators."""
        return replace(present, als_indicators=self.indicators)
