"""A value of a spreadsheet as its cell shows it: the digits, signs and words that the number format gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from types import MappingProxyType

import attrs

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_.|\*.|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]|(?P<plain>.)', re.S
)
_SECTION = re.compile(r'(?:"[^"]*"?|\\.|\[[^\]]*\]|[^;"\\\[]|\[)*', re.S)
_OF_DATES = re.compile(r"yyyy|yy|y|m{1,5}|d{1,4}|h{1,2}|s{1,2}|am/pm|a/p|[eg]+", re.I)
_OF_BARE = re.compile(rf'"[^"]*"|{_OF_DATES.pattern}|.', re.I | re.S)
_BY_COUNTRY = frozenset({"mm-dd-yy", "m/d/yy", "m/d/yy h:mm"})  # shown in the order of days that the country has
_MOST_PLACES = 30
_SHOWN_BY_GENERAL = 10
_LARGEST = 308  # power of ten of the largest number that a spreadsheet has
_ROUNDING = Context(prec=400, rounding=ROUND_HALF_UP)  # digits for the largest, with places and percents


@attrs.frozen
class _Section:
    """A part of a format: words before the number, the places of its digits, words after it."""

    before: str
    places: str
    after: str
    percents: int

    def shown(self, value: Decimal) -> str:
        """The number with the digits that have places."""
        whole, _, decimals = self.places.partition(".")
        thousands = len(whole) - len(whole.rstrip(","))
        value = (value * 100**self.percents).scaleb(-3 * thousands)
        least, most = decimals.count("0"), min(len(decimals), _MOST_PLACES)
        digits = f"{abs(value).quantize(Decimal(1).scaleb(-most)):f}"
        ones, _, rest = digits.partition(".")
        ones = (ones.lstrip("0") or "").rjust(whole.count("0"), "0")
        if "," in whole.rstrip(","):
            ones = _grouped(ones)
        rest = rest[:least] + rest[least:].rstrip("0")
        minus = "-" if value < 0 and (ones + rest).strip("0,") else ""
        return f"{minus}{self.before}{ones}{'.' if '.' in self.places else ''}{rest}{self.after}".strip()


def shown(value: object, number_format: str) -> str:
    """The words of a cell with this value and this number format, without colours and padding.

    >>> shown(0.0451, "0.0%"), shown(87435.06, "#,##0.0_ "), shown(-2, '+0.0;-0.0'), shown(20309, "General")
    ('4.5%', '87,435.1', '-2.0', '20309')
    >>> shown(datetime(2022, 6, 1), 'yyyy"年"m"月"')
    '2022年6月'
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float() | Decimal():
            with localcontext(_ROUNDING):
                return _number(value, number_format)
        case datetime() | date() | time():
            return _day(value, _parts(number_format)[0])
        case timedelta():
            return str(value)
        case _:
            return str(value)


def _parts(number_format: str) -> list[str]:
    parts, at = [], 0
    while at <= len(number_format):
        match = _SECTION.match(number_format, at)
        assert match is not None  # it matches the empty words
        parts.append(match[0])
        at = match.end() + 1
    return parts


def _number(value: int | float | Decimal, number_format: str) -> str:
    exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    if not exact.is_finite():
        return str(value)
    parts = _parts(number_format)
    has_own = (exact < 0 and len(parts) > 1) or (exact == 0 and len(parts) > 2)
    part = parts[0] if not has_own else parts[2 if exact == 0 else 1]
    if "general" in part.lower() or "@" in part or (not part and len(parts) == 1):
        return _general(exact)
    section = _section(part)
    if section is None or exact.adjusted() > _LARGEST:
        return _general(exact)
    if not section.places:
        return section.before.strip()  # such as a dash for zero
    return section.shown(abs(exact) if has_own else exact)


def _section(part: str) -> _Section | None:
    """A part of a format for numbers; None if it shows them in a way that texts do not: fractions, powers of ten."""
    words, places, percents = ["", ""], "", 0
    for match in _TOKEN.finditer(part):
        plain = match["plain"]
        if plain is not None and plain in "0#?.,":
            if words[1].strip():
                return None  # words between digits, as telephone numbers have them
            places += plain
        elif plain is not None and plain in "/Ee":
            return None
        else:
            percents += plain == "%"
            words[bool(places)] += plain or match["quoted"] or match["escaped"] or match["money"] or ""
    if places and not re.fullmatch(r"[0#?,]*(?:\.[0#?]*)?", places):
        return None
    return _Section(words[0], places, words[1], percents)


def _general(value: Decimal) -> str:
    """A number as it is shown where no format says how."""
    whole = max(1, value.adjusted() + 1)
    places = max(0, _SHOWN_BY_GENERAL - whole) if value.adjusted() >= -4 else min(_MOST_PLACES, 5 - value.adjusted())
    if value == value.to_integral_value() and whole <= _MOST_PLACES:
        return f"{value.to_integral_value():f}"
    if whole > _MOST_PLACES or value.adjusted() < -_MOST_PLACES:
        return str(value)
    return f"{value.quantize(Decimal(1).scaleb(-places)):f}".rstrip("0").rstrip(".")


def _grouped(digits: str) -> str:
    first = len(digits) % 3
    return ",".join(filter(None, [digits[:first], *(digits[n : n + 3] for n in range(first, len(digits), 3))]))


def _day(value: date | datetime | time, part: str) -> str:
    """A day or a time as its format has it."""
    if part.lower() in _BY_COUNTRY or "general" in part.lower():
        return str(value).removesuffix(" 00:00:00")
    bare = "".join(
        match["plain"] if match["plain"] is not None else f'"{match["quoted"] or match["escaped"] or ""}"'
        for match in _TOKEN.finditer(part)
    )
    shown_, hours = "", False
    for piece in _OF_BARE.findall(bare):
        if piece.startswith('"'):
            shown_ += piece[1:-1]
        elif _OF_DATES.fullmatch(piece):
            sign = piece.lower()
            of_minutes = sign in ("m", "mm") and hours
            shown_ += _piece(value, "n" * len(sign) if of_minutes else sign)
            hours = sign[0] in "hs" or (hours and not of_minutes)
        elif piece not in ";@":
            shown_ += piece
    return shown_.strip() or str(value)


_PIECES: Mapping[str, str] = MappingProxyType({
    "yyyy": "%Y", "yy": "%y", "y": "%y", "e": "%Y", "mmmm": "%B", "mmm": "%b", "mmmmm": "%b", "mm": "%m", "m": "%m",
    "dddd": "%A", "ddd": "%a", "dd": "%d", "d": "%d", "hh": "%H", "h": "%H", "nn": "%M", "n": "%M", "ss": "%S",
    "s": "%S", "am/pm": "%p", "a/p": "%p",
})  # fmt: skip


def _piece(value: date | datetime | time, sign: str) -> str:
    words = value.strftime(_PIECES.get(sign, ""))
    return words.lstrip("0") or "0" if len(sign) == 1 and sign in "mdhns" else words
