"""Places that a sentence opens with, each of which has one of its figures in turn: "In A and B, ... 5 and 4 tons"."""

from __future__ import annotations

from shandong_econ.model import Area
from shandong_econ.parsing.english.listed_places import is_with_partner
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.places import place

NEAR = 6  # pieces after the last figure within which "respectively" stands


def places_in_turn(sentence: Progress, figures: list[Figure]) -> list[Area]:
    """The places that a sentence opened with, where its figures are theirs "respectively": "In A and B ... 5 and 4"."""
    home, words = sentence.scene.places.home, sentence.words
    if not are_in_turn(sentence, figures):
        return []
    first = next(n for n, token in enumerate(sentence.tokens) if token.figure is not None)
    places = [n for n, token in enumerate(sentence.tokens[:first]) if token.areas]
    if places and is_with_partner(sentence.tokens, places[0]):
        return []
    return [place(t.areas, home, words.name(t)) for t in (sentence.tokens[n] for n in places)]


def are_in_turn(sentence: Progress, figures: list[Figure]) -> bool:
    """Whether figures are said to be "respectively" those of what was told."""
    behind = [token for token in sentence.tokens if token.start > figures[-1].start][:NEAR]
    return any("link.respectively" in token.roles for token in behind)
