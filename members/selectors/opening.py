"""What a register that is being filled for the first time has, and what it still lacks."""

from dataclasses import dataclass
from datetime import date

from lacralo.core.people.models import Person
from members.enums import FileKind, MemberStatus
from members.models import Member, Position, Representation, StatusPeriod, Term
from members.selectors.offices import office_holders_on


@dataclass(frozen=True)
class Stand:
    """One kind of line: how many the register has, and how many things are missing that they would give."""

    kind: FileKind
    count: int
    missing: int = 0

    @property
    def is_begun(self) -> bool:
        """Whether there is anything of it."""
        return self.count > 0


def opening_stands(day: date) -> tuple[Stand, ...]:
    """What the register has on that day (UTC) and lacks, in the order of loading; nine queries."""
    return (
        Stand(FileKind.MEMBERS, Member.objects.count(), _unverified(day)),
        Stand(FileKind.PEOPLE, Person.objects.count(), Person.objects.filter(email=None).count()),
        Stand(FileKind.REPRESENTATIONS, Representation.objects.count(), _without_voter(day)),
        Stand(FileKind.TERMS, Term.objects.count(), _vacant_seats(day)),
    )


def _unverified(day: date) -> int:
    return StatusPeriod.objects.on(day).filter(status=MemberStatus.UNVERIFIED).count()


def _without_voter(day: date) -> int:
    held = Representation.objects.on(day).holding_the_vote().values("member")
    return Member.objects.accredited_on(day).exclude(pk__in=held).count()


def _vacant_seats(day: date) -> int:
    """Seats that nobody holds, of posts whose number of seats is known."""
    held = list(office_holders_on(day).values_list("position_id", flat=True))
    seats = Position.objects.exclude(seats=None).values_list("pk", "seats")
    return sum(max(number - held.count(pk), 0) for pk, number in seats)
