"""The table as loaded, and what became of its rows."""

import pytest
from django.core.management import CommandError, call_command

from elections.enums import CalendarKey, PostKey
from elections.models import CalendarStep, RotationRow
from elections.rules.rotation import UnknownYear
from elections.selectors.rotation import rotation_rows, rotation_table
from tests.builders import NOW
from tests.elections.builders import open_call

pytestmark = pytest.mark.django_db


def test_the_delivered_table_loads_once_and_again_changes_nothing(capsys):
    call_command("load_rotation")
    call_command("load_rotation")

    assert capsys.readouterr().out == "new rows: 63\nnothing new\n"
    assert rotation_table().subregion(2026, PostKey.ALAC_EVEN) == "B"
    assert rotation_table().years == tuple(range(2019, 2028))


def test_a_year_the_table_does_not_know_is_never_everybody():
    with pytest.raises(UnknownYear):
        rotation_table().subregion(2026, PostKey.CHAIR)


def test_a_file_that_moves_the_table_is_refused_whole(tmp_path):
    call_command("load_rotation")
    moved = tmp_path / "moved.csv"
    moved.write_text(
        "year,chair,chair_elect,secretary,secretary_elect,alac_even,alac_odd,nomcom\n"
        "2028,A,B,C,D,A,B,C\n2026,A,D,A,B,B,C,C\n"
    )

    with pytest.raises(CommandError, match="2026 chair"):
        call_command("load_rotation", str(moved))

    assert RotationRow.objects.filter(year=2028).count() == 0


def test_the_rows_show_what_happened_and_which_year_it_is():
    call_command("load_rotation")
    election = open_call()
    CalendarStep.objects.create(
        election=election, key=CalendarKey.NOMINATIONS_2, starts_at=NOW, ends_at=NOW, article="LA 2017"
    )

    rows = {row.year: row for row in rotation_rows(NOW)}
    cell = next(each for each in rows[2026].cells if each.post == PostKey.ALAC_EVEN)

    assert [row.year for row in rows.values() if row.is_present] == [2026]
    assert [stage.election for stage in cell.stages] == [election]
    assert (cell.subregion, cell.is_elected, cell.used_fallback) == ("B", True, True)
