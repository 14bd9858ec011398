"""The words that name a series, a place or the other side of a figure, each of which can be read in one way only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from shandong_econ.lexicon.concepts import area_words, areas, indicator_rows, indicators
from shandong_econ.lexicon.tables import read_table
from shandong_econ.lexicon.words import roles, unit_words, word_list
from shandong_econ.model import Area, Indicator, Observation
from shandong_econ.saying.phrases import Phrases
from shandong_econ.saying.refusing import unsayable

LONGEST_LABEL = 40
_LABEL = {"zh": re.compile(r"[\u4e00-\u9fff]+"), "en": re.compile(r"[a-z]+(?:[- ][a-z]+)*")}
_WORD = re.compile(r"[a-z]+")


def series(figure: Observation, phrases: Phrases) -> str:
    """The words that name what is measured: those of its code, or its label where it has none.

    Raises UnsayableError for a code without such words, and for a label that could be read as something else.
    """
    indicator = figure.indicator
    if indicator is None:
        return _label(figure, phrases)
    if indicators().get(indicator.code) != indicator:
        raise unsayable(figure, f"the indicator {indicator.code}", phrases.language, "give one of se.indicators() as it is")
    words = phrases.find("series", indicator.code) or _named_alone(indicator, phrases.language)
    if words is None:
        remedy = "no words of the lexicon name it alone: add a line to [series] of saying.toml"
        raise unsayable(figure, f"the indicator {indicator.code}", phrases.language, remedy)
    return words


def _named_alone(indicator: Indicator, language: str) -> str | None:
    """The name of an indicator where the lexicon has it as a word for that indicator and for nothing else."""
    name = indicator.name_zh if language == "zh" else indicator.name
    return name if name is not None and _meanings(language).get(name) == {("indicator", indicator.code)} else None


@cache
def _meanings(language: str) -> Mapping[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for word, kind, target in read_table(f"{language}/series.tsv", ("word", "kind", "target"), unique=False):
        found.setdefault(word, set()).add((kind, target))
    return found


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
    spellings = {row.code: row.words_zh if language == "zh" else row.words_en for row in area_words()}
    shared: dict[str, set[str]] = {}
    for code, words in spellings.items():
        for word in words:
            shared.setdefault(word.lower(), set()).add(code)
    own = {code: [word for word in words if len(shared[word.lower()]) == 1] for code, words in spellings.items()}
    return MappingProxyType({code: words[0] for code, words in own.items() if words})


def other_side(figure: Observation, phrases: Phrases, section: str = "of") -> str:
    """The words for what a figure is a part of, a gap to or a contribution to: those of a code, or its own words."""
    words = figure.relative_to
    if words in indicators():
        found = phrases.find("series", words)
        if found is not None:
            return found
    elif words is not None and (words in _known(phrases.language) or words in phrases.words("of", "sides")):
        return words
    remedy = "give the code of an indicator, or words by which the lexicon knows a series or a place"
    raise unsayable(figure, f"relative_to {words!r}", phrases.language, remedy)


@cache
def _known(language: str) -> frozenset[str]:
    """The words that name a series or a place."""
    named = {word for word, _, _ in read_table(f"{language}/series.tsv", ("word", "kind", "target"), unique=False)}
    return frozenset(word for word in named | place_words() if not re.search(r"[\d,“”\"'‘’]", word))


# ---------------------------------------------------------------------- labels


def _label(figure: Observation, phrases: Phrases) -> str:
    label = figure.label or ""
    if len(label) > LONGEST_LABEL or not _LABEL[phrases.language].fullmatch(label) or not _is_new(label, phrases.language):
        remedy = "give plain words of the language, one of which at least the lexicon does not know"
        raise unsayable(figure, f"the label {figure.label!r}", phrases.language, remedy)
    return label


def _is_new(label: str, language: str) -> bool:
    """Whether a label has a word of its own, so that no code is read from it, and none that does something in a sentence."""
    if label in word_list(language, "anaphora.same" if language == "zh" else "pronoun.same"):
        return False
    if language == "en":
        words = [_stem(word) for word in _WORD.findall(label)]
        return not any(f" {word} " in f" {label} " for word in _busy("en")) and not _known_stems().issuperset(words)
    known = _known("zh")
    longest = max(map(len, known))
    pieces = [(a, b) for a in range(len(label)) for b in range(a + 1, min(a + longest, len(label)) + 1)]
    if any(label[a:b] in _busy("zh") for a, b in pieces):
        return False
    covered = {at for a, b in pieces if label[a:b] in known for at in range(a, b)}
    return len(covered) < len(label)


def is_income(label: str, language: str) -> bool:
    """Whether a label has a word for what is told per head, as income is."""
    per_head = {row.base for row in indicator_rows() if row.unit == "CNY_PS"}
    words = {word for word, meanings in _meanings(language).items() if any(target in per_head for _, target in meanings)}
    return any(word.lower() in label for word in words)


def _stem(word: str) -> str:
    """A word without the endings of a plural: coarser than a reader's, so that more is taken for known."""
    return word.rstrip("s").removesuffix("e").removesuffix("i").removesuffix("y")


@cache
def _known_stems() -> frozenset[str]:
    """The stems of all English words that can name a series or a place."""
    return frozenset(_stem(word) for phrase in _known("en") for word in _WORD.findall(phrase.lower())) | {"of"}


@cache
def _busy(language: str) -> frozenset[str]:
    """The words that do something in a sentence, and so cannot stand in a label."""
    acting = {word for word, known in roles(language).items() if known != frozenset({"noun.words"})}
    if language == "en":
        listed = {word for role in _BUSY_ENGLISH for word in word_list("en", role)}
        return frozenset(word.lower() for word in acting | listed | set(unit_words("en"))) - {"of"}
    listed = {word for role in _BUSY_CHINESE for word in word_list("zh", role)}
    return frozenset(listed | {word for word in acting | place_words() if len(word) > 1})


@cache
def place_words() -> frozenset[str]:
    """Every word of either language that names a place."""
    return frozenset(word for row in area_words() for word in (*row.words_zh, *row.words_en))


_BUSY_ENGLISH = (
    "numeral.words", "numeral.tens", "numeral.hundred", "numeral.dozen", "numeral.ordinals", "magnitude.3", "magnitude.6",
    "magnitude.9", "magnitude.12", "people.words", "not_counted.words", "entity.ends", "entity.clusters", "industries.words",
    "names_before.words",
)  # fmt: skip
_BUSY_CHINESE = (
    "numeral.digits", "numeral.other_digits", "numeral.powers", "numeral.percent", "numeral.point",
    "people.words", "industries.words", "entity.ends", "entity.pointing", "pairs.words", "list.ends", "name.collective",
)  # fmt: skip
