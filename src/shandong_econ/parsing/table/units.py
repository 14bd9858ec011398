"""The units that words give: of a line over the table, of a head, of a column of units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import attrs

from shandong_econ.lexicon.words import either, word_list, word_table
from shandong_econ.parsing.finding.figures import find_chinese
from shandong_econ.parsing.finding.figures_english import find_english
from shandong_econ.parsing.resolving.unit_classes import PERCENT

_BETWEEN = re.compile(r"[、，,;；]\s*(?!\d{3}\b)|\s(?:and|or)\s| / |和|或")
_OF_WHAT = re.compile(r"^(?:[A-Za-z ]{3,40} in |[\u4e00-\u9fff]{2,8}: ?)")  # cargo in 10,000 tons; containers in TEUs
_TENS = re.compile(r"(10{0,2}(?:,000){1,3}|10{1,8}) ?(.*)")
_MONEY_FIRST = re.compile(
    r"((?:US|HK|NT|MOP)?[$¥￥]|[A-Z]{3}|usd|rmb) ?([\d,]+(?: \w+)?|\w+)"
)  # RMB billion, US$10,000
_DOLLARS = re.compile(r"US (?=\d)")  # US 100 million
_SHORT = re.compile(r"\b(10{0,2})(k|m|mn|mln|bn)\b\.?", re.I)  # 10k persons, 100m_cny of programs, 100Mn.US$
_NOUGHTS = re.compile(r"['‘’´](0{2,4})(?!\d)")  # '000, RMB '0000
_THOUSANDS = re.compile(r"(?<=\d) (?=000\b)")  # 10 000 yuan
_MANY = re.compile(r"^(thousand|million|billion)s of ", re.I)  # Millions of TEUs
_EDGES = " ()（）[]【】"
_HIGHEST = 12  # nothing is counted in millions of trillions: the tn of 1 000 000 tn are tons


@attrs.frozen
class Measured:
    """A unit as it is printed: its code if it has one, the power of ten printed with it, and its words."""

    code: str | None
    power: int
    word: str = ""


@lru_cache(maxsize=4096)
def unit_of(words: str, language: str) -> Measured | None:
    """The unit that all of some words give, None if they give none.

    >>> unit_of("亿元", "zh"), unit_of("100 million yuan", "en")
    (Measured(code='CNY', power=8, word='亿元'), Measured(code='CNY', power=8, word='100 million yuan'))
    """
    printed, words = words.strip(_EDGES), _as_printed(words)
    words = words.removeprefix(next((one for one in word_list("zh", "table.currencies") if words.startswith(one)), ""))
    if not words or len(words) > 40:
        return None
    power = 0
    if (money := _MONEY_FIRST.fullmatch(words)) is not None:
        words = f"{money[2]} {money[1]}"
    tens = _TENS.fullmatch(words)
    rest = words
    if tens is not None:
        digits, rest = tens[1].replace(",", ""), tens[2]
        power = len(digits) - 1
    if tens is not None and not rest and _NOUGHTS.fullmatch(printed):
        return Measured(None, power, words)  # '000
    magnitude, _, thing = rest.lower().removeprefix("tons of ").rpartition(" ")
    counted = word_table("en", "table_units").get(thing)
    if counted is not None and (magnitude in _magnitudes() or not magnitude):
        return Measured(counted, power + _magnitudes().get(magnitude, 0), words)
    return _plain(words, rest, power, language)


def _as_printed(words: str) -> str:
    """The words of a unit without what only their print adds: 10 000 yuan, '000, 10k persons, US 100 million."""
    spaced = " ".join(_SHORT.sub(r"\1 \2 ", words.replace("_", " ")).split())
    words = _THOUSANDS.sub("", spaced).strip(_EDGES)
    return _MANY.sub(r"\1 ", _NOUGHTS.sub(r"1\1", _DOLLARS.sub("US$", words)))


