"""Places and times of which each has one of the figures of a list in turn: "In A and B, ... 5 and 4 tons"."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.english.listed_places import is_with_partner
from shandong_econ.parsing.english.listed_words import joins_items, told_in_turn
from shandong_econ.parsing.english.lists import listed
from shandong_econ.parsing.english.naming import is_bare, is_place, named
from shandong_econ.parsing.english.opening_frames import end_of_frame
from shandong_econ.parsing.english.places import series_named
from shandong_econ.parsing.english.progress import Progress
from shandong_econ.parsing.english.words import core
from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.finding.series_english import name_series_english
from shandong_econ.parsing.finding.times import Time
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.clues import Clues
from shandong_econ.parsing.resolving.readings import Subject


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


def parts_in_turn(sentence: Progress, clues: Clues, count: int, lead: Sequence[Token]) -> list[Subject]:
    """What figures are of that a clause opened with: "for men and women, it was 8 and 7 percent respectively"."""
    scene, words = sentence.scene, sentence.words
    frame = core(lead[: end_of_frame(lead)]) if clues.where and _told_in_turn(sentence.tokens, lead[-1].end) else []
    parts, _, _ = listed(words, [frame], count) if frame else ([], "", False)
    if len(parts) != count:
        return []
    goes_back = is_bare(clues.words) or is_place(scene, clues.words) or clues.words == clues.where
    whole = scene.subject if goes_back else named(scene, clues.words)
    label = whole.label.removesuffix(f" for {clues.where}")
    names = (f"{label} {word_list('en', 'frame.of_parts')[0]} {part}" for part in parts)
    return [attrs.evolve(whole, label=name, series=series_named(name, scene.base)) for name in names]


def are_in_turn(sentence: Progress, figures: list[Figure]) -> bool:
    """Whether figures are said to be "respectively" those of what was told."""
    return _told_in_turn(sentence.tokens, figures[-1].start)


def _told_in_turn(tokens: Sequence[Token], start: int) -> bool:
    """Whether "respectively" stands near behind a place in the text."""
    return told_in_turn([token for token in tokens if token.start > start])


def times_in_turn(sentence: Progress, clues: Clues, figures: list[Figure]) -> list[Time]:
    """The times of a list before figures or behind them, each of which has one of these: "in 2021 and 2022"."""
    if len({time.form for time in clues.times}) == 1 < len(clues.times):
        return clues.times
    listed = _times_listed(sentence.tokens, clues.times[0] if clues.times else clues.own_time)
    in_turn = bool(listed) and _told_in_turn(sentence.tokens, max(listed[-1].start, figures[-1].start))
    if len(listed) == 1 and listed[0].form == "months" and in_turn and _lists_two(sentence.tokens, listed[0]):
        things = len(clues.items) == len(figures) and name_series_english(clues.words, None).code is None
        return [] if things else _parted(listed[0])  # "in January and February, output and investment rose"
    return listed if in_turn or clues.times else []


def _times_listed(tokens: Sequence[Token], first: Time | None) -> list[Time]:
    """The times that a list has from the first on: "the first half | and | the first seven months"."""
    n = next((n for n, token in enumerate(tokens) if first is not None and token.time == first), len(tokens))
    found: list[Time] = []
    for token in tokens[n:]:
        if token.time is not None:
            found.append(token.time)
        elif not joins_items(token):
            break
    return found


def _lists_two(tokens: Sequence[Token], months: Time) -> bool:
    """Whether months are told one by one, "May and June", and are no span: "January to June"."""
    told = next(token.word for token in tokens if token.time == months)
    spans = told.startswith(word_list("en", "in_turn.spans"))
    return not spans and any(f" {link} " in told for link in word_list("en", "link.list"))


def _parted(months: Time) -> list[Time]:
    """The two months of "in May and June, respectively"."""
    named = months.groups
    return [attrs.evolve(months, form="month", groups={**named, "m": named[m]}) for m in ("m", "m2")]
