"""Numbers that leave out "percent", "points" or the name of an index, as one before them had it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.parsing.english.counts import LIST, before_hedge, ends_phrase
from shandong_econ.parsing.english.listed_words import joins_items
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.role_classes import JOINS
from shandong_econ.parsing.english.word_kinds import is_change, is_plain, is_verb, word_set
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.unit_classes import IN_PERCENT


def is_bare_points(pieces: Pieces, i: int) -> bool:
    """Whether a number is the points by which a percentage just told moved: "was 71.0 percent, up 0.4 on the month".

    Or by which it moved over another time, "up 0.2 points on the quarter and up | 0.3 | on the year".
    """
    figure = pieces.figure(i)
    ends = i > 2 and "." in str(figure.value) and not figure.power and ends_phrase(pieces, i + 1)
    if not ends or not is_change(pieces.tokens[i - 1]):
        return False
    rate = next((t.figure for t in reversed(pieces.tokens[: i - 2]) if t.figure is not None), None)
    link = pieces.tokens[i - 2]
    again = rate is not None and rate.unit == "PPT" and not link.roles.isdisjoint(JOINS)
    return again or (rate is not None and rate.unit == "PT" and link.mark == ",")


def index_left_out(pieces: Pieces, i: int) -> str:
    """The unit of an index or a ratio with which a number with a decimal point goes on, or "".

    "Food was 104.6 and that of residence 101.9", "the ratio was 3.2, narrowing by 0.04".
    """
    if not str(pieces.figure(i).value).partition(".")[2]:
        return ""
    last = next((t.figure for t in reversed(pieces.tokens[max(0, i - LIST) : i]) if t.figure is not None), None)
    return last.unit if last is not None and last.unit in ("IX", "RO") and not last.word else ""


def rate_left_out(pieces: Pieces, i: int) -> str:
    """The unit of a rate with which the next clause goes on without telling it, or "".

    "Exports rose 6.4 percent, imports | 7.2", "by 6.4 percent in towns and | 7.2 | in villages".
    """
    figure, at = pieces.figure(i), _told_before(pieces, i)
    if figure.power or not ends_phrase(pieces, i + 1) or at is None:
        return ""
    told, between = pieces.figure(at), pieces.tokens[at + 1 : before_hedge(pieces, i) + 1]
    whole = "." not in str(figure.value)
    goes_on = _goes_on(between) or (_only_joins(between) and pieces.word(i + 1) in word_set("bare.where"))
    if not goes_on or (whole and ("." in str(told.value) or not _names_series(between))):
        return ""
    return told.unit or ""


def _told_before(pieces: Pieces, i: int) -> int | None:
    """The place of the last figure before, if it is a rate."""
    at = next((k for k in reversed(range(max(0, i - LIST), i)) if pieces.tokens[k].figure is not None), None)
    return at if at is not None and pieces.figure(at).unit in IN_PERCENT else None


def _goes_on(between: Sequence[Token]) -> bool:
    """Whether words between two figures begin another item of a list, which names what it is of and has no verb."""
    joined = next(
        (n for n, token in enumerate(between) if token.mark in (",", ";") or "link.list" in token.roles), None
    )
    named = between[len(between) if joined is None else joined + 1 :]
    if any(is_verb(token) and token.word not in word_set("some_of.more") for token in named):
        return False
    return any(is_plain(token, or_named=True) for token in named)


def _only_joins(between: Sequence[Token]) -> bool:
    """Whether nothing but an "and" or a comma stands right before a number."""
    return bool(between) and joins_items(between[-1])


def _names_series(between: Sequence[Token]) -> bool:
    return any(token.naming is not None for token in between)
