"""Numbers with what is printed at them: magnitude, unit, hedge. Found before anything else, with exact values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from string import ascii_letters
from typing import NamedTuple

import attrs

from shandong_econ.lexicon.words import UnitWord, either, unit_words, word_list, word_table
from shandong_econ.parsing.finding.numerals import chinese_numerals, percent_of, read_chinese, read_digits
from shandong_econ.parsing.finding.series import latin_names

PER, EACH = "/", "每"
LONGEST_EACH = 4  # characters: 每平方米
BRACKETED = re.compile(r" ?\(([^()\d]{1,30})\)")
"""What may be the unit of the number before it: 9206.9 (亿元)."""
LONGEST_NUMBER = 40  # digits; what is longer is no figure of any report


@attrs.define
class Figure:
    """A number token with its magnitude and unit.

    `start` and `number_end` bound the number alone, `end` its magnitude and unit. `power` is the power of ten as
    printed, `unit` the code of the unit word and `word` the word; `hedge` a qualifier that stands in or after it.
    """

    start: int
    number_end: int
    end: int
    value: Decimal
    power: int = 0
    unit: str | None = None
    word: str = ""
    hedge: str | None = None
    is_word: bool = False
    ordinal: bool = False
    moved: bool = False  # whether it counts those of a list that rose, fell or stayed: 六涨一降一平
    signed: bool = False  # whether a plus or a minus is printed before it
    lead: int = 0  # how many characters before the number belong to it: 第, 百分之
    endless: bool = False  # a fraction, such as a third, that no decimal number states exactly


def fraction(start: int, end: int, parts: Decimal, whole: Decimal, word: str) -> Figure:
    """A fraction in words as the percent that it is; one without end has no value that could be printed."""
    percent = percent_of(parts, whole)
    value = Decimal(0) if percent is None else percent
    return Figure(start, end, end, value, 0, "PT", word, is_word=True, endless=percent is None)


class _Chinese(NamedTuple):
    number: re.Pattern[str]
    magnitude: re.Pattern[str]
    powers: Mapping[str, int]
    digits: Mapping[str, int]
    numeral_powers: Mapping[str, int]
    formal: frozenset[str]
    hedge_after: re.Pattern[str]
    hedges: Mapping[str, str]
    units: Mapping[str, UnitWord]
    unit_lengths: Mapping[str, tuple[int, ...]]
    each: re.Pattern[str]
    tenths: frozenset[str]
    no_tenth: tuple[str, ...]
    not_before: Mapping[str, str]
    rests: frozenset[str]
    rest_units: frozenset[str]
    hedges_begin: frozenset[str]
    monies: Mapping[str, str]
    money: re.Pattern[str]


@cache
def _chinese() -> _Chinese:
    digits, numeral_powers = chinese_numerals()
    powers = {word: power for power in range(2, 13) for word in word_list("zh", f"magnitude.{power}")}
    numerals = "".join(digits) + "".join(word for word, power in numeral_powers.items() if power)
    numeral = f"[{numerals}]"
    per = either(word_list("zh", "numeral.percent") + word_list("zh", "numeral.per_mille"))
    ordinal = word_list("zh", "name.before")
    opens = rf"[-+\d{numerals}{''.join(word[0] for word in ordinal)}]"  # where a number can begin at all
    point = either(word_list("zh", "numeral.point"))
    parts = either(word_list("zh", "numeral.parts"))
    named = "|".join(f"(?<={name})" for name in sorted(latin_names()))  # GDP1855.9亿元, but not G20
    number = re.compile(
        rf"(?={opens})(?:(?P<per>{per})|(?P<whole>{numeral}+)(?P<parts>{parts})(?={numeral}))?(?P<ordinal>{either(ordinal)})?(?:(?P<digits>(?<![A-Za-z\d.%)])(?<!\d,)[-+](?=\d)|(?<![A-Za-z.\d])(?<!\d,)|{named})"
        r"(?P<value>\d{1,3}(?:[,，]\d{3})+(?![,，]?\d)(?:\.\d+)?|(?<=[\u4e00-\u9fff ])\d+\. \d+(?=%)|\d+(?:\.\d+)?)"
        rf"|(?P<numeral>{numeral}+(?:{point}{numeral}+)?))"
    )
    more = either(word_list("zh", "qualifier.more"))
    magnitude = re.compile(rf" ?(?P<more>{more})? ?(?P<power>{either(powers)})?(?P<more2>{more})?")
    after, codes = word_list("zh", "qualifier.after"), ("GE", "LE", "ABOUT")
    hedges = {word: code for code in codes for word in word_list("zh", f"qualifier.{code}") if word in after}
    hedge_after = re.compile(either(hedges))
    units, rests = unit_words("zh"), frozenset(word_list("zh", "qualifier.rest"))
    return _Chinese(
        number,
        magnitude,
        powers,
        digits,
        numeral_powers,
        frozenset(word_list("zh", "numeral.formal")),
        hedge_after,
        hedges,
        units,
        _lengths(units),
        re.compile(f"{EACH}({either(tuple(dict.fromkeys(word.partition(PER)[2] for word in units if PER in word)))})$"),
        frozenset(word_list("zh", "numeral.tenth")),
        word_list("zh", "numeral.no_tenth"),
        word_table("zh", "unit_not_before"),
        rests,
        frozenset(word for word in units if not rests.isdisjoint(word)),
        rests.union(word[0] for word in hedges),
        monies := word_table("zh", "money_before"),
        re.compile(rf"(?P<money>{either(monies)})(?P<low>\d[\d.,]*(?:{either(powers)})?[-~至到])?$"),
    )


def _lengths(units: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words for units that begin with a character, the longest first."""
    found: dict[str, set[int]] = {}
    for unit in units:
        found.setdefault(unit[0], set()).add(len(unit))
    return {first: tuple(sorted(known, reverse=True)) for first, known in found.items()}


