"""Sentences of the audit chain."""

from django.utils.translation import gettext_lazy as _

from elections.enums.acts import Act
from lacralo.core.verdicts.phrases import Phrase, register_phrases

ACTS = {
    Act.ELECTION_PREPARED: _("An election was prepared."),
    Act.CALENDAR_CHANGED: _("The calendar of an election was changed before the call."),
    Act.CALL_PUBLISHED: _("The call of an election was published."),
    Act.NOMINATIONS_REOPENED: _("A further phase of nominations was opened, because nobody valid stood."),
    Act.PERSON_NOMINATED: _("A person was nominated."),
    Act.NOMINATION_ACCEPTED: _("A person accepted a nomination and became a candidate."),
    Act.NOMINATION_DECLINED: _("A person declined a nomination."),
    Act.NOMINATION_WITHDRAWN: _("A person withdrew from an election."),
    Act.NOMINATION_LAPSED: _("A nomination lapsed, because it was not answered in time."),
    Act.STATEMENT_WRITTEN: _("A candidate's statement was written."),
    Act.ELIGIBILITY_CHALLENGED: _("A line of an eligibility sheet was challenged."),
    Act.CHALLENGE_ANSWERED: _("A challenge of eligibility was answered."),
    Act.ROLL_PUBLISHED: _("A voter roll was published."),
    Act.CORRECTION_REQUESTED: _("A correction of the roll was requested."),
    Act.CORRECTION_ANSWERED: _("A request for a correction of the roll was answered."),
    Act.VOTE_OPENED: _("The roll was frozen and the vote opened."),
    Act.SCRUTINEER_NAMED: _("A scrutineer was named for a secret vote."),
    Act.SCRUTINEER_RELEASED: _("A scrutineer of a secret vote was released."),
    Act.CODE_MADE: _("A code was made for a scrutineer."),
    Act.CODE_CONFIRMED: _("A scrutineer typed their code back."),
    Act.CODE_REFUSED: _("A code that a scrutineer typed was wrong."),
    Act.KEY_FROZEN: _("The key of a secret vote was made and sealed to the scrutineers' codes."),
    Act.KEY_GIVEN_UP: _("The key of a secret vote was given up before the opening; a new one is made."),
    Act.LAYER_REMOVED: _("A scrutineer removed their layer of the sealed key."),
    Act.KEY_REHEARSED: _("Scrutineers opened the sealed test ballot."),
    Act.VOTE_POSTPONED: _("A vote was postponed, with the reason."),
    Act.PLACE_BARRED: _("A place on the roll was barred from voting."),
    Act.SET_BACK_ANSWERED: _("The returning officer decided how a vote goes on after a backup was put back."),
    Act.COUNT_STOPPED: _("An opening of a secret vote was stopped, because something was not in order."),
    Act.BOX_RECOUNTED: _("Scrutineers opened the envelopes once more for a recount."),
    Act.BOX_DESTROYED: _("The envelopes and sealed keys of a secret vote were destroyed."),
    Act.OBSERVER_BEGAN: _("A person began to observe a vote."),
    Act.OBSERVER_ENDED: _("A person stopped observing a vote."),
    Act.BALLOT_CAST: _("A ballot was cast."),
    Act.VOTE_CLOSED: _("The vote was closed."),
    Act.VOTE_COUNTED: _("The ballots were counted."),
    Act.CANDIDATE_ACCLAIMED: _("The only valid candidate was acclaimed."),
    Act.RESULT_PROCLAIMED: _("The result was proclaimed."),
    Act.ELECTION_ANNULLED: _("An election was annulled."),
    Act.REMINDERS_SENT: _("Reminders were sent to members that had not voted."),
    Act.ROTATION_LOADED: _("The rotation table was loaded."),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
