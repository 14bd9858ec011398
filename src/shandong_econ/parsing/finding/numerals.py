"""Numbers as they are printed, read exactly: digits with their groups, Chinese numerals, English number words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Context, Decimal, Inexact, localcontext
from functools import cache
from types import MappingProxyType

from shandong_econ.lexicon.words import word_list

EXACT = Context(prec=200, traps=[])
"""In which texts are read: no sum of numbers that are printed has more digits."""
_GROUPS = str.maketrans("", "", ", ，+")


@cache
def chinese_numerals() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """What each character of a numeral is worth: the digits, and the powers of ten."""
    digits = {word: i for i, word in enumerate(word_list("zh", "numeral.digits"))}
    digits |= zip(word_list("zh", "numeral.other_digits"), range(10), strict=True)
    powers = dict(zip(word_list("zh", "numeral.powers"), (1, 2, 3, 4, 8), strict=True))
    return MappingProxyType(digits), MappingProxyType(powers | dict.fromkeys(word_list("zh", "numeral.point"), 0))


def read_digits(printed: str) -> Decimal:
    """The value of digits with a point, group commas and a sign; the printed zeros stay.

    >>> read_digits("1,131.10"), read_digits("-4, 528.39"), read_digits("148 000")
    (Decimal('1131.10'), Decimal('-4528.39'), Decimal('148000'))
    """
    is_plain = "," not in printed and "，" not in printed and " " not in printed and printed[0] != "+"
    return Decimal(printed if is_plain else printed.translate(_GROUPS))


def read_chinese(numeral: str, digits: Mapping[str, int], powers: Mapping[str, int]) -> Decimal | None:
    """The value of a numeral in Chinese characters, or None if they make none.

    `digits` and `powers` say what each character is worth: 五 is the digit 5, 百 the power 2, 万 the power 4. A numeral
    without powers is read digit by digit, and 点 is the decimal point.

    >>> digits = {c: i for i, c in enumerate("零一二三四五六七八九")}
    >>> powers = {"十": 1, "百": 2, "万": 4, "点": 0}
    >>> [read_chinese(numeral, digits, powers) for numeral in ("一百五十万", "二点八", "一〇")]
    [Decimal('1500000'), Decimal('2.8'), None]
    """
    whole, point, fraction = numeral.partition("点")
    if point:
        left, right = read_chinese(whole, digits, powers), [digits.get(char) for char in fraction]
        if left is None or not right or None in right:
            return None
        return Decimal(f"{left}.{''.join(map(str, right))}")
    if not any(char in powers for char in whole):
        values = [digits[char] for char in whole if char in digits]
        if not values or len(values) < len(whole) or _is_vague(values):
            return None
        return Decimal("".join(map(str, values)))
    return _with_powers(whole, digits, powers)


def _is_vague(values: Sequence[int]) -> bool:
    """Whether digits only say about how many: 两三天, 七八家, 三五个."""
    return len(values) == len("两三") and 0 < values[0] < values[1] <= values[0] + 2


def _with_powers(numeral: str, digits: Mapping[str, int], powers: Mapping[str, int]) -> Decimal | None:
    if powers.get(numeral[0], 0) > 1 and any(char in digits for char in numeral):
        return None  # the 万一 of a name
    total = section = 0
    digit: int | None = None
    for char in numeral:
        if char in digits:
            if digit:
                return None  # 三四百人
            digit = digits[char]
        elif (power := powers.get(char)) is None:
            return None
        elif power < 4:
            section += (1 if digit is None else digit) * 10**power
            digit = None
        else:
            section += digit or 0
            total = (total + (section or not total)) * 10**power if power == 8 else total + (section or 1) * 10**power
            section, digit = 0, None
    return Decimal(total + section + (digit or 0))


def percent_of(parts: Decimal, whole: Decimal) -> Decimal | None:
    """What percent a fraction is, or None where no decimal number says it: three quarters are 75, a third is nothing.

    >>> percent_of(Decimal(3), Decimal(4)), percent_of(Decimal(1), Decimal(8)), percent_of(Decimal(1), Decimal(3))
    (Decimal('75'), Decimal('12.5'), None)
    """
    with localcontext(_ENDING) as context:
        percent = parts * 100 / whole if whole else Decimal(0)
        return None if context.flags[Inexact] or not percent else Decimal(f"{percent.normalize():f}")


_ENDING = Context(prec=28, traps=[])


def read_english(words: Sequence[str], values: Mapping[str, int], multiples: Collection[str]) -> Decimal | None:
    """The value of English number words, or None if they make none: "twenty-five", "two hundred and six".

    `values` says what each word is worth; the `multiples` multiply what stands before them: hundred, dozen.

    >>> values = {"two": 2, "twenty": 20, "five": 5, "hundred": 100}
    >>> read_english(["two", "hundred", "and", "twenty", "five"], values, {"hundred"})
    Decimal('225')
    """
    total = 0
    seen = False
    for word in words:
        if word in ("and", "a"):
            continue
        value = values.get(word)
        if value is None:
            return None
        seen = True
        total = (total or 1) * value if word in multiples else total + value
    return Decimal(total) if seen else None
