import pytest

from members.enums import MemberKind
from members.enums.individuals import IndividualsBar
from members.rules.individuals import may_enter


@pytest.mark.parametrize("kind", MemberKind)
@pytest.mark.parametrize("country", ["", "PE"])
@pytest.mark.parametrize("has_joint_entry", [True, False])
def test_only_the_joint_vote_is_entered_once_and_without_a_country(kind, country, has_joint_entry):
    bars = [line.code for line in may_enter(kind, country=country, has_joint_entry=has_joint_entry).bars]

    joint = kind == MemberKind.COLLECTIVE
    assert bars == [
        *([IndividualsBar.ENTRY_EXISTS] if joint and has_joint_entry else []),
        *([IndividualsBar.ENTRY_HAS_COUNTRY] if joint and country else []),
    ]
