"""The project's own code, as the sweeping tests read it."""

import ast
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
APPS = ("lacralo", "members", "conflicts", "elections")
TEMPLATES = HOME / "templates"


def modules() -> list[Path]:
    """Every module of the portal, migrations aside."""
    found = [path for app in APPS for path in sorted((HOME / app).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


def name_of(path: Path) -> str:
    """The path as the project knows it."""
    return path.relative_to(HOME).as_posix()


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))
