"""Parameters of the rule sets: declared once by each app as a frozen dataclass.  No Django, no database.

A field carries, in its metadata, the `article` it follows (`LEFT_OPEN` where Los Angeles left it open), a
plain `sentence` of what it does, and its permitted `values`, or a `minimum` and a `maximum`.
"""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from lacralo.core.rulebook.enums import Impossible
from lacralo.core.verdicts import Line, Refused, Verdict

Stored = Mapping[str, Mapping[str, object]]

#: The "article" of what the dialogue of Los Angeles left open in 2017.
LEFT_OPEN = "LA 2017"


class ImpossibleParameter(Refused):
    """A parameter nobody declared, or a value it cannot have; `field` and the verdict say which and why."""

    def __init__(self, reason: Impossible, app: str, key: str = "", **facts: object):
        self.reason, self.app, self.key = reason, app, key
        self.field = f"{app}.{key}" if key else app
        line = Line(reason, passed=False, facts={"field": self.field} | facts)
        super().__init__(Verdict((line,)))

    def __str__(self):
        facts = ", ".join(f"{name} {value}" for name, value in self.verdict.lines[0].facts.items())
        return f"{self.reason.name.lower().replace('_', ' ')}: {facts}"


class UndeclaredParameters(LookupError):
    """No app declared this class."""


@dataclass(frozen=True)
class Parameter:
    """One declared parameter: what it is called, what it may be, what it does."""

    app: str
    key: str
    kind: object
    default: object
    article: str = ""
    sentence: str = ""
    values: tuple = ()
    minimum: object = None
    maximum: object = None

    def check(self, value: object) -> None:
        """Raises ImpossibleParameter when a value of the right kind is not a permitted one."""
        for item in value if isinstance(value, (tuple, frozenset)) else (value,):
            self._check_item(item)

    def _check_item(self, item: object) -> None:
        if item is None:
            return
        if self.values and item not in self.values:
            permitted = ", ".join(str(value) for value in self.values)
            raise ImpossibleParameter(
                Impossible.NOT_PERMITTED, self.app, self.key, value=str(item), permitted=permitted
            )
        if self.minimum is not None and item < self.minimum:
            raise ImpossibleParameter(
                Impossible.TOO_SMALL, self.app, self.key, value=str(item), bound=str(self.minimum)
            )
        if self.maximum is not None and item > self.maximum:
            raise ImpossibleParameter(
                Impossible.TOO_LARGE, self.app, self.key, value=str(item), bound=str(self.maximum)
            )


_DECLARED: dict[str, type] = {}


def declare(app: str, kind: type) -> None:
    """Make an app's parameters known; called when the app is ready.  Every field needs a default."""
    without = [each.name for each in fields(kind) if each.default is each.default_factory is MISSING]
    if without:
        raise TypeError(f"{kind.__name__}: parameters without a default: {', '.join(without)}")
    _DECLARED[app] = kind


def declared() -> Mapping[str, type]:
    """The class of parameters of every app that declared one, in the order of declaration."""
    return dict(_DECLARED)


def parameters_of(app: str) -> Mapping[str, Parameter]:
    """The declared parameters of an app by key, in the order in which the class lists them.

    Raises ImpossibleParameter for an app that declared none.
    """
    if app not in _DECLARED:
        raise ImpossibleParameter(Impossible.UNKNOWN_APP, app)
    kind = _DECLARED[app]
    hints = typing.get_type_hints(kind)
    return {each.name: _parameter(app, each, hints[each.name]) for each in fields(kind)}


def _parameter(app: str, each, kind: object) -> Parameter:
    default = each.default if each.default is not MISSING else each.default_factory()
    return Parameter(
        app,
        each.name,
        kind,
        default,
        article=each.metadata.get("article", ""),
        sentence=each.metadata.get("sentence", ""),
        values=tuple(each.metadata.get("values", ())),
        minimum=each.metadata.get("minimum"),
        maximum=each.metadata.get("maximum"),
    )


def parameters_for(rule_set, kind: type):
    """The parameters of a rule set as one `kind`; a key it does not store has its default.

    Raises UndeclaredParameters, or ImpossibleParameter when what is stored can no longer be read.
    """
    for app, declared_kind in _DECLARED.items():
        if declared_kind is kind:
            return read(app, rule_set.parameters.get(app, {}))
    raise UndeclaredParameters(kind.__name__)


