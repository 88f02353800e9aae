"""A short file of each kind that can be filled in: invented lines under the right columns."""

import csv
import io

from members.enums import FileKind
from members.rules.imports import members, people, representations, terms

_SAMPLES = {
    FileKind.MEMBERS: (
        members.LAYOUT,
        (
            ("Asociación Ejemplo", "PE", "https://www.example.org/", "accredited", "2008-05", "B"),
            ("Associação Exemplo", "BR", "", "accredited_as_of_2012", "", "D"),
        ),
    ),
    FileKind.PEOPLE: (
        people.LAYOUT,
        (
            ("Ana Ejemplo", "ana@example.org", "es", "America/Lima"),
            ("João Exemplo", "joao@example.org", "pt-br", "America/Sao_Paulo"),
        ),
    ),
    FileKind.REPRESENTATIONS: (
        representations.LAYOUT,
        (
            ("Asociación Ejemplo", "PE", "ana@example.org", "primary", "2024-01-01", "", ""),
            (
                "Associação Exemplo", "BR", "joao@example.org", "alternate", "2020-03-01", "2023-06-30",
                "Letter of the board of 20 June 2023",
            ),
        ),
    ),
    FileKind.TERMS: (
        terms.LAYOUT,
        (
            (
                "secretary", "ana@example.org", "asociacion-ejemplo", "2021-11-01", "2023-11-01",
                "completed", "Election of 2021",
            ),
            ("elder", "joao@example.org", "", "2022-01-01", "", "", "Motion of December 2021"),
        ),
    ),
}  # fmt: skip


def sample_csv(kind: FileKind) -> str:
    """Two invented lines under the columns of the kind."""
    layout, rows = _SAMPLES[kind]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(layout.columns)
    writer.writerows(rows)
    return text.getvalue()
