"""A figure as an English bulletin says it."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.model import Area, Measure, Observation, Period, Status
from shandong_econ.saying.amounts import amount, hedged, row_of, whole_number
from shandong_econ.saying.clauses import against, clause, related
from shandong_econ.saying.naming import area, series
from shandong_econ.saying.phrases import Phrases, phrases
from shandong_econ.saying.times import at_head, in_words

_NUMBER_OF = "number of "
_HEADS = (" of ", " in ", " above ", " per ", " with ", " from ", " for ")


def title(name: str, when: str) -> str:
    """The line above a bulletin on an area; both words may be empty."""
    return phrases("en").get("title", "whole" if name else "alone").format(area=_capital(name), when=when)


def when(figure: Observation, period: Period) -> str:
    """The period as a title has it."""
    return phrases("en").get("title", "in").format(when=in_words(figure, period, phrases("en")))


def sentence(figures: Sequence[Observation], home: Area | None) -> str:
    """The sentence that says figures of one series, place and time, in their order."""
    words = phrases("en")
    head = figures[0]
    name, place = series(head, words), area(head, home, words)
    had = _is_had(head, name, place)
    subject = place if had else _subject(name, place, words)
    said = []
    falling = False
    for n, figure in enumerate(figures):
        falling = figure.value < 0 if figure.measure is Measure.GROWTH else falling
        said.append(
            _had(figure, name, words) if n == 0 and had else _clause(figure, name, first=n == 0, falling=falling)
        )
    joined = words.get("sentence", "joint").join(said)
    if head.period is None:
        return _capital(words.get("sentence", "timeless").format(subject=subject, clauses=joined))
    return words.get("sentence", "head").format(when=at_head(head, head.period, words), subject=subject, clauses=joined)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _subject(name: str, place: str, words: Phrases) -> str:
    key = "subject_alone" if not place else "subject_of" if any(head in name for head in _HEADS) else "subject"
    return words.get("sentence", key).format(area=place, series=name)


def _is_had(figure: Observation, name: str, place: str) -> bool:
    """Whether the place has so many things: Shandong had 320 listed companies."""
    counts = figure.unit is not None and figure.unit.code == "NUM" and figure.measure is Measure.LEVEL
    long = figure.indicator is not None and figure.indicator.code in phrases("en").words("uncounted", "codes")
    return bool(place) and counts and name.startswith(_NUMBER_OF) and not long


def _had(figure: Observation, name: str, words: Phrases) -> str:
    printed = hedged(figure, amount(figure, words, f" {name.removeprefix(_NUMBER_OF)}"), words)
    if figure.status is Status.A:
        return words.get("sentence", "had").format(figure=printed)
    return _looking_ahead(figure, words.get("sentence", "will_have").format(figure=printed), "is", words)


def _looking_ahead(figure: Observation, said: str, be: str, words: Phrases) -> str:
    """A clause as what is expected or planned."""
    key = "forecast" if figure.status is Status.F else "target"
    return words.get("sentence", key).format(clause=said, be=be)


def _clause(figure: Observation, name: str, *, first: bool, falling: bool) -> str:
    words = phrases("en")
    said = clause(figure, words, first=first, falling=falling).format(
        amount=(plain := _amount(figure, words)),
        figure=hedged(figure, plain, words),
        against=against(figure, words),
        of=related(figure, words),
        be=_be(name, past=True),
    )
    if figure.status is Status.A:
        return said
    return _looking_ahead(figure, said, _be(name, past=False), words)


def _be(name: str, *, past: bool) -> str:
    """The form of "to be" that goes with a noun phrase."""
    head = name
    for preposition in _HEADS:
        head = head.partition(preposition)[0]
    plural = head.endswith("s") and not head.endswith("ss")
    return ("were" if plural else "was") if past else ("are" if plural else "is")


def _amount(figure: Observation, words: Phrases) -> str:
    if figure.measure is Measure.RANK:
        return _ordinal(whole_number(figure, words), words)
    if figure.measure is Measure.STREAK:
        span = words.get("streak", figure.unit.code if figure.unit else "")
        return f"{_ordinal(whole_number(figure, words), words)} {span}"
    minus = "-" if figure.measure is Measure.LEVEL and figure.value < 0 else ""
    return minus + amount(figure, words, _counted(figure))


def _ordinal(number: int, words: Phrases) -> str:
    """A number as a word up to tenth, then in figures."""
    ordinals = words.words("ordinal", "words")
    if number < len(ordinals):
        return ordinals[number]
    end = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"
    return f"{number}{end}"


def _counted(figure: Observation) -> str | None:
    """What counts the things of a series that has a code: nothing for people and firms, which its name tells."""
    row = row_of(figure)
    if row is None or figure.unit is None or figure.unit.code not in ("NUM", "PS") or row.unit != figure.unit.code:
        return None
    return phrases("en").find("count", row.code) or ""
