"""The words of statements of interest.  Pure."""

from enum import StrEnum


class Incompatibility(StrEnum):
    """What is incompatible with leading LACRALO (Operating Principles 2018, art. 7.1; RoP 2020, s. 21)."""

    FAMILY_OF_ICANN_EMPLOYEE = "family_of_icann_employee"
    PAID_BY_ICANN = "paid_by_icann"
    LEADS_REGISTRY_REGISTRAR_OR_ISP = "leads_registry_registrar_or_isp"
    DECIDES_IN_GOVERNMENT = "decides_in_government"
    REPRESENTS_COUNTRY_AT_GAC = "represents_country_at_gac"


class Act(StrEnum):
    """What is done with statements."""

    STATEMENT_FILED = "conflicts.statement_filed"


class Bar(StrEnum):
    """Why a statement is not filed."""

    NOT_YOUR_INTERESTS = "conflicts.not_your_interests"
