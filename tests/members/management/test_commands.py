"""`load_register` and `import_members` at the terminal."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from members.models import Member
from tests.members.builders import file_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def run(*arguments, **options):
    out, err = StringIO(), StringIO()
    call_command(*arguments, stdout=out, stderr=err, **options)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


@pytest.fixture
def csv_file(tmp_path):
    def write(*lines, content=None):
        path = tmp_path / "members.csv"
        path.write_bytes(file_of(*lines) if content is None else content)
        return path

    return write


def test_the_register_loads_once():
    assert run("load_register")[0] == [
        "45 posts and countries were entered in the register.",
        "12 tasks were added to the plan of next steps.",
        "7 series of meetings were set up.",
    ]
    assert run("load_register")[0] == ["Nothing was missing; nothing changed."]


def test_a_dry_run_shows_every_line_and_changes_nothing(csv_file):
    path = csv_file("Alfa,PE,,accredited,,", "Beta,,,applicant,,")

    out, _ = run("import_members", path, dry_run=True)

    assert out == [
        "line 2: Alfa: Will be entered.",
        "line 3: Beta: Will be entered as not verified. "
        "The country is not known: it is kept as not verified, on no roll.",
        "Nothing was changed. 2 members would be entered, 1 of them as not verified and on no roll; "
        "0 were in the register already and stay as they are.",
    ]
    assert Member.objects.count() == 0


def test_the_second_run_says_that_nothing_changed(csv_file):
    path = csv_file("Alfa,PE,,accredited,,")

    first, second = run("import_members", path)[0], run("import_members", path)[0]

    assert first[-1] == (
        "1 members were entered, 0 of them as not verified and on no roll; "
        "0 were in the register already and stay as they are."
    )
    assert second[-1] == "Nothing changed: all 1 members are in the register already."


def test_a_wrong_line_is_named_and_nothing_is_loaded(csv_file):
    path = csv_file("Alfa,PE,,accredited,,", "Beta,ZZ,,accredited,,")
    err = StringIO()

    with pytest.raises(CommandError, match="Nothing was loaded: 1 wrong lines"):
        call_command("import_members", path, stdout=StringIO(), stderr=err)

    assert err.getvalue() == 'line 3: Beta: Wrong. "ZZ" is not the two-letter code of a country.\n'
    assert Member.objects.count() == 0


def test_a_file_in_another_encoding_is_refused_in_words(csv_file):
    path = csv_file(content="name\nAsociación".encode("latin-1"))
    err = StringIO()

    with pytest.raises(CommandError):
        call_command("import_members", path, stdout=StringIO(), stderr=err)

    assert err.getvalue() == 'The file is not written in UTF-8. Save it as "CSV UTF-8" and try again.\n'


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_members", tmp_path / "nowhere.csv")
