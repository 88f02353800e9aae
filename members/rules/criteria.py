"""What is asked of an ALS and of an individual member, and where it is written.  Pure.

The criteria of an ALS are the minimum criteria of the At-Large framework; those of individuals are the
ALAC-wide rule and the draft of LACRALO of 2023 (`domain.md` 3.3 and 3.4).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from members.enums import MemberKind
from members.enums.accreditation import Answer, Check, Criterion, IndividualExclusion


@dataclass(frozen=True)
class Source:
    """Where a criterion is written: a name that is the same in every language, and an address."""

    name: str
    address: str


_WIKI = "https://community.icann.org/pages/viewpage.action?pageId="
FRAMEWORK = Source("At-Large framework", "https://atlarge.icann.org/en/framework.htm")
CRITERIA_PAGE = Source("ICANN wiki 41887666", f"{_WIKI}41887666")
EXPECTATIONS = Source("ICANN wiki J7HhAg", "https://community.icann.org/x/J7HhAg")
FORM = Source(
    "alac@icann.org",
    "https://lists.icann.org/hyperkitty/list/alac@icann.org/message/NNI6B7MXAEQTKEEBRN5FDOV6XYWL2ZHN/",
)
RULES_2007 = Source("LACRALO RoP 2007, ICANN wiki 2950492", f"{_WIKI}2950492")
WORKSPACE = Source(
    "ALS certification criteria and expectations",
    "https://community.icann.org/display/atlarge/At-Large+ALS+Certification+Criteria+and+Expectations+Workspace",
)

_MINIMUM = (FRAMEWORK, CRITERIA_PAGE)

SOURCES: Mapping[Criterion, tuple[Source, ...]] = {
    Criterion.INFORMS: (*_MINIMUM, EXPECTATIONS),
    Criterion.USERS_PREDOMINATE: _MINIMUM,
    Criterion.SELF_SUPPORTING: (*_MINIMUM, FORM),
    Criterion.PUBLIC_INFORMATION: _MINIMUM,
    Criterion.ASSISTS: (*_MINIMUM, EXPECTATIONS),
    Criterion.RESIDENT: (RULES_2007, WORKSPACE),
    Criterion.UNAFFILIATED: (WORKSPACE,),
    Criterion.OWN_NAME: (RULES_2007,),
    Criterion.TAKES_PART: (EXPECTATIONS,),
}

OF_KIND: Mapping[MemberKind, tuple[Criterion, ...]] = {
    MemberKind.ALS: (
        Criterion.INFORMS,
        Criterion.USERS_PREDOMINATE,
        Criterion.SELF_SUPPORTING,
        Criterion.PUBLIC_INFORMATION,
        Criterion.ASSISTS,
    ),
    MemberKind.INDIVIDUAL: (
        Criterion.RESIDENT,
        Criterion.UNAFFILIATED,
        Criterion.OWN_NAME,
        Criterion.TAKES_PART,
    ),
}


def checks_of(kind: MemberKind) -> tuple[str, ...]:
    """What due diligence looks at: who it is, whether they were reached, and each criterion."""
    return tuple(str(each) for each in (*Check, *OF_KIND[kind]))


@dataclass(frozen=True)
class Found:
    """What a self-assessment says of one criterion."""

    criterion: Criterion
    answer: Answer


@dataclass(frozen=True)
class SelfAssessment:
    """The answers, sorted by what they mean."""

    met: tuple[Criterion, ...]
    partly: tuple[Criterion, ...]
    missing: tuple[Criterion, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing is missing: what is met in part can be explained in the application."""
        return not self.missing


def assessed(answers: Mapping[str, str]) -> SelfAssessment:
    """What the answers mean; nothing is decided by them."""
    found = [Found(Criterion(key), Answer(answer)) for key, answer in answers.items()]

    def those(wanted: Answer) -> tuple[Criterion, ...]:
        return tuple(each.criterion for each in found if each.answer == wanted)

    return SelfAssessment(those(Answer.YES), those(Answer.PARTLY), those(Answer.NO))


def known_answers(kind: MemberKind, answers: Mapping[str, object]) -> dict[str, str]:
    """Those of the answers that belong to a criterion of the kind and that exist; the rest is left out."""
    values = {str(each) for each in Answer}
    return {str(key): answers[key] for key in OF_KIND[kind] if answers.get(key) in values}


def excludes(exclusion: IndividualExclusion) -> tuple[str, ...]:
    """The ties to an accredited ALS that exclude an individual, as the rule set says."""
    return ("member", "leader") if exclusion == IndividualExclusion.MEMBERS else ("leader",)
