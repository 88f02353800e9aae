"""Requests to staff in the demonstration: some done, some declined, some that wait."""

from datetime import datetime, timedelta

from lacralo.core.people.models import Person
from members.enums.staff_requests import RequestKind as Kind
from members.services.staff_requests import RequestTold, ask_staff, move_request

#: Kind, from, into, for what, days ago, days until needed, then each move with the days after asking.
_TOLD = (
    (
        Kind.TRANSLATION, "es", ("en", "pt-br", "fr"), "Resumen de la reunión mensual de mayo (invento)", 90,
        None, {"en": (("deliver", 4),), "pt-br": (("start", 6), ("deliver", 19)), "fr": (("deliver", 23),)},
    ),
    (
        Kind.INTERPRETATION, "es", ("en",), "Llamada mensual: canal en inglés (invento)", 40, None,
        {"en": (("accept", 1), ("deliver", 9))},
    ),
    (
        Kind.INTERPRETATION, "es", ("fr",), "Llamada mensual: canal en francés (invento)", 40, None,
        {"fr": (("decline", 5),)},
    ),
    (
        Kind.TRANSCRIPTION, "es", ("es",), "Grabación de la sesión de mentoría (invento)", 12, 6,
        {"es": (("start", 3),)},
    ),
    (
        Kind.TRANSLATION, "es", ("en", "pt-br"), "Borrador sobre los idiomas de los dominios (invento)", 6, 9,
        {"en": (("accept", 2),)},
    ),
)  # fmt: skip
_WORDS = {
    "decline": "No hay intérpretes de francés para ese día. La grabación puede transcribirse y traducirse.",
    "deliver": "",
}


def ask_and_answer(asking: Person, staff: Person, *, now: datetime) -> None:
    """Somebody asks; staff answers some of it."""
    for kind, source, languages, purpose, days, needed, moves in _TOLD:
        at = now - timedelta(days=days)
        told = RequestTold(
            kind=kind,
            from_language=source,
            languages=languages,
            purpose=purpose,
            purpose_language="es",
            link="https://www.example.org/reunion",
            needed_by=(now + timedelta(days=needed)).date() if needed else None,
        )
        for request in ask_staff(told=told, by=asking, now=at):
            for move, later in moves.get(request.language, ()):
                move_request(
                    request=request,
                    move=move,
                    words=_WORDS.get(move, ""),
                    language="es",
                    link="https://www.example.org/archivo" if move == "deliver" else "",
                    by=staff,
                    now=at + timedelta(days=later),
                )
