"""What a word after a figure says of a move: "up", "higher", "increase", points taken off a whole or added to it."""

from __future__ import annotations

from shandong_econ.parsing.english.hearing import add_says
from shandong_econ.parsing.english.words import word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues, Says


def take_gap(clues: Clues, token: Token) -> None:
    """Takes "higher", "fewer" and the like after a figure for the side on which it puts its subject."""
    if "change.more" in token.roles or "change.less" in token.roles:
        word = token.word
        if word in word_set("pace.words") or (clues.carries_on and word in word_set("pace.of_growth")):
            clues.says.add(Says.PACE)
        clues.side = clues.side or (1 if "change.more" in token.roles else -1)
        clues.priced = clues.priced or word in word_set("price.told")
        add_says(clues, token)


def moved_from(token: Token) -> int:
    """The sign of a change that a word tells together with "from", before what it is measured against."""
    return ("comparison.up_from" in token.roles) - ("comparison.down_from" in token.roles)


def take_change(clues: Clues, token: Token) -> None:
    """Takes "up" or "increase" after a figure for the change that it tells."""
    add_says(clues, token)
    if clues.article:
        clues.says.discard(Says.SHARE)  # "representing a 4.7 percent increase"
    if clues.article or not clues.verb:  # "the drop followed a 9.8 percent gain"
        clues.verb = 1 if "change.up" in token.roles else -1
    clues.is_to = False


def sign_of_part(clues: Clues, token: Token) -> int:
    """The sign of what a part does to a whole, by the word between the points and that: "off growth", "to growth"."""
    if token.word in word_set("takes.off") or (not clues.verb and token.word in word_set("takes.from")):
        return -1
    return 1 if clues.adds and token.word in word_set("takes.to") else 0
