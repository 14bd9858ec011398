"""What the words beside a number say of it: its sign, percent where points are meant, and texts that were spoiled."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from shandong_econ.findings import Figure, Figures, Finding
from shandong_econ.identities.judging import joined, noted, told
from shandong_econ.lexicon.concepts import indicator_row
from shandong_econ.lexicon.words import roles
from shandong_econ.model import Measure

_SIGNED = frozenset({Measure.GROWTH})
_LONGEST = 24  # characters of a word of change, with the blank after it
_SMALL = 20  # percent up to which a change of a rate can be one in points
_REPEATED = 3  # so often nothing but a broken page repeats a number
_PERCENT = ("%", "％", "percent", "per cent", "pct")
_OF_RATES = frozenset({"RATE", "SHARE"})


def sign_and_word(figures: Figures) -> Iterator[Finding]:
    """What fell has a negative growth, and what grew a positive one."""
    for figure in figures.every:
        if figure.observation.measure in _SIGNED and (found := _word_before(figure)) is not None:
            word, way = found
            value = figure.observation.value
            if value and not figure.words.lstrip().startswith(("-", "－", "−", "+")):
                yield told((value < 0) is (way < 0), figure, (), f"{word} {figure.words}", f"the value is {value}")


def percent_as_points(figures: Figures) -> Iterator[Finding]:
    """A rate or a share changes by points, and hardly ever by percent of itself."""
    for figure in figures.every:
        observation = figure.observation
        if not figure.is_reckonable or not 0 < abs(observation.value) < _SMALL:
            continue
        words = figure.words.casefold()
        is_change = observation.measure is Measure.CHANGE and figure.unit == "PPT"
        is_growth = observation.measure is Measure.GROWTH and _is_of_a_rate(figure)
        if is_change and observation.span is not None:
            numbers = f"{figure.words}, read as points"
            holds = not any(mark in words for mark in _PERCENT) or "point" in words
            if holds:
                yield told(holds, figure, (), numbers, "points are told")
            else:
                yield noted(figure, numbers, f"{figure.words} is told where points are meant")
        elif is_growth:
            yield noted(figure, figure.words, f"growth of {figure.words} of a rate may be points")


def degraded(figures: Figures) -> Iterator[Finding]:
    """A paragraph that has one number again and again was spoiled on its way, and is no source."""
    for report in figures.reports:
        ends = [place for place, char in enumerate(report.text) if char == "\n"]
        by_paragraph: dict[int, list[Figure]] = {}
        for figure in figures.of_report(report):
            if figure.observation.span is not None:
                paragraph = bisect_left(ends, figure.observation.span.start)
                by_paragraph.setdefault(paragraph, []).append(figure)
        for found in by_paragraph.values():
            by_words: dict[str, list[Figure]] = {}
            for figure in found:
                by_words.setdefault(figure.words, []).append(figure)
            for words, same in by_words.items():
                names = {figure.observation.label for figure in same}
                if len(names) < _REPEATED or not _is_filler(same[0]):
                    continue
                message = f"{words} stands {len(same)} times in one paragraph"
                yield noted(same[0], joined(tuple(same), ", "), message, *same[1:])


def _is_filler(figure: Figure) -> bool:
    """Whether it is a number that a broken page has in place of others: 0.0 percent, or 1 and a magnitude."""
    value = figure.observation.value
    return value == 0 or (value == 1 and figure.observation.unit_mult > 0)


def _is_of_a_rate(figure: Figure) -> bool:
    row = indicator_row(figure.code)
    return figure.unit == "PT" and row is not None and row.kind in _OF_RATES and row.unit == "PT"


def _word_before(figure: Figure) -> tuple[str, int] | None:
    """The word of change right before a figure, and 1 for up and -1 for down."""
    span, language = figure.observation.span, figure.report.language
    if span is None or language is None:
        return None
    before = figure.report.text[max(0, span.start - _LONGEST) : span.start].rstrip(" ").casefold()
    for length in range(len(before), 0, -1):
        word = before[len(before) - length :]
        way = _ways(language).get(word)
        whole = language != "en" or length == len(before) or not before[len(before) - length - 1].isalpha()
        if way is not None and whole:
            return word, way
    return None


@cache
def _ways(language: str) -> dict[str, int]:
    """The words that say up or down and nothing else."""
    ways = {"change.up": 1, "change.down": -1}
    alone = ((word, next(iter(of))) for word, of in roles(language).items() if len(of) == 1)
    return {word.casefold(): ways[role] for word, role in alone if role in ways}
