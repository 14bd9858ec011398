"""The code lists hold together, and a slip in one is named with its place and remedy."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from shandong_econ import hookspecs
from shandong_econ.errors import LexiconError, ShandongEconError
from shandong_econ.lexicon import checking, concepts, folders, tables

LEVEL_OF_CODE = {
    "nation": r"100000",
    "province": r"(?!100000)\d\d0000",
    "prefecture": r"\d\d(?!00)\d\d00",
    "county": r"\d\d(?!00)\d\d(?!00)\d\d",
    "group": r"X-[A-Z]+",
}
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
CODES = ("code", "name", "name_zh")
SPELLINGS = concepts.area_words("en") + concepts.area_words("zh")


def test_the_lists_are_complete() -> None:
    """Each list has as many rows as the standard or the genre has codes."""
    levels = Counter(map(concepts.level_of, concepts.areas()))
    assert levels == {"nation": 1, "province": 34, "prefecture": 334, "county": 2842, "group": 20}
    assert len(concepts.indicators()) == 244
    assert len(concepts.industries()) == 41
    assert len(concepts.units()) >= 35
    shandong = [code for code in concepts.areas() if concepts.level_of(code) == "prefecture" and code[:2] == "37"]
    assert len(shandong) == 17


def test_a_level_fits_its_code() -> None:
    """The digits of an area's code say its level."""
    wrong = [code for code in concepts.areas() if not re.fullmatch(LEVEL_OF_CODE[concepts.level_of(code)], code)]
    assert not wrong


def test_every_area_has_its_parents() -> None:
    """The province of each prefecture and the prefecture of each county that lies in one are areas too."""
    areas = concepts.areas()
    for code in areas:
        level = concepts.level_of(code)
        if level in ("prefecture", "county"):
            assert code[:2] + "0000" in areas, code
        directly = code[:2] in MUNICIPALITIES or code[2] == "9"  # under its province
        if level == "county" and not directly:
            assert code[:4] + "00" in areas, code


def test_every_headline_is_an_indicator() -> None:
    """The indicators that a reader looks for first have a row in the list of indicators."""
    codes = [code for (code,) in tables.read_table("codes/headlines.tsv", ("code",))]
    assert len(codes) > 30
    assert set(codes) <= set(concepts.indicators())


def test_every_indicator_is_measured_in_a_unit() -> None:
    """The unit of an indicator's level is in the list of units, and an index is measured in index points."""
    units = concepts.units()
    for row in concepts.indicator_rows():
        assert row.unit in units, row
        assert all((row.family, row.base, row.breakdown, row.kind)), row
        assert row.kind != "INDEX" or row.unit == "IX", row


@pytest.mark.parametrize("names", [concepts.indicators, concepts.units])
def test_no_two_codes_share_a_name(names: object) -> None:
    """A person can tell two indicators, or two units, apart by the name alone, in either language."""
    assert callable(names)
    listed = list(names().values())
    for language in ("name", "name_zh"):
        counted = Counter(getattr(item, language) for item in listed)
        assert [name for name, times in counted.items() if times > 1 or not name] == []


@pytest.mark.parametrize(
    ("code", "name", "name_zh"),
    [
        ("100000", "China", "中国"),
        ("140000", "Shanxi", "山西省"),
        ("610000", "Shaanxi", "陕西省"),
        ("150000", "Inner Mongolia", "内蒙古自治区"),
        ("650100", "Urumqi", "乌鲁木齐市"),
        ("341500", "Lu'an", "六安市"),
        ("140400", "Changzhi", "长治市"),
        ("141100", "Lüliang", "吕梁市"),
        ("370900", "Tai'an", "泰安市"),
        ("371200", "Laiwu", "莱芜市"),
        ("371424", "Linyi County", "临邑县"),
        ("371481", "Laoling", "乐陵市"),
        ("371681", "Zouping", "邹平市"),
        ("371722", "Shan County", "单县"),
        ("X-JIAODONG", "Jiaodong economic circle", "胶东经济圈"),
    ],
)
def test_an_area_is_called_what_people_call_it(code: str, name: str, name_zh: str) -> None:
    """An area bears its conventional English name and its official Chinese name."""
    area = concepts.areas()[code]
    assert (area.code, area.name, area.name_zh) == (code, name, name_zh)


