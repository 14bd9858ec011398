"""Words of an English sentence cut where a number is joined to them: "rose5.2percent", "the fourth-fastest"."""

from __future__ import annotations

from collections.abc import Mapping

from shandong_econ.lexicon.words import word_list
from shandong_econ.parsing.finding.lexis import Entry
from shandong_econ.parsing.finding.tokens import Token


def ranks_apart(
    lower: str, pieces: list[tuple[int, int]], firm: list[Token], known: Mapping[str, Entry]
) -> list[tuple[int, int]]:
    """The pieces with an ordinal parted from the superlative that a hyphen joins to it: "the fourth-fastest"."""
    ends = {token.end for token in firm if token.figure is not None and token.figure.ordinal}
    if not any(lower.startswith("-", end) for end in ends):
        return pieces
    parted: list[tuple[int, int]] = []
    for n, (first, last) in enumerate(pieces):
        cut = next((end for end in ends if first < end < last), 0)
        entry = known.get(lower[cut + 1 : last]) if cut else None
        ranks = entry is not None and "rank.superlative" in entry.roles and not _is_place(lower, pieces[n + 1 : n + 3])
        parted.extend([(first, cut), (cut + 1, last)] if ranks else [(first, last)])
    return parted


def _is_place(lower: str, pieces: list[tuple[int, int]]) -> bool:
    """Whether a rank only tells which place it is: "Zunyi, its second-largest | city", not "city economy"."""
    words = [lower[slice(*piece)] for piece in pieces]
    whole = len(words) > 1 and words[1] in word_list("en", "growth_nouns.of_places")
    return bool(words) and words[0] in word_list("en", "area.nouns") and not whole


def unglued(pieces: list[tuple[int, int]], firm: list[Token]) -> list[tuple[int, int]]:
    """The pieces without the numbers and units that lost the space before or after them: "rose5.2percentof"."""
    digits = [token for token in firm if token.figure is not None and not token.figure.is_word]
    edges = sorted({edge for token in digits for edge in (token.start, token.end)})
    parted: list[tuple[int, int]] = []
    e = 0
    for first, last in pieces:
        while e < len(edges) and edges[e] <= first:
            e += 1
        while e < len(edges) and edges[e] < last:
            parted.append((first, edges[e]))
            first, e = edges[e], e + 1
        parted.append((first, last))
    return parted
