"""Names between quotation marks with a number in them: the "30 Articles", the "two countries, twin parks" model."""

from __future__ import annotations

from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.word_kinds import is_verb

REACH = 50  # characters within which a name between quotation marks begins or ends
_OPENING, _CLOSING = '“"', '”"'
_NOT_IN_NAMES = frozenset(".!?;:")


def is_in_quoted_name(pieces: Pieces, i: int) -> bool:
    """Whether a number stands between quotation marks close to each other, in words that tell nothing."""
    source, token = pieces.words.source, pieces.tokens[i]
    first, last = pieces.tokens[0].start, pieces.tokens[-1].end
    left = source[max(first, token.start - REACH) : token.start]
    right = source[token.end : min(last, token.end + REACH)]
    opening = max(map(left.rfind, _OPENING))
    closing = min((n for mark in _CLOSING if (n := right.find(mark)) >= 0), default=-1)
    if min(opening, closing) < 0 or any(mark in left[opening + 1 :] for mark in _CLOSING):
        return False
    if left[opening + 1 :][:1].isspace() or (opening and left[opening - 1].isalnum()):
        return False  # a mark that closes what was quoted before
    start, end = token.start - len(left) + opening, token.end + closing
    inside = [t for t in pieces.tokens if start < t.start < end]
    return _NOT_IN_NAMES.isdisjoint(source[start:end]) and not any(is_verb(t) for t in inside)
