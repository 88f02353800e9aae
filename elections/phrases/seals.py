"""Sentences of a secret vote: scrutineers and their codes, the key, the box, who watches."""

from django.utils.translation import gettext_lazy as _

from elections.enums.seals import Seal
from lacralo.core.moments import moment_text
from lacralo.core.verdicts.phrases import Phrase, register_phrases

SCRUTINEERS = {
    Seal.NOT_SECRET: Phrase(
        passed=_("The vote is secret."),
        failed=_("The vote is by roll call: it has no scrutineers, no key and no envelopes."),
    ),
    Seal.NO_SCRUTINEER_OF_LACRALO: Phrase(
        passed=_("The person holds the office of scrutineer."),
        failed=_("The person does not hold the office of scrutineer today."),
        remedy=_("The secretary enters the office in the register; then the person can be named."),
    ),
    Seal.SCRUTINEER_STANDS: Phrase(
        passed=_("No scrutineer is a nominee in this election or runs it."),
        failed=_("A scrutineer is a nominee in this election, or runs elections."),
        remedy=_("Release that person and name another one: whoever opens the envelopes has no other part."),
    ),
    Seal.SCRUTINEER_RUNS_ELECTIONS: Phrase(
        passed=_("The person does not run elections."),
        failed=_("The person runs elections, and can hold no code."),
        remedy=_("Name somebody who neither runs elections nor stands in this one."),
    ),
    Seal.SCRUTINEER_NAMED_ALREADY: Phrase(
        passed=_("The person is not a scrutineer of this vote yet."),
        failed=_("The person is a scrutineer of this vote already."),
    ),
    Seal.SCRUTINEERS_COMPLETE: Phrase(
        passed=_("Not all scrutineers are named yet."),
        failed=_("All %(number)s scrutineers that the rule set asks for are named."),
        remedy=_("Release one of them to name another."),
    ),
    Seal.SCRUTINEERS_MISSING: Phrase(
        passed=_("All %(number)s scrutineers are named."),
        failed=_("Scrutineers named: %(named)s; the rule set asks for %(number)s."),
        remedy=_("The officer names them on the page of the ceremony."),
    ),
    Seal.NOT_THE_SCRUTINEER: Phrase(
        passed=_("You are this scrutineer."),
        failed=_("You are not this scrutineer."),
        remedy=_("Each scrutineer types their own code, signed in under their own name."),
    ),
    Seal.NO_CODE: Phrase(
        passed=_("A code was shown to you."),
        failed=_("No code was made for you yet."),
        remedy=_("Have it made on this page, and have paper and pen at hand."),
    ),
    Seal.CODE_CONFIRMED_ALREADY: Phrase(
        passed=_("You have not typed the code back yet."),
        failed=_("You have typed your code back already."),
    ),
    Seal.CODES_UNCONFIRMED: Phrase(
        passed=_("Every scrutineer has typed their code back."),
        failed=_("Codes typed back: %(confirmed)s of %(named)s."),
        remedy=_("Ask the scrutineers who are missing to have their code made and to type it back."),
    ),
}

CODES = {
    Seal.CODE_NUMBER_OF_WORDS: Phrase(
        passed=_("The code has %(number)s words."),
        failed=_("A code has %(number)s words; you typed more or fewer."),
        remedy=_("Type all words in the order of the paper, with a space between them."),
    ),
    Seal.CODE_WORD_UNKNOWN: Phrase(
        passed=_("All words are in the list."),
        failed=_("Word number %(place)s is not a word of any code in this language."),
        remedy=_("Look at that word on the paper again; accents and capitals do not matter."),
    ),
    Seal.CODE_CHECKSUM: Phrase(
        passed=_("The words belong together."),
        failed=_("These words do not belong together: one is another word, or two are in the wrong order."),
        remedy=_("Compare word by word with the paper."),
    ),
    Seal.CODE_WRONG: Phrase(
        passed=_("This is your code for this vote."),
        failed=_("These words are a code, but not your code for this vote."),
        remedy=_(
            "Look for the paper of this vote. After five wrong codes in a row the next try waits an hour."
        ),
    ),
    Seal.TRIES_EXHAUSTED: Phrase(
        passed=_("You may try."),
        failed=_("Five wrong codes in a row: the next try is possible from %(until)s."),
        remedy=_("The returning officer was told. If the code is lost, write to them."),
        words={"until": moment_text},
    ),
}

