"""Numbers that only say which ones are meant: "the first two", "its top three partners"; or that are an article."""

from __future__ import annotations

from shandong_econ.parsing.english.counts import (
    LIST,
    is_counted_noun,
    is_part,
    is_some_of,
)
from shandong_econ.parsing.english.listed_words import joins_items, owns
from shandong_econ.parsing.english.pieces import Pieces
from shandong_econ.parsing.english.word_kinds import is_change, is_minor, word_set
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.tokens import has_role


def as_reference(pieces: Pieces, i: int, figure: Figure) -> str | None:
    """A number that only says of which ones, or that is an article."""
    after = pieces.at(i + 1)
    if not figure.power and pieces.word(i - 1) in word_set("reference.scope") and i > 1 and _scopes(pieces, i - 2):
        return "reference"  # "the top three partners", "Hunan's top three partners"
    if not figure.is_word:
        return None
    if pieces.word(i - 1) in word_set("reference.before"):
        return None if is_counted_noun(pieces, i + 1) or is_some_of(pieces, i) else "reference"
    if _scopes(pieces, i - 1) and _is_listed(pieces, i + 1):
        return "reference"  # "its three neighbors - A, B and C -"
    if pieces.word(i - 1) in word_set("class.known") and _goes_back(pieces, i):
        return "reference"  # "the two growth rates", of what was told
    if pieces.word(i - 1) in word_set("class.known") and (after is None or is_minor(after)):
        return "reference"  # "the gap between the two", "the two below"
    if figure.value == 1:  # of eight groups "six rose and one fell"
        return "" if is_part(pieces, i) and _goes_on(pieces, i - 1) else "article"
    return None


def _goes_back(pieces: Pieces, i: int) -> bool:
    """Whether a number and its noun only go back to the things of a list before, or to places: "the two cities"."""
    they = pieces.word(i + 1) in word_set("area.divisions") or any(map(is_change, pieces.tokens[i + 1 : i + 2]))
    if they and has_role(pieces.tokens[i:], "link.respectively"):
        return True
    said = [token.word for token in pieces.tokens[i : i + len(("two", "growth", "rates"))]]
    return any(" ".join(said[:n]) in word_set("back.all") for n in range(2, len(said) + 1))


def _is_listed(pieces: Pieces, i: int) -> bool:
    """Whether a dash behind the noun that begins here leads to a list of those that it names."""
    near = pieces.tokens[i : i + LONGEST_NOUN]
    dash = next((n for n, token in enumerate(near, i) if token.mark), 0)
    listed = pieces.tokens[dash : dash + LIST] if dash else []
    return pieces.tokens[dash].mark == "—" and has_role(listed, "link.list")


LONGEST_NOUN = 5  # pieces of "largest export markets" and the mark behind it


def _scopes(pieces: Pieces, i: int) -> bool:
    """Whether a word leads to those of a kind that are named: "its", "the", "Hunan's"."""
    named = pieces.words.lower[pieces.tokens[i].start : pieces.tokens[i + 1].start].rstrip()
    return owns(named) or pieces.word(i) in word_set("reference.articles")


def _goes_on(pieces: Pieces, i: int) -> bool:
    """Whether a clause goes on at a place, after a comma or "and"."""
    before = pieces.at(i)
    return before is not None and joins_items(before)