def find_chinese(text: str, start: int, stop: int) -> list[Figure]:
    """The numbers of a stretch of cleaned Chinese text, each with its magnitude, unit and hedge."""
    tools = _chinese()
    found: list[Figure] = []
    at = start
    while match := tools.number.search(text, at, stop):
        figure = _read_chinese(text, match, stop, tools, signed=match.start() > at or at == start)
        at = match.end() if figure is None else figure.end
        if figure is not None:
            found.append(figure)
    return found


def _read_chinese(text: str, match: re.Match[str], stop: int, tools: _Chinese, *, signed: bool) -> Figure | None:
    numeral, per = match["numeral"], match["per"]
    begin, number_end = match.span("numeral" if numeral else "value")
    if signed and not numeral and match["digits"]:  # right after a number it joins a range
        begin -= 1
    if number_end - begin > LONGEST_NUMBER:
        return None
    if not numeral and text[number_end : number_end + 1] == "/" and (parted := _PARTED.match(text, begin, stop)):
        return fraction(*parted.span(), Decimal(parted[1]), Decimal(parted[2]), "/")
    if not numeral and text[number_end : number_end + 1] in _LETTERS and _in_latin(text, number_end, stop, tools):
        return None
    if numeral:
        value = read_chinese(numeral, tools.digits, tools.numeral_powers)
        if value is None and numeral[0] in tools.digits and (unit := _unit(text, number_end, stop, tools)):
            return Figure(begin, number_end, unit[0], Decimal(0), unit=unit[1].code, word=unit[1].word, is_word=True)
        if value is None or (value == 0 and not per):
            return None  # no numeral, or a bare 零 (破零倍增): what is zero is printed in digits
        if numeral in tools.formal and not text.startswith(tuple(tools.powers), number_end):
            return None  # 陆家嘴, 陆地面积
    else:
        value = read_digits(text[begin:number_end])
    if match["whole"]:
        whole = read_chinese(match["whole"], tools.digits, tools.numeral_powers)
        return None if whole is None else fraction(match.start(), number_end, value, whole, match["parts"])
    if per:
        code = "PT" if per in word_list("zh", "numeral.percent") else "PTM"
        hedge = _hedge(text, number_end, tools)
        return Figure(
            begin, number_end, number_end, value, 0, code, per, hedge, bool(numeral), lead=begin - match.start()
        )
    tail = tools.magnitude.match(text, number_end, stop)
    assert tail is not None  # every part of it is optional
    end, power, hedge = number_end, 0, None
    begins = end + (text[end : end + 1] == " ")
    unit = _unit(text, end, stop, tools) if text[begins : begins + 1] in _POWERS_OF_UNITS else None
    if unit is None:
        power = tools.powers[tail["power"]] if tail["power"] else 0
        end = tail.end()
        hedge = "GT" if tail["more"] or tail["more2"] else None
        unit = _unit(text, end, stop, tools)
        if unit is None and not tail["power"]:
            end, hedge = number_end, None
    is_signed = text[begin] in "+-"
    figure = Figure(begin, number_end, end, value, power, hedge=hedge, is_word=bool(numeral), signed=is_signed)
    if match["ordinal"]:
        figure.ordinal, figure.lead = True, begin - match.start("ordinal")
    if unit is None and not power and not numeral and text[begins : begins + 1] == "(":
        unit, figure.power = _in_brackets(text, end, stop, tools)
    if unit is not None:
        figure.end, figure.unit, figure.word = unit[0], unit[1].code, unit[1].word
        figure.power += unit[1].power
    is_money = figure.unit == "CNY" or (unit is None and figure.power)
    if is_money and _CURRENCY in text[max(0, begin - _AHEAD) : begin]:
        _take_money(text, figure, tools)
    if EACH in text[begin - LONGEST_EACH if begin > LONGEST_EACH else 0 : begin]:
        _take_each(text, figure, tools)
    if text[figure.end : figure.end + 1] in tools.hedges_begin or figure.word in tools.rest_units:
        figure.hedge = _hedge(text, figure.end, tools) or _rest(text, figure, tools) or figure.hedge
    return figure