def test_words_are_clean() -> None:
    """No word is empty, padded, said twice of one area, in the other language, or a single character."""
    for code, words in SPELLINGS:
        assert len(set(words)) == len(words), code
        assert all(word == word.strip() and len(word) > 1 for word in words), code
    assert not [code for code, words in concepts.area_words("en") if re.search(r"[一-鿿]", "".join(words))]
    assert not [code for code, words in concepts.area_words("zh") if not re.fullmatch(r"[一-鿿]+", "".join(words))]


def test_a_province_is_not_shadowed() -> None:
    """No smaller area has a word of a province."""
    provinces = {word for code, words in SPELLINGS if concepts.level_of(code) == "province" for word in words}
    others = {word for code, words in SPELLINGS if concepts.level_of(code) != "province" for word in words}
    assert not provinces & others


@pytest.mark.parametrize("word", ["朝阳", "白银", "平原", "惠民", "市中", "高密", "Boxing", "Texas", "Canton"])
def test_an_ordinary_word_is_no_area(word: str) -> None:
    """A word that mostly means something else is not a word of any area."""
    assert not [code for code, words in SPELLINGS if word in words]


def test_the_lists_are_read_once_and_cannot_be_changed() -> None:
    """Every caller gets the same mapping, and nobody can write to it."""
    assert concepts.areas() is concepts.areas()
    with pytest.raises(TypeError):
        concepts.industries()["C13"] = ""  # type: ignore[index]  # that this fails is the law


@pytest.mark.parametrize(
    ("text", "place", "value", "remedy"),
    [
        ("code\tname\nA\tb\n", "line 1", r"'code\tname'", r"make it 'code\tname\tname_zh'"),
        ("", "line 1", "the header is ''", "make it"),
        ("code\tname\tname_zh\nA\tb\tc\nB\tb\n", "line 3", r"2 cells in 'B\tb'", "give 3 cells"),
        ("code\tname\tname_zh\nA\tb\tc\n\n", "line 3", "1 cells in ''", "give 3 cells"),
        ("code\tname\tname_zh\nA\tb\tc\nB\tb\tc\nA\tb\tc\n", "line 4", "'A' comes twice", "at line 2 already"),
        ("code\tname\tname_zh\n\tb\tc\n", "line 2", "the code is ''", "give the row a code"),
    ],
)
def test_a_broken_table_is_named(
    text: str, place: str, value: str, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the file, the line, the value and the remedy."""
    _break_table(tmp_path, monkeypatch, text.encode())
    with pytest.raises(LexiconError) as caught:
        tables.read_table("codes/broken.tsv", CODES)
    message = str(caught.value)
    assert message.startswith(f"codes/broken.tsv, {place}: ")
    assert value in message
    assert remedy in message
    assert isinstance(caught.value, ShandongEconError)
    assert isinstance(caught.value, ValueError)


def test_a_table_in_another_encoding_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes that are not UTF-8 are shown with their line."""
    _break_table(tmp_path, monkeypatch, b"code\tname\tname_zh\nA\tb\t\xd6\xd0\n")
    with pytest.raises(LexiconError, match=r"broken\.tsv, line 2: .* not UTF-8; save the file as UTF-8"):
        tables.read_table("codes/broken.tsv", CODES)


def test_line_ends_of_any_system_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table is the same with CR LF, and with or without a line end at its end."""
    _break_table(tmp_path, monkeypatch, b"code\tname\tname_zh\r\nA\tb\tc\r\nB\t\t")
    assert tables.read_table("codes/broken.tsv", CODES) == (("A", "b", "c"), ("B", "", ""))


def _break_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    folder = tmp_path / "lexicon" / "codes"
    folder.mkdir(parents=True)
    folder.joinpath("broken.tsv").write_bytes(data)
    monkeypatch.setattr(folders, "files", lambda package: tmp_path)


def test_docstrings_name_every_kind_of_indicator_and_every_file_of_words() -> None:
    """What an author of words reads of the lexicon is what it has and takes."""
    kinds = {row.kind for row in concepts.indicator_rows()}
    assert {kind for kind in kinds if kind not in (concepts.IndicatorRow.__doc__ or "")} == set()
    files = {name.removeprefix("en/").removeprefix("zh/") for name in checking.FILES}
    told = hookspecs.shandong_econ_register_vocabulary.__doc__ or ""
    assert {name for name in files if name not in told} == set()
