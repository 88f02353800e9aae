"""`manage.py weights ROLL.csv`: what every member of a roll weighs, exactly."""

import json
from fractions import Fraction
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from elections.enums import Weighting
from elections.phrases.roll_file import fault_sentence
from elections.rules.figures import exact, from_exact, half_up
from elections.rules.roll_file import BadRollFile, parse_roll
from elections.rules.weights import WeightTable, weigh


class Command(BaseCommand):
    """Prints the weights of any CSV file with the columns `member` and `country`."""

    help = "Print the exact weight of every member of a roll: a CSV file with the columns member,country."
    requires_system_checks = []

    def add_arguments(self, parser):
        """The file, the scheme, the total, and the form of the answer."""
        parser.add_argument("roll", metavar="ROLL.csv", type=Path)
        parser.add_argument(
            "--scheme", choices=[str(each) for each in Weighting], default=Weighting.EQUAL_COUNTRY
        )
        parser.add_argument(
            "--total",
            help="what all weights add up to: a whole number or a fraction "
            "(equal_country: 100 unless said otherwise; other schemes count in votes)",
        )
        parser.add_argument("--json", action="store_true", help="print JSON instead of a table")

    def handle(self, *args, **options):
        """Reads, weighs, prints."""
        roll = _roll_of(options["roll"])
        table = weigh(roll, scheme=Weighting(options["scheme"]), total=_total_of(options["total"]))
        self.stdout.write(_as_json(table) if options["json"] else _as_table(table))


def _roll_of(path: Path) -> dict[str, str]:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        reason = error.strerror
        raise CommandError(
            _("%(file)s cannot be read: %(reason)s") % {"file": path, "reason": reason}
        ) from error
    except UnicodeDecodeError as error:
        raise CommandError(
            _("%(file)s is not written in UTF-8 (byte %(position)s). Save it again as UTF-8.")
            % {"file": path, "position": error.start + 1}
        ) from error
    try:
        return parse_roll(text)
    except BadRollFile as error:
        sentences = [fault_sentence(fault) for fault in error.faults]
        raise CommandError("\n".join([_("%(file)s makes no roll:") % {"file": path}, *sentences])) from error


def _total_of(text: str | None) -> Fraction | None:
    if text is None:
        return None
    try:
        total = from_exact(text.strip())
    except (ValueError, ZeroDivisionError):
        total = Fraction(0)
    if total <= 0:
        raise CommandError(
            _("The total is a whole number or a fraction above zero, such as 100 or 1/3, not “%(total)s”.")
            % {"total": text}
        )
    return total


def _as_json(table: WeightTable) -> str:
    total = table.total
    return json.dumps(
        {
            "scheme": str(table.scheme),
            "total": total.numerator if total.denominator == 1 else exact(total),
            "countries": table.countries,
            "weights": [
                {
                    "member": member,
                    "country": table.country_of[member],
                    "weight": exact(weight),
                    "display": half_up(weight),
                }
                for member, weight in table.weights.items()
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _as_table(table: WeightTable) -> str:
    head = (_("member"), _("country"), _("weight"), _("rounded"))
    rows = [
        (member, table.country_of[member], exact(weight), half_up(weight))
        for member, weight in table.weights.items()
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(4)]
    lines = [_row(head, widths), _row(["-" * width for width in widths], widths)]
    lines += [_row(row, widths) for row in rows]
    facts = {
        "scheme": table.scheme,
        "members": len(rows),
        "countries": table.countries,
        "total": exact(table.total),
    }
    lines += ["", _("Scheme: %(scheme)s") % facts]
    lines.append(_("Members: %(members)s · countries: %(countries)s · total, exactly: %(total)s") % facts)
    return "\n".join(lines)


def _row(cells, widths) -> str:
    member, country, weight, rounded = cells
    return f"{member:<{widths[0]}}  {country:<{widths[1]}}  {weight:>{widths[2]}}  {rounded:>{widths[3]}}"