KEYS = {
    Seal.KEY_FROZEN_ALREADY: Phrase(
        passed=_("The key is not made yet."),
        failed=_("The key is made already."),
        remedy=_("It is made again only when a code is lost or a scrutineer is released."),
    ),
    Seal.KEY_NOT_FROZEN: Phrase(
        passed=_("The key is made and sealed to the scrutineers' codes."),
        failed=_("The key of the vote is not made yet."),
        remedy=_("The officer has it made once every scrutineer has typed their code back."),
    ),
    Seal.KEY_NOT_REHEARSED: Phrase(
        passed=_("Scrutineers have opened the sealed test ballot."),
        failed=_("The sealed test ballot has not been opened yet: %(needed)s scrutineers have to do it."),
        remedy=_("They do it on their page with their codes. If it takes too long, the vote is postponed."),
    ),
    Seal.REHEARSED_ALREADY: Phrase(
        passed=_("The test ballot waits to be opened."),
        failed=_("The test ballot was opened already: the rehearsal is done."),
    ),
    Seal.VOTE_OPENED_ALREADY: Phrase(
        passed=_("The vote has not been opened yet."),
        failed=_("The vote was opened; scrutineers, codes and key can no longer change."),
        remedy=_("As long as enough scrutineers have their codes, the envelopes can be opened."),
    ),
    Seal.NO_PART_IN_THIS_KEY: Phrase(
        passed=_("The key is sealed to your code too."),
        failed=_("The key is not sealed to your code."),
    ),
    Seal.LAYER_REMOVED_ALREADY: Phrase(
        passed=_("You have not removed your layer in this opening yet."),
        failed=_("You have removed your layer already; another scrutineer has to go on."),
    ),
    Seal.SCRUTINEERS_OPEN: Phrase(
        passed=_("The officer counts."),
        failed=_("The vote is secret: its scrutineers open and count it, with their codes."),
        remedy=_("The desk shows who has removed a layer and how many are missing."),
    ),
    Seal.BOX_DESTROYED_ALREADY: Phrase(
        passed=_("The envelopes are still kept."),
        failed=_("The result is final: the envelopes and sealed keys were destroyed."),
    ),
}

BOX = {
    Seal.ENVELOPES_UNREADABLE: Phrase(
        passed=_("Every envelope could be opened and holds a ballot of this vote."),
        failed=_(
            "Envelopes that cannot be opened with the key of this vote, or hold no ballot of it: "
            "%(number)s (%(trackers)s)."
        ),
        remedy=_("They were altered, or come from another vote. The returning officer annuls the vote."),
    ),
    Seal.ENVELOPE_TWICE: Phrase(
        passed=_("No envelope is in the box twice."),
        failed=_("Envelopes that are in the box more than once: %(number)s (%(trackers)s)."),
        remedy=_("Somebody copied them. The returning officer annuls the vote."),
    ),
    Seal.ENVELOPES_NOT_AS_LISTED: Phrase(
        passed=_("The envelopes are exactly those on the published list."),
        failed=_(
            "Envelopes that are only on the published list, or only in the box: %(number)s (%(trackers)s)."
        ),
        remedy=_(
            "Some were added, removed or altered after the close. The returning officer annuls the vote."
        ),
    ),
    Seal.ENVELOPES_AND_PLACES_DIFFER: Phrase(
        passed=_("There are as many envelopes as places that voted: %(envelopes)s."),
        failed=_("There are %(envelopes)s envelopes, but %(places)s places are marked as having voted."),
        remedy=_("Nothing is counted. The returning officer annuls the vote."),
    ),
    Seal.WEIGHTS_DIFFER: Phrase(
        passed=_("The weights in the envelopes are exactly those of the places that voted."),
        failed=_("The weights in the envelopes are not those of the places that voted."),
        remedy=_("An envelope was put under another place. The returning officer annuls the vote."),
    ),
    Seal.KEY_DIFFERS: Phrase(
        passed=_("The key is the one that was frozen."),
        failed=_("What the scrutineers opened is not the key of this vote: the sealed key was altered."),
        remedy=_(
            "Before the vote opens, a new code makes a new key. After that nothing can be opened, and the "
            "returning officer annuls the vote."
        ),
    ),
    Seal.BOX_SET_BACK: Phrase(
        passed=_("The box holds everything that was confirmed to voters."),
        failed=_(
            "The database was set back to an earlier state: ballots that were confirmed to voters "
            "are missing."
        ),
        remedy=_(
            "The vote stands still until the returning officer decides whether it goes on or is annulled."
        ),
    ),
    Seal.OPENING_ENDED: Phrase(
        passed=_("No opening has ended since this form was made."),
        failed=_("An opening has ended since this form was made, so your layer was not removed again."),
        remedy=_("If another opening is needed, begin again on your page as scrutineer."),
    ),
    Seal.FORM_SENT_BEFORE: Phrase(
        passed=_("This form was not sent before."),
        failed=_("This form was sent before, and a later ballot has replaced it: the later one stands."),
        remedy=_("To vote again, begin at the ballot."),
    ),
    Seal.NOT_SET_BACK: Phrase(
        passed=_("Confirmed ballots are missing."),
        failed=_("Nothing is missing in the box: there is nothing to decide."),
    ),
    Seal.BARRED_ALREADY: Phrase(
        passed=_("The place is not barred."),
        failed=_("The place is barred already."),
    ),
    Seal.NEW_DAY_NOT_LATER: Phrase(
        passed=_("The new day is later than the old one."),
        failed=_("The new day has to be later than the old one, and not in the past."),
    ),
    Seal.NEW_DAY_NOT_WORKING: Phrase(
        passed=_("The vote opens on a day that counts."),
        failed=_("The rules count working days: a vote does not open on a Saturday or Sunday."),
    ),
    Seal.NO_REASON: Phrase(
        passed=_("A reason is given."),
        failed=_("A reason is missing."),
        remedy=_("Write one or two sentences."),
    ),
    Seal.OBSERVES_ALREADY: Phrase(
        passed=_("You do not observe this vote yet."),
        failed=_("You observe this vote already."),
    ),
}

register_phrases(SCRUTINEERS | CODES | KEYS | BOX)
