"""Ordinals that are figures: a place in an order, or how long something has gone on."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Period, Qualifier, Status
from shandong_econ.parsing.english.counts import ends_phrase
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.plans import leads_ahead
from shandong_econ.parsing.english.word_kinds import is_change, is_light, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token, has_role, is_of_place
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.readings import Reading


def is_rank(pieces: Pieces, i: int) -> bool:
    """Whether an ordinal is a place in an order: "ranked third", "the second largest"."""
    if _is_named(pieces, i):
        return True
    if pieces.word(i + 1) == "in" and _is_scope(pieces, i + 2):
        return True
    if pieces.word(i + 1) in word_set("ranked.with") and _is_said_of(pieces, i):
        return True
    if pieces.word(i + 1) in word_set("ranked.measured") and _is_measure(pieces.at(i + 2)):
        return True  # "it was 11th by size"
    if _goes_on(pieces, i) or _goes_on_in(pieces, i) or _is_followed(pieces, i) or _moves_on(pieces, i):
        return True  # "ranked 1st, 1st, and 2nd in the region", "kept the second and third", "moved from | 8th to 7th"
    moved = pieces.word(i - 1) == "to" and ends_phrase(pieces, i + 1)
    ranked = any(pieces.word(j) in word_set("ranked.words") for j in range(max(0, i - 3), i))
    ranked = ranked or (moved and any(_tells_move(pieces.tokens[j]) for j in range(max(0, i - 4), i)))
    return ranked and pieces.word(i + 1) not in word_set("not_counted.words")


def _is_named(pieces: Pieces, i: int) -> bool:
    """Whether the word behind an ordinal calls it a place in an order: "the second | largest", "the third | spot"."""
    after = pieces.at(i + 1)
    return after is not None and ("rank.superlative" in after.roles or after.word in word_set("ranked.after"))


def _is_said_of(pieces: Pieces, i: int) -> bool:
    """Whether an ordinal is said of somebody: "Nanyang, third with 434 billion", "Peru was second at 2 million"."""
    beside = pieces.word(i - 1) == "," and i > 1 and bool(pieces.tokens[i - 2].areas)
    told = _ordinals_before(pieces, i)
    if told and told[-1] < i - 1 and is_plain(pieces.tokens[i - 1], or_named=True) and is_rank(pieces, told[-1]):
        return True  # "Peru came second, with 2 million, and Chile | third with 1 million"
    return beside or (i > 1 and pieces.word(i - 1) in word_set("passive.be"))


def _ordinals_before(pieces: Pieces, i: int) -> list[int]:
    return [n for n, t in enumerate(pieces.tokens[:i]) if t.figure is not None and t.figure.ordinal]


def _goes_on_in(pieces: Pieces, i: int) -> bool:
    """Whether an ordinal is one more rank, in something else: "first in cotton and | third | in its reserves"."""
    inside = pieces.word(i + 1) in word_set("within.before") | word_set("ranked.by")
    if not inside or "link.list" not in pieces.tokens[i - 1].roles:
        return False
    told = _ordinals_before(pieces, i)[-1:]
    return bool(told) and is_rank(pieces, told[0]) and not any(map(is_verb, pieces.tokens[told[0] : i]))


def _is_measure(token: Token | None) -> bool:
    """Whether a word is that for which things are put in an order: "size", "growth", the name of a series."""
    if token is None:
        return False
    named = token.naming is not None and token.naming.base is not None
    return named or token.word in word_set("ranked.measures")


def without_degree(lead: list[Token]) -> list[Token]:
    """The words that lead to a place in an order without how near it is to the first: "it is | a distant | second"."""
    article = len(lead) > 1 and lead[-2].word in word_set("acting.articles")
    return lead[:-2] if article and is_plain(lead[-1]) else lead


def _goes_on(pieces: Pieces, i: int) -> bool:
    """Whether an ordinal goes on with a list of ranks."""
    j = i - 1
    while j > 0 and (pieces.word(j) == "," or "link.list" in pieces.tokens[j].roles):
        j -= 1
    before = pieces.at(j) if 0 < j < i - 1 else None
    return before is not None and before.figure is not None and before.figure.ordinal and is_rank(pieces, j)


def _is_followed(pieces: Pieces, i: int) -> bool:
    """Whether an ordinal leads to others in a list, of which the last is a place in an order."""
    last, rest = i, pieces.tokens[i + 1 : i + LONGEST_LIST]
    for n, token in enumerate(rest, i + 1):
        if token.figure is not None and token.figure.ordinal:
            last = n
        elif token.mark != "," and "link.list" not in token.roles:
            break
    return last > i and _is_named(pieces, last)


LONGEST_LIST = 8  # pieces of "first, second, third and fourth"


def _moves_on(pieces: Pieces, i: int) -> bool:
    """Whether an ordinal is the place from which something moved to another."""
    last = pieces.at(i + 2)
    to = pieces.word(i - 1) == "from" and pieces.word(i + 1) == "to"
    return to and last is not None and last.figure is not None and last.figure.ordinal and is_rank(pieces, i + 2)


def _tells_move(token: Token) -> bool:
    return is_change(token) or token.word in word_set("ranked.moves")


def is_streak(pieces: Pieces, i: int) -> bool:
    """Whether an ordinal or a number tells how long something has gone on: "14th year in a row"."""
    for n, token in enumerate(pieces.tokens[i + 1 : i + 4]):
        if token.figure is not None:
            return False
        if "streak.word" in token.roles:
            spans = pieces.word(i + 1) in word_set("streaks.spans")
            return n == 0 or (spans and n == 1) or is_change(pieces.tokens[i + n])  # "second quarterly rise in a row"
    return False


def end_streak(reading: Reading, lead: Sequence[Token], period: Period | None) -> None:
    """Takes a streak for one that goes on, unless it is still to come: "a harvest is expected for the 10th year"."""
    reading.status = reading.status if leads_ahead(lead) else Status.A
    reading.qualifier = Qualifier.EQ if has_role(lead, "gap.above") else reading.qualifier  # "topping the list for"
    if has_word(lead, "clause.after") and period is not None and period.months:
        reading.period = period.preceding()  # "rose in May after falling for" three months


def forget_now(clues: Clues) -> None:
    """Leaves out a "now" that only says that a streak goes on: "it has now risen for the third month in a row"."""
    if Says.STREAK in clues.says:
        clues.times = [time for time in clues.times if time.form != "now"]


def _is_scope(pieces: Pieces, i: int) -> bool:
    """Whether words say within what something is ranked: "the country", "the national table"."""
    where = pieces.tokens[i : i + LONGEST_SCOPE]
    start = next((n for n, token in enumerate(where) if not is_light(token)), 0)
    ranks = has_word(where[start:], "ranked.tables")
    return any(map(is_of_place, where[start : start + 1])) or ranks


LONGEST_SCOPE = 4  # pieces: "the latest provincial ranking"