def read(app: str, stored: Mapping[str, object]):
    """An app's parameters from their stored form.

    Raises ImpossibleParameter for an unknown key and for an impossible value, with field and reason.
    """
    known = parameters_of(app)
    chosen = {}
    for key, raw in stored.items():
        if key not in known:
            raise ImpossibleParameter(Impossible.UNKNOWN_KEY, app, key)
        chosen[key] = _decoded(raw, known[key].kind, known[key])
        known[key].check(chosen[key])
    try:
        return _DECLARED[app](**chosen)
    except ValueError as error:
        raise ImpossibleParameter(
            Impossible.DO_NOT_FIT, app, getattr(error, "field", ""), why=str(error)
        ) from error


def validate(stored: Stored) -> None:
    """Raises ImpossibleParameter for the first parameter that is unknown or cannot have its value."""
    for app, values in stored.items():
        read(app, values)


def filled(stored: Stored) -> dict[str, dict[str, object]]:
    """The stored form of every declared parameter, defaults written out: what a published rule set keeps."""
    return {app: stored_form(read(app, stored.get(app, {}))) for app in _DECLARED}


def stored_form(parameters) -> dict[str, object]:
    """A dataclass of parameters as JSON can hold it: fractions as "1/2", codes as their values."""
    return {each.name: encoded(getattr(parameters, each.name)) for each in fields(parameters)}


def encoded(value: object) -> object:
    """One value as JSON can hold it.  Raises TypeError for a float: no count hangs on one."""
    if isinstance(value, float):
        raise TypeError("a parameter is never a float")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(encoded(item) for item in value)
    if isinstance(value, tuple):
        return [encoded(item) for item in value]
    return _encoded_mapping(value)


def _encoded_mapping(value: object) -> object:
    if is_dataclass(value):
        return {key: encoded(item) for key, item in asdict(value).items()}
    if isinstance(value, Mapping):
        return {str(encoded(key)): encoded(item) for key, item in value.items()}
    return value


def _decoded(raw: object, kind: object, parameter: Parameter) -> object:
    try:
        return _READERS.get(typing.get_origin(kind), _plain)(raw, kind, parameter)
    except (TypeError, ValueError, KeyError, ZeroDivisionError):
        raise _not_a_value(raw, kind, parameter) from None


def _not_a_value(raw: object, kind: object, parameter: Parameter) -> ImpossibleParameter:
    if isinstance(kind, type) and issubclass(kind, Enum):
        permitted = ", ".join(str(each.value) for each in kind)
        return ImpossibleParameter(
            Impossible.NOT_PERMITTED, parameter.app, parameter.key, value=str(raw), permitted=permitted
        )
    return ImpossibleParameter(
        Impossible.WRONG_KIND, parameter.app, parameter.key, value=str(raw), kind=_kind_name(kind)
    )


def _kind_name(kind: object) -> str:
    return kind.__name__ if isinstance(kind, type) else str(kind).replace("typing.", "")


def _either(raw: object, kind: object, parameter: Parameter) -> object:
    if raw is None and types.NoneType in typing.get_args(kind):
        return None
    (other,) = (each for each in typing.get_args(kind) if each is not types.NoneType)
    return _decoded(raw, other, parameter)


def _several(raw: object, kind: object, parameter: Parameter) -> object:
    if not isinstance(raw, (list, tuple, set, frozenset)):
        raise TypeError
    item_kind = typing.get_args(kind)[0]
    return typing.get_origin(kind)(_decoded(item, item_kind, parameter) for item in raw)


def _mapping(raw: object, kind: object, parameter: Parameter) -> object:
    key_kind, item_kind = typing.get_args(kind)
    if not isinstance(raw, Mapping):
        raise TypeError
    return {
        _decoded(key, key_kind, parameter): _decoded(item, item_kind, parameter) for key, item in raw.items()
    }


def _plain(raw: object, kind: type, parameter: Parameter) -> object:
    if is_dataclass(kind):
        return _nested(raw, kind, parameter)
    if kind in (bool, str):
        if type(raw) is not kind:
            raise TypeError
        return raw
    if isinstance(raw, (bool, float)):
        raise TypeError
    if kind is int and not isinstance(raw, int):
        raise TypeError
    return kind.fromisoformat(raw) if kind is date and isinstance(raw, str) else kind(raw)


def _nested(raw: object, kind: type, parameter: Parameter) -> object:
    hints = typing.get_type_hints(kind)
    return kind(**{name: _decoded(value, hints[name], parameter) for name, value in raw.items()})


_READERS = {
    types.UnionType: _either,
    typing.Union: _either,
    tuple: _several,
    frozenset: _several,
    dict: _mapping,
    Mapping: _mapping,
}
