"""Law 4: reading a numeral is the inverse of writing it, in digits, English words and Chinese numerals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shandong_econ.parsing.clean import clean
from shandong_econ.parsing.finding.figures import find_chinese
from shandong_econ.parsing.finding.figures_english import find_english
from shandong_econ.parsing.finding.numerals import read_digits

DIGITS = "零一二三四五六七八九"
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

numbers = st.decimals(min_value=0, max_value=10**12, places=2) | st.integers(0, 10**12).map(Decimal)
widths = st.lists(st.booleans(), min_size=40, max_size=40)


def below_ten_thousand(number: int) -> str:
    """A number below 10,000 in Chinese characters."""
    text, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, power)
        if digit:
            text += ("零" if zero else "") + DIGITS[digit] + unit
        zero = bool(text) and not digit
    return text


def in_chinese(number: int) -> str:
    """A number below 10^16 in Chinese characters, the long way."""
    if number == 0:
        return "零"
    text = ""
    for power, unit in ((10**12, "万"), (10**8, "亿"), (10**4, "万"), (1, "")):
        part, number = divmod(number, power)
        if part:
            gap = "零" if text and part < 1000 else ""
            text += gap + below_ten_thousand(part) + unit
        elif text and unit == "亿" and power == 10**8:
            text += "亿"
    return text


def in_english(number: int) -> str:
    """A number below 1,000 in English words."""
    ones, tens = ONES.split(), TENS.split()
    if number < 20:
        return ones[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return tens[ten - 2] + (f"-{ones[one]}" if one else "")
    hundred, rest = divmod(number, 100)
    return f"{ones[hundred]} hundred" + (f" and {in_english(rest)}" if rest else "")


@given(numbers)
def test_digits(number: Decimal) -> None:
    """Digits with group commas and a point are read with every digit that is printed."""
    assert read_digits(f"{number:,}") == number
    assert read_digits(f"{number:,}").as_tuple().exponent == number.as_tuple().exponent


@given(numbers, widths)
def test_odd_widths(number: Decimal, wide: list[bool]) -> None:
    """Wide digits, points and percent signs read as narrow ones do, at the same place."""
    printed = f"{number:,}%"
    odd = "".join(chr(ord(c) + 0xFEE0) if w and c != "," else c for c, w in zip(printed, wide, strict=False))
    [figure] = find_chinese(clean(f"增长{odd}。"), 0, len(odd) + 3)
    assert (figure.value, figure.start, figure.end) == (number, 2, 2 + len(printed))


@given(st.integers(2, 9999_9999))
def test_chinese_numerals(number: int) -> None:
    """A whole number in Chinese characters is read for what it is, before a unit."""
    text = f"共{in_chinese(number)}人"
    [figure] = find_chinese(text, 0, len(text))
    assert figure.value.scaleb(figure.power) == number
    assert figure.unit == "PS"


@given(st.integers(0, 9999), st.integers(0, 9))
def test_percent_in_chinese(whole: int, tenth: int) -> None:
    """百分之 and a numeral with a point are a percentage."""
    text = f"百分之{in_chinese(whole)}点{DIGITS[tenth]}"
    [figure] = find_chinese(text, 0, len(text))
    assert (figure.value, figure.unit) == (Decimal(f"{whole}.{tenth}"), "PT")


@given(st.integers(2, 999))
def test_english_words(number: int) -> None:
    """A number in English words is read for what it is, whether or not "and" is said."""
    for words in (in_english(number), in_english(number).replace(" and ", " ")):
        [figure] = find_english(f"{words} firms", 0, len(words) + 6)
        assert figure.value == number


@pytest.mark.parametrize(
    ("printed", "value", "power", "unit"),
    [
        ("1,131.1亿元", "1131.1", 8, "CNY"),
        ("5.58万亿元", "5.58", 12, "CNY"),
        ("2402.29万标准箱", "2402.29", 4, "TEU"),
        ("8千公顷", "8", 3, "HA"),
        ("120千瓦时", "120", 0, "KWH"),
        ("7成", "7", 1, "PT"),
        ("六成", "6", 1, "PT"),
        ("18.63‰", "18.63", 0, "PTM"),
        ("3000多万元", "3000", 4, "CNY"),
        ("0.8个百分点", "0.8", 0, "PPT"),
        ("一百五十万户", "1500000", 0, "NUM"),
    ],
)
def test_magnitudes_and_units_in_chinese(printed: str, value: str, power: int, unit: str) -> None:
    """The number keeps its digits, the magnitude is a power of ten, and the unit is the longest word that fits."""
    [figure] = find_chinese(printed, 0, len(printed))
    assert (figure.value, figure.power, figure.unit, figure.end) == (Decimal(value), power, unit, len(printed))


@pytest.mark.parametrize(
    ("printed", "value", "power", "unit"),
    [
        ("4, 528.39 billion yuan", "4528.39", 9, "CNY"),
        ("1.28 trillion U.S. dollars", "1.28", 12, "USD"),
        ("33,460 MW", "33460", 3, "KW"),
        ("1.1-percent", "1.1", 0, "PT"),
        ("352.2 kg per mu", "352.2", 0, "KG_MU"),
        ("0.3 percentage points", "0.3", 0, "PPT"),
        ("5.28 million TEUs", "5.28", 6, "TEU"),
        ("6.02 million tons of standard coal", "6.02", 6, "TCE"),
    ],
)
def test_magnitudes_and_units_in_english(printed: str, value: str, power: int, unit: str) -> None:
    """The number keeps its digits, and scale words and units are read with it."""
    [figure] = find_english(printed, 0, len(printed))
    assert (figure.value, figure.power, figure.unit, figure.end) == (Decimal(value), power, unit, len(printed))


@given(st.text(st.sampled_from("0123456789.,-+ 一二百万亿点成%元GDPe"), max_size=60))
def test_no_number_is_read_twice(text: str) -> None:
    """Whatever digits a text has, its figures stand apart, in order, and cut their own number."""
    for find in (find_chinese, find_english):
        end = 0
        for figure in find(text, 0, len(text)):
            assert end <= figure.start < figure.number_end <= figure.end <= len(text)
            end = figure.end


PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}


@given(st.integers(1, 9), st.sampled_from(sorted(PARTS)))
def test_fractions_in_words_are_the_percent_that_they_are_or_endless(count: int, whole: int) -> None:
    """A fraction in words reads as an exact percent in both languages, and as endless just where there is none."""
    part = PARTS[whole] if count == 1 else f"{PARTS[whole]}s".replace("halfs", "halves")
    english = f"{ONES.split()[count]} {part} of it"
    chinese = f"{in_chinese(whole)}分之{in_chinese(count)}"
    for figures in (find_english(english, 0, len(english)), find_chinese(chinese, 0, len(chinese))):
        (figure,) = figures
        exact = Fraction(count * 100, whole)
        assert figure.unit == "PT"
        assert figure.endless == (exact.denominator % 3 == 0 or exact.denominator % 7 == 0)
        assert figure.endless or Fraction(figure.value) == exact
