"""Numbers of English text with what is printed at them: magnitude, unit, currency sign; number words too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from shandong_econ.lexicon.words import UnitWord, by_first_letter, either, unit_words, word_list
from shandong_econ.parsing.finding.figures import BRACKETED, LONGEST_NUMBER, Figure
from shandong_econ.parsing.finding.number_words import opening, pattern, read_cardinal, read_fraction, read_ordinal
from shandong_econ.parsing.finding.numerals import read_digits

_GLUED = r"(?<=(?-i:[a-z]{2}))(?=\d+[.,]\d)|(?<=(?-i:[a-z]{4}))(?=\d{3})"  # "rose5.2percent", "grain1064200tons"

_SPACED = r"\d{1,3}(?: \d{3}){0,2} 000(?![\d.,]*\d| \d)"  # "148 000", as statisticians of Europe print it


class _English(NamedTuple):
    number: re.Pattern[str]
    tail: re.Pattern[str]  # what may stand behind a number: a word for a little more, a power of ten, a unit
    sign: re.Pattern[str]  # a sign in words that ends before a number
    sign_ends: frozenset[str]  # the letters with which one ends
    rest: re.Pattern[str]
    powers: Mapping[str, int]
    currencies: Mapping[str, str]
    units: Mapping[str, UnitWord]
    bound: re.Pattern[str]  # what says behind an amount that it is the least, or the most, of what is meant


@cache
def _english() -> _English:
    powers = {word: power for power in (2, 3, 4, 6, 8, 9, 12) for word in word_list("en", f"magnitude.{power}")}
    power = by_first_letter(sorted(powers, key=len, reverse=True))
    before = word_list("en", "numeral.currency_before")  # with or without a space: "$", "RMB", which is no word's end
    names = tuple(sign for sign in before if sign[0].isalpha())
    signs = "".join(sign for sign in before if not sign[0].isalpha())
    currency = rf"(?<![^\W\d_])(?:{either(names)})|[{re.escape(signs)}]"
    named = rf"(?<![^\W\d_])(?:{by_first_letter(map(re.escape, names))}|(?<!\w){opening()})"
    opens = rf"(?=[-+\d{re.escape(signs)}]|{named})"  # where a number can begin at all
    number = re.compile(
        rf"{opens}(?:(?P<currency>(?:{currency})\s?)?(?P<value>(?:(?<![\w.,:/%])[-+]|(?(currency)|(?:(?<![\w.,/])|{_GLUED})))(?:\d{{1,3}}(?:,\d{{3}})+(?!\d|,\d)(?:\.\d+)?"
        rf"|\d{{1,3}}(?:, \d{{3}})+\.\d+|{_SPACED}|\d+(?:\.\d+)?))(?P<th>(?:st|nd|rd|th)\b)?"
        rf"|{pattern()})",
        re.IGNORECASE,
    )
    magnitude = rf"[ -]?(?P<power>{power})(?![a-z])"
    rest = re.compile(rf" (?:and )?(?P<value>\d{{1,3}})(?: (?P<power>{power})(?![a-z])|(?= [a-z]))", re.IGNORECASE)
    units = unit_words("en")
    currencies = dict(zip(before, word_list("en", "numeral.currency_codes"), strict=True))
    ends = rf"(?<=[%‰])|(?![a-z]|\.[a-z]\.)|(?=(?:{either(word_list('en', 'numeral.glued_on'))})\b)"
    unit_word = rf"[ -]?(?P<unit>{by_first_letter(map(re.escape, sorted(units, key=len, reverse=True)))})(?:{ends})"
    odd = either(word_list("en", "numeral.odd"))
    tail = re.compile(rf"(?P<odd>(?:{odd})(?= ))?(?:{magnitude})?(?:{unit_word})?", re.IGNORECASE)
    signs_told = word_list("en", "numeral.minus"), word_list("en", "numeral.plus")
    sign_ends = frozenset(word[-1] for words in signs_told for word in words)
    minus, plus = map(either, signs_told)
    sign = re.compile(rf"(?:(?<![^\s(])(?P<minus>{minus})|\((?:.*[ (])?(?P<plus>{plus}))[ (]\Z", re.IGNORECASE)
    bounds = ("at_least", "at_least_last", "at_most")
    least, last, most = (either(word_list("en", f"numeral.{role}")) for role in bounds)
    bound = re.compile(rf" (?:(?P<GE>(?:{least})\b|(?:{last})(?= ?[,.;:)]|\Z))|(?P<LE>(?:{most})\b))", re.IGNORECASE)
    sign_ends |= {end.upper() for end in sign_ends}
    return _English(number, tail, sign, sign_ends, rest, powers, currencies, units, bound)


def figure_at(text: str, at: int, start: int, end: int) -> Figure | None:
    """The number that begins at a place of the stretch `text[start:end]`, with its magnitude and unit, if one does."""
    tools = _english()
    match = tools.number.match(text, at, end)
    return _read(text, match, start, end, tools) if match else None


def find_english(text: str, start: int, stop: int) -> Iterator[Figure]:
    """The numbers of a stretch of cleaned English text, each with its magnitude and unit."""
    tools = _english()
    at = start
    while match := tools.number.search(text, at, stop):
        figure = _read(text, match, start, stop, tools)
        at = match.end() if figure is None else max(figure.end, match.end())
        if figure is not None:
            yield figure


def has_number(text: str, start: int, end: int) -> bool:
    """Whether a number may stand in a sentence: mostly the first digit shows it, which is sooner seen than a word."""
    number, digit = _english().number, _DIGIT.search(text, start, end)
    if digit is not None and number.match(text, digit.start(), end) is not None:
        return True
    return number.search(text, start, end) is not None


_DIGIT = re.compile(r"\d")


_JOINED = re.compile(r"-[a-z]")
_AT_LEAST = re.compile(r"\+(?:[ ,.]|\Z)")
_TO_ONE = re.compile(r" ?: ?1(?![\d.,:]*\d| ?[:%])|(?<=\.\d\d) to 1(?=[.,;)]|$)")  # 2.31:1, "2.31 to 1"


def _goes_on(text: str, begin: int, start: int) -> bool:
    """Whether a number goes on with what a colon joins: 40 of "5:40:1"."""
    return text[max(start, begin - 2) : begin].strip().endswith(":")


def _is_named_by(text: str, begin: int) -> bool:
    """Whether a number is part of the name before it: "Industry4.0", which begins with a capital."""
    first = begin
    while first and text[first - 1].isalpha():
        first -= 1
    return text[first].isupper()


def _read(text: str, match: re.Match[str], start: int, stop: int, tools: _English) -> Figure | None:
    if match["ordinal"]:
        return read_ordinal(match)
    if match["fraction"]:
        return read_fraction(text, match)
    is_word = match["value"] is None
    begin, number_end = match.span("value" if not is_word else "words" if match["words"] else "half")
    before = text[begin - 1 : begin]
    if before == "±":
        return None  # a line of ±800 kV
    glued = before > " " and before.isalpha()
    named = glued and not match["currency"] and not is_word and _is_named_by(text, begin)
    if named or number_end - begin > LONGEST_NUMBER:
        return None
    value = read_cardinal(match) if is_word else read_digits(match["value"])
    if value is None:
        return None
    if match["th"]:
        return Figure(begin, number_end, match.end(), value, ordinal=True)
    figure = Figure(begin, number_end, number_end, value, is_word=is_word, signed=text[begin] in "+-")
    tail = tools.tail.match(text, number_end, stop)
    assert tail is not None  # every part of it is optional
    if tail["odd"]:
        figure.end, figure.hedge = tail.end("odd"), "GT"  # "30-odd shops", "5-odd billion"
    if tail["power"]:
        figure.power, figure.end = tools.powers[tail["power"].lower()], tail.end("power")
        tail = tail if tail["unit"] else _add_rest(figure, tail, text, stop, tools)
    if match["half"] and not match["halved"] and not figure.power and tail["unit"] is None:
        return None  # half a chance
    if tail["unit"] is not None:
        known = tools.units[tail["unit"].lower()]
        is_count = known.code == "RO" and bool(figure.power)  # visited 30 million times
        figure.unit, figure.word, figure.end = "NUM" if is_count else known.code, known.word, tail.end()
        figure.power += known.power
    elif not is_word and not figure.power and _take_bracketed(figure, text, stop, tools):
        pass
    elif not is_word and figure.end < stop and text[figure.end].isalpha():
        return None  # 5G, 3D
    elif is_word and not figure.power and _JOINED.match(text, figure.end, stop):
        return None  # zero-tariff
    elif not is_word and (to_one := _TO_ONE.match(text, figure.end, stop)) and not _goes_on(text, begin, start):
        figure.unit, figure.end = "RO", to_one.end()
    if figure.unit is None and _AT_LEAST.match(text, figure.end):
        figure.end, figure.hedge = figure.end + 1, "GE"  # 1,000+ firms
    begins = text[figure.end : figure.end + 2]
    if begins in _BOUNDS and (bound := tools.bound.match(text, figure.end, stop)) is not None:
        figure.end, figure.hedge = bound.end(), bound.lastgroup  # 20 million yuan or more
    if currency := match["currency"]:
        figure.unit = figure.unit or tools.currencies.get(currency.strip().upper(), "USD")
        figure.lead = begin - match.start()
    if not is_word:
        _sign(figure, text, begin - figure.lead, start, tools)
    return figure


def _behind(text: str, at: int, stop: int, tools: _English) -> re.Match[str]:
    tail = tools.tail.match(text, at, stop)
    assert tail is not None  # every part of it is optional
    return tail


def _take_bracketed(figure: Figure, text: str, stop: int, tools: _English) -> bool:
    """Gives a number the power and the unit that stand in brackets behind it, if they do: 9206.9 (billion yuan)."""
    bracket = BRACKETED.match(text, figure.end, stop)
    if bracket is None:
        return False
    end = bracket.end(1)
    tail = _behind(text, bracket.start(1), end, tools)
    if tail["unit"] is None or tail.end() != end:
        return False
    known = tools.units[tail["unit"].lower()]
    figure.unit, figure.word, figure.end = known.code, known.word, bracket.end()
    figure.power = known.power + (tools.powers[tail["power"].lower()] if tail["power"] else 0)
    return True


def _add_rest(figure: Figure, tail: re.Match[str], text: str, stop: int, tools: _English) -> re.Match[str]:
    """Takes the rest of a number told by its thousands, as machines translate 1213.7亿: "121 billion 370 million".

    What it gives is what stands behind all of the number.
    """
    while figure.power and figure.value == figure.value.to_integral_value():
        rest = tools.rest.match(text, figure.end, stop)
        if rest is None:
            break
        power = tools.powers[rest["power"].lower()] if rest["power"] else 0
        behind = _behind(text, rest.end(), stop, tools)
        if power >= figure.power or not (power or behind["unit"]):
            break
        figure.value = figure.value.scaleb(figure.power - power) + Decimal(rest["value"])
        figure.power, figure.end, tail = power, rest.end(), behind
    return tail


def _sign(figure: Figure, text: str, begin: int, start: int, tools: _English) -> None:
    """Gives a number the sign that is told before it, or printed before its currency: "minus 0.4 percent", "-$5"."""
    if begin == start:
        return
    mark = text[begin - 1]
    if mark in _MARKS:
        if figure.lead and not text[begin - 2 : begin - 1].isalnum():
            figure.value = -figure.value if mark == "-" else figure.value
            figure.signed, figure.lead = True, figure.lead + 1
        return
    if text[begin - 2 : begin - 1] not in tools.sign_ends:
        return
    said = tools.sign.search(text, begin - _LONGEST_SIGN, begin)
    if said is not None and said.start() >= start:
        figure.value = -figure.value if said["minus"] else figure.value
        figure.signed, figure.lead = True, figure.lead + len(said["minus"] or said["plus"]) + 1


_BOUNDS = frozenset((" o", " O", " a", " A"))  # how what bounds an amount behind it begins: or more, and above
_LONGEST_SIGN = 12  # characters
_MARKS = frozenset("+-")
