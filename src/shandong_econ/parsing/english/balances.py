"""Balances: what a surplus is on, told behind its amount, and the sign that a deficit gives to it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Measure
from shandong_econ.parsing.english.word_kinds import is_verb, word_set
from shandong_econ.parsing.english.words import Words, core
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Reading
from shandong_econ.parsing.resolving.unit_classes import MONEY


def without_balanced(words: Words, clues: Clues, tokens: Sequence[Token], unit: str | None) -> Sequence[Token]:
    """The words behind an amount without what its balance is on: "a surplus of 2 billion dollars | on services"."""
    balance = unit in MONEY and clues.words.rpartition(" ")[2].lower() in word_set("deficit.balances")
    if not balance or not tokens or tokens[0].word not in word_set("deficit.links"):
        return tokens
    stop = next((n for n in range(1, len(tokens)) if _ends(tokens, n)), len(tokens))
    if core(tokens[1:stop]):
        clues.words = f"{clues.words} {tokens[0].word} {words.phrase(core(tokens[1:stop]))}"
        return tokens[stop:]
    return tokens


def _ends(tokens: Sequence[Token], n: int) -> bool:
    """Whether what a balance is on ends before a piece, a second balance, say: "and a deficit of"."""
    token = tokens[n]
    another = any(one.word in word_set("acting.articles") for one in tokens[n + 1 : n + 2])
    joins = "link.list" in token.roles and (another or n + 1 == len(tokens))
    return bool(token.mark) or token.time is not None or token.figure is not None or is_verb(token) or joins


def turn_deficit(clues: Clues, reading: Reading) -> None:
    """Makes an amount by which a balance falls short one below nought, and a rise of the balance of what narrows it."""
    told = reading.subject.label.lower().split()
    balance = reading.subject.series.code == "TRADE_BALANCE" or not word_set("deficit.of").isdisjoint(told)
    if not balance or word_set("deficit.words").isdisjoint(told):
        return
    if reading.measure is Measure.LEVEL:
        reading.sign = -1
    elif reading.measure is Measure.CHANGE and not clues.says.isdisjoint(_OF_GAPS):
        reading.sign = 1 if Says.NARROW in clues.says else -1


_OF_GAPS = frozenset({Says.NARROW, Says.WIDEN})
