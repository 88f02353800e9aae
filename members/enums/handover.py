"""The words of handing an office over.  Pure."""

from enum import StrEnum


class Access(StrEnum):
    """What an office opens to whoever holds it."""

    SECOND_FACTOR = "second_factor"
    RUNS_ELECTIONS = "runs_elections"
    KEEPS_REGISTER = "keeps_register"
    KEEPS_PLAN = "keeps_plan"
    ANSWERS_REQUESTS = "answers_requests"
    ADMINISTRATION = "administration"


class FirstStep(StrEnum):
    """What a new holder does on the first day, in this order."""

    SIGN_IN = "sign_in"
    SECOND_FACTOR = "second_factor"
    STATEMENT = "statement"
    RULES = "rules"
    TASKS = "tasks"
    REQUESTS = "requests"
    ELECTIONS = "elections"
    PREDECESSOR = "predecessor"


class HandoverBar(StrEnum):
    """Why somebody does not read what is handed over."""

    NOT_FOR_YOU = "members.handover_not_for_you"
