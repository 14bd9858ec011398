"""The cell codec: reversible for every value, and safe in every table."""

from __future__ import annotations

import re
from datetime import date
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shandong_econ.rows import Cell, Kind, decode_cell, decode_text, encode_cell, encode_text
from shandong_econ.testing.strategies import dates, decimals, texts


@given(texts())
@example("\ud83d\ude00")  # two surrogates, which are not the one character that UTF-16 would make of them
@example("\\u{110000}")  # no character has this number
def test_a_text_comes_back(text: str) -> None:
    """Decoding is the inverse of encoding, for every str, and None is apart from the empty one."""
    cell = encode_text(text)
    assert cell != encode_text(None) == ""
    assert decode_text(cell) == text


@given(texts())
def test_a_cell_is_safe(text: str) -> None:
    """A cell holds no line end, control character, surrogate, formula, `_x0041_`, or space that could be trimmed."""
    cell = encode_text(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]", cell)
    assert not re.match(r"[=+\-@＝＋－＠]", cell)
    assert not re.search(r"_[xX][0-9A-Fa-f]{4}_", cell)
    assert cell == cell.strip()


@given(st.text(st.sampled_from(";|\"' =+-@＝\\a\u3000"), max_size=12) | texts())
@example("x;=cmd|'/c calc'!A0;y")
def test_a_cell_is_safe_wherever_it_is_divided(text: str) -> None:
    """Divided at semicolons or bars instead of commas, a cell or a list begins no formula, quotes and space aside."""
    for cell in (encode_text(text), encode_cell(Kind.LIST, (text, "b", text))):
        assert not re.search(r"(?:\A|[;|])[\"'\s]*[=+\-@＝＋－＠]", cell)
    assert decode_text(encode_text(text)) == text
    assert decode_cell(Kind.LIST, encode_cell(Kind.LIST, (text, "b", text))) == (text, "b", text)


@given(st.text(st.sampled_from("\\enrtu{}0a=;+xX_4"), max_size=12))
def test_what_a_person_typed_is_kept(cell: str) -> None:
    """Any cell is read as some text, and that text comes back from the cell which it is then written to."""
    text = decode_text(cell)
    assert decode_text(encode_text(text)) == text


def test_a_backslash_that_says_nothing_stays() -> None:
    """A backslash before what the codec does not know is a backslash."""
    assert decode_text("C:\\data\\x") == "C:\\data\\x"


@given(decimals())
def test_a_decimal_comes_back(value: Decimal) -> None:
    """A decimal comes back with the digits and the exponent that it had, from a cell of moderate length."""
    cell = encode_cell(Kind.DECIMAL, value)
    back = decode_cell(Kind.DECIMAL, cell)
    assert isinstance(back, Decimal)
    assert back.as_tuple() == value.as_tuple()
    assert len(cell) < 120


@given(decimals(), st.booleans())
def test_a_decimal_is_written_alike_in_any_context(value: Decimal, derived: bool) -> None:
    """A context that wants a small e, or few digits, changes no cell."""
    with localcontext(Context(prec=2, capitals=0)):
        there = encode_cell(Kind.DECIMAL, value, derived=derived)
    assert there == encode_cell(Kind.DECIMAL, value, derived=derived)


@pytest.mark.parametrize(
    "printed", ["0", "-0", "92068.70", "0.00", "-2.1", "1234567890123456789012345678901234567890.10"]
)
def test_a_printed_decimal_is_plain(printed: str) -> None:
    """A number as printed is written as printed."""
    assert encode_cell(Kind.DECIMAL, Decimal(printed)) == printed


@given(dates(), st.integers(-(10**17), 10**17), st.lists(texts(), max_size=4).map(tuple))
def test_days_numbers_and_lists_come_back(day: date, number: int, authors: tuple[str, ...]) -> None:
    """Days, whole numbers and lists of texts come back."""
    for kind, value in ((Kind.DATE, day), (Kind.INTEGER, number), (Kind.LIST, authors)):
        assert decode_cell(kind, encode_cell(kind, value)) == value


def test_a_list_as_a_person_types_it() -> None:
    """Names with semicolons between are a list, with a space after the semicolon or without."""
    assert decode_cell(Kind.LIST, "Li Ming;Wang Jinhu; 张勇") == ("Li Ming", "Wang Jinhu", "张勇")


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.DECIMAL, " 4.5 ", Decimal("4.5")),
        (Kind.DECIMAL, "5.", Decimal("5")),
        (Kind.INTEGER, "8.0", 8),
        (Kind.INTEGER, "+4", 4),
        (Kind.CODE, " growth ", "growth"),
        (Kind.DATE, "2022-06-20", date(2022, 6, 20)),
        (Kind.DATE, "  ", None),
    ],
)
def test_what_spreadsheets_make_of_a_cell_is_read(kind: Kind, cell: str, value: Cell) -> None:
    """Space around a number, a day or a code, and a whole number with a point, mean what they seem to."""
    assert decode_cell(kind, cell) == value


@pytest.mark.parametrize(
    ("kind", "cell", "remedy"),
    [
        (Kind.DECIMAL, "4,5", "write digits with a point"),
        (Kind.DECIMAL, "NaN", "write digits with a point"),
        (Kind.DECIMAL, "1E+9999999999999999999", "write digits with a point"),
        (Kind.INTEGER, "1.5", "write digits only"),
        (Kind.INTEGER, "9" * 5000, "write digits only"),
        (Kind.DATE, "20.6.2022", "write it as 2022-06-20"),
    ],
)
def test_a_bad_cell_is_shown_with_its_remedy(kind: Kind, cell: str, remedy: str) -> None:
    """A cell that holds no value of its kind is a ValueError, with the cell (shortened) and what to write."""
    with pytest.raises(ValueError, match=re.escape(remedy)) as error:
        decode_cell(kind, cell)
    assert cell[:40] in str(error.value)
    assert len(str(error.value)) < 200
