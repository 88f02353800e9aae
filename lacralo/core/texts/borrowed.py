"""Messages of libraries whose own catalogues lack them in one of our languages.

Named here so that they are extracted into ours; nothing imports this list.
"""

from django.utils.translation import gettext_noop

SIMPLE_HISTORY = (
    gettext_noop("Change History"),
    gettext_noop("Change history: %s"),
    gettext_noop("Change reason"),
    gettext_noop("Changed"),
    gettext_noop("Changed by"),
    gettext_noop("Changes"),
    gettext_noop("Choose a date from the list below to revert to a previous version of this object."),
    gettext_noop("Close"),
    gettext_noop("Comment"),
    gettext_noop("Created"),
    gettext_noop("Date/time"),
    gettext_noop("Deleted"),
    gettext_noop("Deleted %(type_name)s"),
    gettext_noop("History"),
    gettext_noop("Home"),
    gettext_noop("None"),
    gettext_noop("Object"),
    gettext_noop("Or press the 'Change History' button to edit the history."),
    gettext_noop("Press the 'Change History' button below to edit the history."),
    gettext_noop("Press the 'Revert' button below to revert to this version of the object."),
    gettext_noop("Revert"),
    gettext_noop("Revert %(verbose_name)s"),
    gettext_noop("Revert %s"),
    gettext_noop('The %(name)s "%(obj)s" was changed successfully.'),
    gettext_noop("This object doesn't have a change history."),
    gettext_noop("View %(verbose_name)s"),
    gettext_noop("View %s"),
    gettext_noop("View history: %s"),
    gettext_noop("You may edit it again below"),
)

DJANGO_COUNTRIES = (
    gettext_noop("Bahamas (The)"),
    gettext_noop("Democratic Republic of the Congo"),
    gettext_noop("Micronesia"),
    gettext_noop("Naoero"),
    gettext_noop("Netherlands (Kingdom of the)"),
    gettext_noop("Palestine"),
    gettext_noop("Saint Helena"),
    gettext_noop("South Georgia"),
    gettext_noop("Turkey"),
    gettext_noop("Vatican City"),
)
