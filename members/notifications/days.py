"""Days in mails."""

from datetime import date

from lacralo.core.moments import day_text


class Day:
    """A day that is put into words only when the mail is, in the reader's language."""

    def __init__(self, on: date):
        self.on = on

    def __str__(self):
        return day_text(self.on)
