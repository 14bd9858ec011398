"""A growth that goes faster or slower, and a fall that narrows or widens: what moves is the growth, by points of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from shandong_econ.parsing.english.word_kinds import is_change, word_set
from shandong_econ.parsing.finding.tokens import Token


def changes_pace(tokens: Sequence[Token]) -> bool:
    """Whether it is a growth that moved: "the growth rate | accelerated by", "the drop narrowed by", ", narrowing".

    Of a growth that was just told no noun need stand: "imports fell 3.4%, narrowing 2.1%".
    """
    at = next((n for n in reversed(range(len(tokens))) if tokens[n].word in word_set("pace.moves")), None)
    if at is None or any(one.mark == "," and is_change(other) for one, other in pairwise(tokens[at + 1 :])):
        return False  # "the decline widened, dropping by" 9.2 percent
    start = next((n + 1 for n in reversed(range(at)) if tokens[n].mark), 0)
    nouns = word_set("pace.nouns")
    grows = any(token.word in nouns or token.word.rpartition(" ")[2] in nouns for token in tokens[start:at])
    return grows or (start == at and start > 0 and tokens[at].word in word_set("pace.alone"))