_LETTERS = frozenset(ascii_letters)
_PARTED = re.compile(r"(?<![\d/])(\d)/(\d{1,2})(?![\d./%A-Za-z])")
"""A fraction in digits: 占全国1/4."""
_AHEAD = 16  # characters before a number among which its money is named: 新台币1,250亿至
_CURRENCY = "币"  # in the name of every money that stands before its number
_POWERS_OF_UNITS = frozenset("千百")  # with which words for units begin that have a power of ten in them: 千瓦时


def _take_each(text: str, figure: Figure, tools: _Chinese) -> None:
    """Gives an amount the unit per thing that stands before it: 每平方米8500元, 每立方米28微克."""
    each = tools.each.search(text, max(0, figure.start - LONGEST_EACH), figure.start)
    if each is None or figure.ordinal:
        return
    begins = figure.end - len(figure.word)
    named = (word for name, word in tools.units.items() if name.endswith(f"{PER}{each[1]}"))
    unit = next((word for word in named if text.startswith(word.word.partition(PER)[0], begins)), None)
    if unit is not None:
        figure.unit, figure.word, figure.lead = unit.code, unit.word, len(each[0])
        figure.end = begins + len(unit.word.partition(PER)[0])


def _take_money(text: str, figure: Figure, tools: _Chinese) -> None:
    """Gives an amount in 元, or of no unit, the money named before it or before its range: 港币10亿至12亿元."""
    named = tools.money.search(text, max(0, figure.start - _AHEAD), figure.start)
    if named is not None:
        figure.unit = tools.monies[named["money"]]
        figure.lead = 0 if named["low"] else len(named[0])


def _in_latin(text: str, end: int, stop: int, tools: _Chinese) -> bool:
    """Whether a Latin letter goes on right after the digits, as in 5G: then it is a name, unless it is a unit's."""
    if end >= stop:
        return False
    unit = _unit(text, end, stop, tools)
    return unit is None or (unit[0] < stop and text[unit[0]] in _LETTERS)


def _unit(text: str, at: int, stop: int, tools: _Chinese) -> tuple[int, UnitWord] | None:
    at += text[at : at + 1] == " "
    first = text[at : at + 1]
    if first not in tools.unit_lengths:
        return None
    for length in tools.unit_lengths[first]:
        end = at + length
        if text[at:end] not in tools.units or end > stop:
            continue
        word = tools.units[text[at:end]]
        if word.word in tools.tenths and text.startswith(tools.no_tenth, end):
            continue
        if word.word not in tools.not_before or text[end : end + 1] not in tools.not_before[word.word] or end >= stop:
            return end, word
    return None


def _in_brackets(text: str, at: int, stop: int, tools: _Chinese) -> tuple[tuple[int, UnitWord] | None, int]:
    """The unit that fills the brackets behind a number, as `_unit` gives it, and the power of ten told with it."""
    bracket = BRACKETED.match(text, at, stop)
    if bracket is not None:
        first, end = bracket.span(1)
        power = next((word for word in tools.powers if text.startswith(word, first)), "")
        for begins, told in ((first, 0), (first + len(power), tools.powers.get(power, 0))):
            unit = _unit(text, begins, end, tools)
            if unit is not None and unit[0] == end:
                return (bracket.end(), unit[1]), told
    return None, 0


def _rest(text: str, figure: Figure, tools: _Chinese) -> str | None:
    """Whether it is a little more, by its unit or as told at the end of a clause: 3个多小时, 是平日的3倍多."""
    if figure.word in tools.rest_units:
        return "GT"
    more = figure.unit == "RO" and text[figure.end : figure.end + 1] in tools.rests
    return "GT" if more and not text[figure.end + 1 : figure.end + 2].isalnum() else None


def _hedge(text: str, at: int, tools: _Chinese) -> str | None:
    match = tools.hedge_after.match(text, at)
    return tools.hedges[match[0]] if match else None
