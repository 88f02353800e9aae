"""Only services write."""

import ast

import pytest

from tests.architecture.code import calls, modules, name_of

#: What writes wherever it stands: no mapping and no set has methods of these names.
_ALWAYS = {
    "save",
    "create",
    "get_or_create",
    "update_or_create",
    "bulk_create",
    "bulk_update",
    "create_user",
    "create_superuser",
}
#: What writes when it is asked of rows.
_OF_ROWS = {"update", "delete"}
_OF_ROWS_BEFORE = {"objects", "filter", "exclude", "all", "select_for_update", "open", "about", "on"}

#: Modules outside of the services that write, and why they may.
MAY_WRITE = {
    "lacralo/core/audit/chain.py": "the chain itself: the last statement of every act",
    "lacralo/core/people/models.py": "Django asks the manager of the user model to make users",
}


def is_service(name: str) -> bool:
    """Whether a module belongs to the services of an app or of a room of the ground."""
    return "/services/" in name or name.endswith("/services.py")


def asked_of_rows(called: ast.Attribute) -> bool:
    """Whether a call that could be a mapping's stands at the end of a query."""
    before = called.value
    if isinstance(before, ast.Call) and isinstance(before.func, ast.Attribute):
        return before.func.attr in _OF_ROWS_BEFORE or asked_of_rows(before.func)
    return isinstance(before, ast.Attribute) and before.attr in _OF_ROWS_BEFORE


def writes_in(path) -> list[str]:
    """Every call in a module that writes rows, with its line."""
    found = []
    for call in calls(path):
        called = call.func
        if not isinstance(called, ast.Attribute):
            continue
        if called.attr in _ALWAYS or (called.attr in _OF_ROWS and asked_of_rows(called)):
            found.append(f"{name_of(path)}:{call.lineno} {called.attr}")
    return found


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_only_services_write(path):
    name = name_of(path)
    if is_service(name) or name in MAY_WRITE:
        return

    assert writes_in(path) == []


def test_every_exception_still_writes():
    quiet = [path for path in modules() if name_of(path) in MAY_WRITE and not writes_in(path)]

    assert quiet == []


@pytest.mark.parametrize("path", [path for path in modules() if is_service(name_of(path))], ids=name_of)
def test_whatever_records_is_an_act_or_says_that_it_is_part_of_one(path):
    """`record` outside of an act raises; here it is enough that the function says where it belongs."""
    functions = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)
    ]
    lonely = [
        each.name for each in functions if records(each) and not (is_act(each) or says_it_is_part(each))
    ]

    assert lonely == []


def records(function: ast.FunctionDef) -> bool:
    """Whether a function makes an entry of the chain itself."""
    called = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
    return any(isinstance(each, ast.Name) and each.id == "record" for each in called)


def is_act(function: ast.FunctionDef) -> bool:
    """Whether a function is an act."""
    return any(isinstance(each, ast.Name) and each.id == "act" for each in function.decorator_list)


def says_it_is_part(function: ast.FunctionDef) -> bool:
    """Whether a function belongs to the acts of its module, or says that it is part of one."""
    return function.name.startswith("_") or (ast.get_docstring(function) or "").startswith("Part of")
