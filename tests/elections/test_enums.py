import enum
from itertools import chain

from elections.enums import Act, Bar, Trace
from elections.enums.poll import Poll
from elections.enums.seals import Seal
from elections.rules.roll_file import RollFault


def test_no_two_codes_share_a_value_since_sentences_are_found_by_it():
    codes = [str(code) for code in chain(Act, Bar, Poll, Seal, Trace, RollFault)]

    assert len(codes) == len(set(codes))


def test_every_code_is_a_text_that_fits_its_column():
    for kind in (Act, Bar, Poll, Seal, Trace):
        assert issubclass(kind, enum.StrEnum)
        assert max(len(code) for code in kind) <= 64
