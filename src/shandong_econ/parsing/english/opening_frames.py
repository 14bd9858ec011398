"""What a clause opens with as that of which it tells: "in household goods stores it fell", "within services"."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.naming import is_place
from shandong_econ.parsing.english.role_classes import JOINS
from shandong_econ.parsing.english.run_in import antecedent_of_where
from shandong_econ.parsing.english.word_kinds import is_change, is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues

NEAR_OPENING = 3  # pieces: ", and in"
SHORT_PHRASE = 4  # pieces of a name that has a comma: "transport, storage and"


def tell_of_what(words: Words, clues: Clues, tokens: Sequence[Token]) -> None:
    """Takes into the clues what a clause with "where" tells of, or one that opens with that."""
    clues.where = antecedent_of_where(words, tokens)
    if is_place(words.scene, clues.where):
        clues.where = ""  # "the rise was smallest in Wales, where prices rose by"
    if not clues.where and (stop := end_of_frame(tokens)):
        clues.framed = _goes_back(tokens, stop)
        clues.where = words.phrase(core(tokens[:stop]))
        if clues.where.rpartition(" ")[2] in word_set("frame.sides"):
            clues.words = clues.words.removeprefix(f"{clues.where} the ")  # "on the import side the port cleared"


def end_of_frame(tokens: Sequence[Token]) -> int:
    """The place at which that ends with which a clause opens: "in household goods stores | it fell", or 0."""
    opens = word_set("frame.of_what") | word_set("frame.of_whom")
    start = next((n for n, token in enumerate(tokens[:NEAR_OPENING]) if token.word in opens or not _joins(token)), 0)
    if not tokens or tokens[start].word not in opens:
        return 0
    stop = next((n for n in range(start + 1, len(tokens)) if _ends_frame(tokens, n)), 0)
    inside = core(tokens[start + 1 : stop])
    if not inside or any(map(_cuts, inside)):
        return 0
    goes_back = inside[-1].naming is not None and not tokens[stop].mark  # "in towns it was"
    needs = inside[-1].word in word_set("frame.of_nothing") or tokens[start].word in word_set("frame.of_whom")
    return 0 if needs and not goes_back else stop


def _joins(token: Token) -> bool:
    return bool(token.mark) or not token.roles.isdisjoint(JOINS)


def _ends_frame(tokens: Sequence[Token], n: int) -> bool:
    """Whether what a clause opens with ends before a place: at a comma that lists no more, or before a pronoun."""
    if tokens[n].mark != ",":
        back = n + 1 < len(tokens) and tokens[n].word == "the" and tokens[n + 1].word in word_set("back.figure")
        back = back or _goes_back(tokens, n)  # "in the cities | the figure was"
        return back or tokens[n - 1].word in word_set("frame.sides")  # "on the import side | the port"
    rest = tokens[n + 1 : n + 1 + SHORT_PHRASE]
    last = next((token for token in rest if "link.list" in token.roles or is_verb(token)), None)
    return last is None or is_verb(last)


def _goes_back(tokens: Sequence[Token], n: int) -> bool:
    """Whether a pronoun stands at a place for what was told of: "for farms | it fell", "for farms | this was"."""
    word, behind = tokens[n].word, tokens[n + 1 : n + 2]
    return word in word_set("pronoun.subjects") or (word in word_set("frame.this") and has_word(behind, "passive.be"))


def _cuts(token: Token) -> bool:
    """Whether a piece tells when or where, or makes a clause of what stands around it."""
    if token.time is not None or token.areas or token.figure is not None or is_verb(token) or is_change(token):
        return True
    leads = token.naming is None and "link.preposition" in token.roles and token.word not in word_set("frame.inside")
    return (bool(token.mark) and token.mark != ",") or leads
