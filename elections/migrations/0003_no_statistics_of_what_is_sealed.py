"""PostgreSQL keeps samples of every column for its planner; of what is sealed it shall keep none."""

from django.db import migrations

SEALED = {
    "elections_envelope": ("sealed", "tracker", "attempt"),
    "elections_retiredtracker": ("tracker", "attempt"),
    "elections_mixedenvelope": ("sealed",),
    "elections_sealedkey": ("sealed",),
    "elections_opening": ("remaining",),
}


def _set_statistics(schema_editor, target: int) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    for table, columns in SEALED.items():
        for column in columns:
            schema_editor.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET STATISTICS {target}')


def keep_none(apps, schema_editor):
    """No sample of these columns is taken from now on."""
    _set_statistics(schema_editor, 0)


def keep_as_usual(apps, schema_editor):
    """Samples are taken as of any column."""
    _set_statistics(schema_editor, -1)


class Migration(migrations.Migration):
    dependencies = [("elections", "0002_secret_ballot")]

    operations = [migrations.RunPython(keep_none, keep_as_usual)]
