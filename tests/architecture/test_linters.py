"""What machines keep: lines, floors and rooms, templates, migrations, and the size of a module."""

import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
PROGRAMS = Path(sys.executable).parent
APPS = ("lacralo", "members", "conflicts", "elections")
LONGEST_MODULE = 300

pytestmark = pytest.mark.linters


def complaints(program, *arguments):
    """What a linter of the development packages says about the project; nothing when it is content."""
    finished = subprocess.run(
        [PROGRAMS / program, *arguments], cwd=HOME, capture_output=True, text=True, timeout=240
    )
    return "" if finished.returncode == 0 else finished.stdout + finished.stderr


def modules(folder):
    """The modules of a folder, migrations aside (nobody writes those by hand)."""
    return [path for path in sorted((HOME / folder).rglob("*.py")) if "migrations" not in path.parts]


def test_ruff_has_no_complaint():
    assert complaints("ruff", "check", ".") == ""


def test_every_import_goes_down_and_every_module_has_its_room():
    assert complaints("lint-imports", "--no-cache") == ""


def test_djlint_has_no_complaint():
    assert complaints("djlint", "templates", "--lint", "--quiet") == ""


def test_no_migration_is_missing():
    assert complaints("python", "-m", "django", "makemigrations", "--check", "--dry-run") == ""


@pytest.mark.parametrize("app", APPS)
def test_a_module_keeps_to_three_hundred_lines(app):
    lengths = {str(path.relative_to(HOME)): len(path.read_text().splitlines()) for path in modules(app)}

    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_MODULE} == {}


@pytest.mark.parametrize("app", APPS)
def test_no_module_is_called_utils(app):
    assert [path for path in modules(app) if path.stem in {"utils", "helpers", "common", "misc"}] == []


def test_manage_py_keeps_to_three_hundred_lines():
    assert len((HOME / "manage.py").read_text().splitlines()) <= LONGEST_MODULE
