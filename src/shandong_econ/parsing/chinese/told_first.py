"""A figure that stands before its name, as in numbers of the year: 1.2亿吨:原煤产量, 6.5%——这是投资的增速."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.openings import longest_at
from shandong_econ.parsing.finding.tokens import Token

_APART = frozenset(":—】]|")
_AROUND = frozenset("【[“”")
_PREDICATES = ("change.", "comparison.", "streak.", "rank.", "share.of", "gap.", "qualifier.", "contribution.")


def names_first(text: str, clauses: Sequence[list[Token]]) -> Iterator[list[Token]]:
    """The clauses of a sentence, with a figure that is told before its name put right after it."""
    rest = list(clauses)
    while rest:
        clause = rest.pop(0)
        told = _told_first(clause)
        if told is None:
            yield clause
            continue
        figure, name = told
        if not name and rest and _points_back(text, rest[0]):
            name = rest.pop(0)
        if not name:
            yield clause
            continue
        name = _without_pointer(text, name)
        while rest and _is_scope(text, name):
            yield name
            name = rest.pop(0)
        cut = _end_of_name(name)
        yield [*name[:cut], figure]
        if cut < len(name):
            yield name[cut:]


def _told_first(clause: list[Token]) -> tuple[Token, list[Token]] | None:
    """The figure at the head of a clause that nothing leads to, with what follows the mark after it."""
    head = next((n for n, token in enumerate(clause) if not (token.mark and token.mark in _AROUND)), len(clause))
    if head == len(clause) or not _measures(clause[head].figure):
        return None
    after = head + 1
    while after < len(clause) and clause[after].mark and clause[after].mark in _APART | _AROUND:
        after += 1
    rest = clause[after:]
    if rest and (after == head + 1 or rest[0].figure is not None):
        return None
    return clause[head], rest


def _measures(figure: Figure | None) -> bool:
    """Whether a number can stand alone: it has a unit, or is no whole number."""
    if figure is None or figure.ordinal:
        return False
    return figure.unit is not None or bool(figure.power) or figure.value % 1 != 0


def _points_back(text: str, clause: Sequence[Token]) -> bool:
    return text.startswith(word_list("zh", "points_back.words"), clause[0].start)


def _without_pointer(text: str, clause: list[Token]) -> list[Token]:
    """The clause without the 这是 at its head."""
    start = clause[0].start
    word = longest_at(text, word_list("zh", "points_back.words"), start)
    end = start + len(word)
    rest = [token for token in clause if token.end > end]
    if rest and rest[0].start < end:
        rest[0] = Token(end, rest[0].end)
    return rest or clause


def _is_scope(text: str, clause: Sequence[Token]) -> bool:
    """Whether a clause only tells when it is, or among what: 一季度, 在规模以上工业中."""
    if not any(token.is_words for token in clause):
        return all(token.figure is None for token in clause)
    return "area.at" in clause[0].roles and text.endswith(word_list("zh", "strip.inside"), 0, clause[-1].end)


def _end_of_name(clause: Sequence[Token]) -> int:
    """Where the name ends, if more figures are told of it in the same clause: 原煤产量 + 连续4年居全国第一."""
    if not any(token.figure is not None for token in clause):
        return len(clause)
    stop = next((n for n, token in enumerate(clause) if token.figure is not None or _tells(token)), len(clause))
    return stop or len(clause)


def _tells(token: Token) -> bool:
    return any(role.startswith(_PREDICATES) for role in token.roles if not role.endswith(".inside"))
