"""The words that name a series, a place or the other side of a figure, each of which can be read in one way only."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from shandong_econ.lexicon.concepts import area_words, areas, indicators
from shandong_econ.model import Area, Indicator, Observation
from shandong_econ.saying.known import meanings, naming_words
from shandong_econ.saying.labels import plain_label
from shandong_econ.saying.phrases import Phrases
from shandong_econ.saying.refusing import unsayable


def series(figure: Observation, phrases: Phrases) -> str:
    """The words that name what is measured: those of its code, or its label where it has none.

    Raises UnsayableError for a code without such words, and for a label that could be read as something else.
    """
    indicator = figure.indicator
    if indicator is None:
        return plain_label(figure, phrases)
    if indicators().get(indicator.code) != indicator:
        raise unsayable(
            figure, f"the indicator {indicator.code}", phrases.language, "give one of se.indicators() as it is"
        )
    words = phrases.find("series", indicator.code) or _named_alone(indicator, phrases.language)
    if words is None:
        remedy = "no words of the lexicon name it alone: add a line to [series] of saying.toml"
        raise unsayable(figure, f"the indicator {indicator.code}", phrases.language, remedy)
    return words


def _named_alone(indicator: Indicator, language: str) -> str | None:
    """The name of an indicator where the lexicon has it as a word for that indicator and for nothing else."""
    name = indicator.name_zh if language == "zh" else indicator.name
    return name if name is not None and meanings(language).get(name) == {("indicator", indicator.code)} else None


def make_one_word(place: str, name: str, language: str) -> bool:
    """Whether a place and a series, said one after the other, are a word of the lexicon for something else.

    A province has 全国制造业单项冠军企业, which are not those of the whole nation.
    """
    said, known = place + name, naming_words(language)
    return bool(place) and any(said[:end] in known for end in range(len(place) + 1, len(said) + 1))


def area(figure: Observation, home: Area | None, phrases: Phrases) -> str:
    """The name of a place that no other place shares; the report's own area may also be one without a code."""
    place = figure.area
    if place is None:
        return ""
    if (name := area_name(place, phrases)) is not None:
        return name
    if place == home:
        return _home(place, phrases)
    remedy = "give one of se.areas() as it is whose name no other has, or the report's own area"
    raise unsayable(figure, f"the area {place.code or place.name or place.name_zh!r}", phrases.language, remedy)


def area_name(place: Area, phrases: Phrases) -> str | None:
    """The name of a place of the lexicon, or None where it has none to itself or is no place of the lexicon."""
    if place.code is None or areas().get(place.code) != place:
        return None
    return phrases.find("area", place.code) or _names(phrases.language).get(place.code)


def _home(place: Area, phrases: Phrases) -> str:
    """How a report calls its own area: 全市, "the region"."""
    name = (place.name_zh or place.name or "").strip()
    return phrases.find("home", name[-1:]) or phrases.get("home", "any")


@cache
def _names(language: str) -> Mapping[str, str]:
    """Of each area its first name that no other area has."""
    spellings = dict(area_words(language))
    shared: dict[str, set[str]] = {}
    for code, words in spellings.items():
        for word in words:
            shared.setdefault(word.lower(), set()).add(code)
    own = {code: [word for word in words if len(shared[word.lower()]) == 1] for code, words in spellings.items()}
    return MappingProxyType({code: words[0] for code, words in own.items() if words})


def other_side(figure: Observation, phrases: Phrases) -> str:
    """The words for what a figure is a part of, a gap to or a contribution to: those of a code, or its own words."""
    words = figure.relative_to
    if words is not None and words in indicators():
        if (found := phrases.find("series", words)) is not None:
            return found
    elif words is not None and (words in naming_words(phrases.language) or words in phrases.words("of", "sides")):
        return words
    remedy = "give the code of an indicator, or words by which the lexicon knows a series or a place"
    raise unsayable(figure, f"relative_to {words!r}", phrases.language, remedy)
