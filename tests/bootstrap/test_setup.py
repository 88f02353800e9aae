"""The two commands on a machine that has only Python."""

import ast
import importlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[2]
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)")

pytestmark = pytest.mark.linters


def entries(name):
    """The entries of a requirements file: a package's first line, with its hashes."""
    found = []
    for line in (HOME / name).read_text().splitlines():
        if line and not line.startswith((" ", "#")):
            found.append((line, []))
        elif line.strip().startswith("--hash="):
            found[-1][1].append(line.strip().removesuffix(" \\"))
    return found


def pins(name):
    """Which version of which package a requirements file asks for (several, where Pythons differ)."""
    return {PINNED.match(line).groups() for line, _ in entries(name)}


@pytest.mark.parametrize("minor", [3, 4, 5, 6, 8, 10])
def test_manage_py_is_readable_to_older_pythons(minor):
    source = (HOME / "manage.py").read_text()

    assert isinstance(ast.parse(source, feature_version=(3, minor)), ast.Module)


def test_manage_py_names_no_newer_syntax_that_ast_lets_pass():
    tree = ast.parse((HOME / "manage.py").read_text())

    assert [node.lineno for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)] == []


def test_an_older_python_is_told_which_one_is_wanted():
    pretend = "import sys; sys.version_info = (3, 9, 2); exec(open('manage.py').read())"

    answer = subprocess.run([sys.executable, "-c", pretend], cwd=HOME, capture_output=True, text=True)

    assert (answer.returncode, answer.stderr) == (
        1,
        "The portal needs Python 3.11 or newer, and this is Python 3.9. "
        "Please start it with a newer one, for example: python3.11 manage.py demo\n",
    )


def test_the_set_up_uses_nothing_but_the_standard_library():
    tree = ast.parse((HOME / "manage.py").read_text())
    at_once = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in at_once if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in at_once if isinstance(node, ast.ImportFrom)}

    assert {name for name in names if name.split(".")[0] not in sys.stdlib_module_names} == set()


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_package_is_pinned_with_its_hashes(name):
    assert [line for line, hashes in entries(name) if not PINNED.match(line) or not hashes] == []


def test_the_development_packages_hold_the_others_in_the_same_versions():
    assert pins("requirements.txt") - pins("requirements-dev.txt") == set()


def test_what_pyproject_asks_for_is_pinned():
    project = tomllib.loads((HOME / "pyproject.toml").read_text())
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.match(r"[A-Za-z0-9-]+", line).group().lower() for line in asked}

    assert names - {name.lower() for name, _ in pins("requirements-dev.txt")} == set()


@pytest.mark.parametrize("name", [*REQUIREMENTS, "pyproject.toml"])
def test_no_package_index_is_named(name):
    text = (HOME / name).read_text()

    assert re.findall(r"https?://|--index-url|--extra-index-url|--find-links|file:|@ ", text) == []


def test_there_is_no_second_lock():
    assert not (HOME / "uv.lock").exists() or "uv.lock" in (HOME / ".gitignore").read_text().splitlines()


def test_where_a_program_is_missing_the_tests_fail_and_say_how_to_get_it(tmp_path):
    nothing_to_start = os.environ | {"PATH": str(tmp_path)}

    answer = subprocess.run(
        [sys.executable, "manage.py", "test"], cwd=HOME, env=nothing_to_start, capture_output=True, text=True
    )

    assert (answer.returncode, answer.stderr) == (
        1,
        "The tests need these system packages. Please install them:\n"
        "    sudo apt-get install chromium gettext\n",
    )


def test_an_environment_that_is_a_link_is_this_environment(tmp_path, monkeypatch):
    linked = tmp_path / ".venv"
    linked.symlink_to(sys.prefix, target_is_directory=True)
    manage = importlib.import_module("manage")
    monkeypatch.setattr(manage, "VENV", linked)

    assert manage.is_inside_venv() is True
