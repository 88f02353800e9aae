"""The form by which a file is read into the register."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members.rules.imports.files import MOST_BYTES, Layout


class UploadForm(forms.Form):
    """A file of one kind."""

    file = forms.FileField(label=_("CSV file"))

    def __init__(self, *args, layout: Layout, **kwargs):
        """The help names the columns of this kind of file."""
        super().__init__(*args, **kwargs)
        columns = ", ".join(layout.columns)
        self.fields["file"].help_text = _("UTF-8, separated by commas. Columns: %(columns)s.") % {
            "columns": columns
        }

    def clean_file(self):
        """Not larger than such a file can be."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than %(most)s kB.") % {"most": MOST_BYTES // 1000})
        return file
