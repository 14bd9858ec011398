"""What a sentence asks its reader to do before it tells something, or grants: "Add it all up and | exports came to".

Or "Despite the fall in the month, | exports in the three months to May rose by".
"""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token


def without_invitation(tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence without what it asks its reader to do, up to its "and"."""
    if not tokens or tokens[0].word.partition(" ")[0] not in word_set("invitation.verbs"):
        return tokens
    stop = next((n for n, token in enumerate(tokens) if _joins_or_tells(token)), len(tokens) - 1)
    told = tokens[stop + 1 :]
    return told if "link.list" in tokens[stop].roles and _is_clause(told) else tokens


def without_concession(tokens: list[Token]) -> list[Token]:
    """The pieces of a sentence without a move that it grants before its first comma."""
    said = " ".join(token.word for token in tokens[:LONGEST_CONCEDER])
    if not said.startswith(word_list("en", "invitation.concedes")):
        return tokens
    stop = next((n for n, token in enumerate(tokens) if token.mark or token.figure is not None), 0)
    grants = tokens[stop].mark == "," and any(map(is_change, tokens[:stop]))
    return tokens[stop + 1 :] if grants else tokens


LONGEST_CONCEDER = 3  # pieces of "in spite of"


def _joins_or_tells(token: Token) -> bool:
    return bool(token.mark) or token.figure is not None or "link.list" in token.roles


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a verb stands among words before their first figure."""
    stop = next((n for n, token in enumerate(tokens) if token.figure is not None), len(tokens))
    return any(map(is_verb, tokens[:stop]))