def gives_power(words: str, language: str) -> bool:
    """Whether words with a number are a unit, and no amount: 100 million yuan, 10,000 tons."""
    tens = _TENS.fullmatch(_as_printed(words))
    if tens is None or not tens[2].isascii():
        return False
    unit = unit_of(words, language)
    return unit is not None and unit.code not in PERCENT


def _plain(words: str, rest: str, power: int, language: str) -> Measured | None:
    for tongue in dict.fromkeys((language, "zh", "en")):
        text = f"1 {rest}" if tongue == "en" else f"1{rest}"
        figures = list((find_english if tongue == "en" else find_chinese)(text, 0, len(text)))
        if (
            len(figures) == 1
            and figures[0].end == len(text) > 1
            and not (figures[0].ordinal or figures[0].hedge)  # % or more is no unit
            and figures[0].number_end == 1
        ):
            figure = figures[0]
            if (figure.unit or figure.word or figure.power) and figure.power + power <= _HIGHEST:
                return Measured(figure.unit, figure.power + power, words)
    return None


@cache
def _magnitudes() -> Mapping[str, int]:
    return {word: power for power in (3, 6, 9, 12) for word in word_list("en", f"magnitude.{power}")}


def units_of(words: str, language: str) -> tuple[Measured, ...]:
    """The units that some words list, none if any of them is no unit: 亿元、%."""
    parts = (_OF_WHAT.sub("", part) for part in _BETWEEN.split(words.strip(_EDGES)))
    found = [unit_of(part, language) for part in parts]
    return tuple(one for one in found if one is not None) if all(found) else ()


def unit_in_column(words: str, language: str) -> tuple[Measured, ...]:
    """The units of a cell in a column of units, where any word is one, a code or not: 万重量箱."""
    told = units_of(words, language)
    bare = _as_printed(words)
    if told or not bare:
        return told
    power = _power_of(bare)
    return () if power is None else (Measured(None, power, bare),)


def _power_of(words: str) -> int | None:
    """The power of ten with which a unit begins that nobody knows: 万重量箱, 100 million head; None if unsure."""
    chinese = ((word, power) for power in range(12, 1, -1) for word in word_list("zh", f"magnitude.{power}"))
    if power := next((power for word, power in chinese if words.startswith(word) and len(words) > len(word)), 0):
        return power
    tens = _TENS.fullmatch(words)
    digits, rest = ("1", words) if tens is None else (tens[1].replace(",", ""), tens[2])
    is_glued = tens is not None and rest and rest[0].isascii() and not words.startswith(f"{tens[1]} ")
    if is_glued or (tens is None and words[:1].isdigit()):
        return None
    return len(digits) - 1 + _magnitudes().get(rest.lower().split(" ")[0], 0)


def units_among(words: str, language: str) -> tuple[Measured, ...]:
    """The units among some words, told with what more there is to say: 100 million yuan, at current prices."""
    found = (unit_of(part.strip("\0 "), language) for part in _PARTS.split(words))
    return tuple(dict.fromkeys(one for one in found if one is not None))


_PARTS = re.compile(r"[,;，；](?!\d{3})")


def units_told(line: str, language: str) -> tuple[Measured, ...]:
    """The units that a line over a table gives for all of it: 单位：亿元、%; none if it is no such line."""
    return units_led(line, language) or (() if _leads(language).search(line) else units_of(line, language))


def units_led(line: str, language: str) -> tuple[Measured, ...]:
    """The units that a line gives behind the word for them: 单位：亿元."""
    match = _leads(language).search(line)
    return () if match is None else units_of(re.split("[()]", line[match.end() :])[0], language)


@cache
def _leads(language: str) -> re.Pattern[str]:
    words = (
        word for role in ("unit", "worth") for tongue in ("zh", "en") for word in word_list(tongue, f"table.{role}")
    )
    return re.compile(rf"(?:{either(words)})\s*:\s*", re.I)
