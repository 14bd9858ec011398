"""The laws of reading: every figure is grounded, every text is taken, and no number is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.parsing.bombs import BOMBS
from tests.parsing.corpus import cases
from tests.parsing.test_numerals import in_chinese, in_english
from tests.parsing.wording import worth

import shandong_econ as se
from shandong_econ.lexicon.concepts import area_words, level_of
from shandong_econ.parsing import Traced, explain
from shandong_econ.parsing.account import NUMBER
from shandong_econ.parsing.clean import clean
from shandong_econ.testing import strategies
from shandong_econ.testing.hostile import PIECES

UNITS_ZH = ("%", "亿元", "万吨", "个百分点", "万人", "家", "亿千瓦时", "倍")
UNITS_EN = (" percent", "%", " billion yuan", " million tons", " percentage points", " times", " million kWh")
SUBJECTS_ZH = (
    "规模以上工业增加值",
    "固定资产投资",
    "社会消费品零售总额",
    "出口",
    "粮食产量",
    "绿色工厂",
    "甲醇汽车保有量",
)
SUBJECTS_EN = ("Industrial output", "Fixed-asset investment", "Retail sales", "The number of tea gardens", "Exports")
VERBS_ZH = ("同比增长", "下降", "达到", "为", "比上年末增加", "高于全国", "占全省的", "，增长", "超过")
VERBS_EN = (" rose ", " fell by ", " reached ", ", up ", " was nearly ", " accounted for ", " increased to more than ")
WORDED = (
    "three ", "Twenty-five ", "one hundred and six ", "half a ", "two and a half million ", "a third of ", "fifth ",
    "三成", "五分之一", "二十三家", "两个", "十四点八", "百分之五",
)  # fmt: skip
SPACES = ("", " ", "\u00a0", "\u2009", "\u3000")
WIDE = {ord(char): ord(char) + 0xFEE0 for char in "0123456789%.-"}
ODD = {ord(str(i)): 0x0660 + i for i in range(10)} | {}
words = st.sampled_from
amounts = st.decimals(min_value=0, max_value=999999, places=1) | st.integers(2, 99999).map(Decimal)
prose = st.lists(
    st.sampled_from((*PIECES, *SUBJECTS_ZH, *SUBJECTS_EN, *VERBS_ZH, *VERBS_EN, *UNITS_ZH, *UNITS_EN, *WORDED))
    | st.sampled_from(
        ("1—5月", "2022年", "第三位", "其中，", "分别", "in the first half", "of which ", "respectively", "。", ". ")
    )
    | st.integers(0, 10**7).map(str)
    | st.text(st.characters(exclude_categories=()), max_size=3),
    max_size=30,
).map("".join)


@st.composite
def printed(
    draw: st.DrawFn, verbs: tuple[str, ...], subjects: tuple[str, ...], units: tuple[str, ...]
) -> tuple[str, str]:
    """A clause with a figure, and the characters of the figure in it, in whatever width they are printed."""
    number = f"{draw(amounts):,}" + draw(words(units))
    number = number.translate(draw(words(({}, WIDE, ODD))))
    return draw(words(subjects)) + draw(words(verbs)) + draw(words(SPACES)) + number, number


@given(st.lists(printed(VERBS_ZH, SUBJECTS_ZH, UNITS_ZH), min_size=1, max_size=6))
def test_law_1_grounding_in_chinese(clauses: list[tuple[str, str]]) -> None:
    """The spans of a text cut exactly the numbers and units that it prints, in order, whatever their width."""
    text = "。".join(clause for clause, _ in clauses) + "。"
    report = se.parse(text, language="zh")
    assert [o.span and o.span.cut(text) for o in report.observations] == [number for _, number in clauses]


@given(st.lists(printed(VERBS_EN, SUBJECTS_EN, UNITS_EN), min_size=1, max_size=6))
def test_law_1_grounding_in_english(clauses: list[tuple[str, str]]) -> None:
    """The spans of a text cut exactly the numbers and units that it prints, in order, whatever their width."""
    text = ". ".join(clause for clause, _ in clauses) + "."
    report = se.parse(text, language="en")
    assert [o.span and o.span.cut(text) for o in report.observations] == [number for _, number in clauses]


@given(prose)
def test_law_1_every_span_cuts_its_number(text: str) -> None:
    """Of any text, each span begins with the digits of its value, or with words that the numerals read to it."""
    for o in se.parse(text).observations:
        assert o.span is not None
        cut = clean(o.span.cut(text)).strip()
        digits = re.match(r"[-+]?[\d,. ]*\d", cut)
        if digits is not None:
            assert Decimal(re.sub(r"[, +]", "", digits[0])).copy_abs() == o.value.copy_abs()
        else:
            assert o.value.copy_abs() in worth(cut), cut


@given(st.lists(st.integers(2, 99), min_size=1, max_size=4))
def test_law_1_grounding_in_words(numbers: list[int]) -> None:
    """The spans of numbers in words cut the words that were printed, in both languages."""
    english = [in_english(number) for number in numbers]
    text = " ".join(f"The number of tea gardens rose by {words}." for words in english)
    assert [o.span and o.span.cut(text) for o in se.parse(text).observations] == english
    chinese = [f"{in_chinese(number)}家" for number in numbers]
    text = "".join(f"绿色工厂达到{words}。" for words in chinese)
    assert [o.span and o.span.cut(text) for o in se.parse(text).observations] == chinese


def unaccounted(report: se.Report, traced: list[Traced]) -> Iterator[str]:
    """The numbers that are in no figure or note, and were not taken for a time, an ordinal, a name or the like."""
    spans = [figure.span for figure in report.observations] + [note.span for note in report.notes]
    known = [(span.start, span.end) for span in spans if span is not None]
    known += [(one.start, one.end) for one in traced if one.what not in ("", "unread", "no_unit")]
    for match in NUMBER.finditer(clean(report.text)):
        if not any(start < match.end() and match.start() < end for start, end in known):
            yield match[0]


@given(
    prose | strategies.texts(), st.none() | words(("en", "zh")), st.none() | st.dates(), st.none() | st.text(max_size=5)
)
def test_law_2_every_text_is_taken(
    text: str, language: se.Language | None, published: date | None, area: str | None
) -> None:
    """No str makes `parse` raise; the report keeps the text, and all that was found lies within it in order."""
    report, traced = explain(text, language=language, published=published, area=area)
    assert report.text == text
    assert list(unaccounted(report, traced)) == []
    placed = (
        [figure.span for figure in report.observations],
        [statement.span for statement in report.statements],
        [note.span for note in report.notes],
    )
    for spans in placed:
        known = [span for span in spans if span is not None]
        assert len(known) == len(spans)
        assert known == sorted(known, key=lambda span: span.start)
        assert all(span.end <= len(text) for span in known)


@st.composite
def cut(draw: st.DrawFn, pieces: tuple[tuple[str, ...], ...]) -> str:
    """A stretch of a text that the reader knows, from any of its pieces to any other."""
    text = draw(words(pieces))
    ends = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return "".join(text[slice(*ends)])


def cut_up(language: se.Language) -> tuple[tuple[str, ...], ...]:
    """The texts of the cases of a language in their words, or in Chinese in their clauses and numbers."""
    piece = re.compile(r"\S+\s*" if language == "en" else r"[\d.]+|[^\d.，。、；]+|[，。、；]")
    return tuple(tuple(piece.findall(case["text"])) for case in cases(language))


@settings(max_examples=settings().max_examples * 6)
@example(["At 8:30 am."])
@example(['"We are full," said Hu Lan, general manager of the This mill sold 5 percent more.'])
@example(['"We are full," said Hu Lan, general manager of'])
@example(["Exports rose 4% in November. ", "Tea in the west, above the level of 2019, is in demand."])
@example(["Between April and March prices fell by 1%."])
@example(["A steady recovery. Data show"])
@example(["Statistics showed. Retail by on statistics reached indicate of showed percent. Customs data increase"])
@given(st.lists(cut(cut_up("en")), min_size=1, max_size=4) | st.lists(cut(cut_up("zh")), min_size=1, max_size=4))
def test_law_2_every_stretch_of_prose_is_taken(stretches: list[str]) -> None:
    """No stretches of real sentences, wherever they begin and end, make `parse` raise or lose a number."""
    text = "".join(stretches)
    report, traced = explain(text)
    assert report.text == text
    assert list(unaccounted(report, traced)) == []


@given(prose)
def test_law_2_no_number_is_dropped(text: str) -> None:
    """Every number of any text is in a figure or a note, or was taken for a time, an ordinal, a name or the like."""
    assert list(unaccounted(*explain(text))) == []


PLACES_ZH = tuple(word for _, words in area_words("zh") for word in words)
PLACES_EN = tuple(word for _, words in area_words("en") for word in words)
GROUPS_ZH = tuple(word for code, words in area_words("zh") if level_of(code) == "group" for word in words)
GROUPS_EN = tuple(word for code, words in area_words("en") if level_of(code) == "group" for word in words)
JOINTS_ZH, JOINTS_EN = ("、", "和", "与", "，", "市", "海关"), (" and ", ", ", "'s ", " Customs ", " of ", "China's ")


@example(["京津冀", "、", "长三角"], "外贸增长", "进出口增长5%。")
@given(
    st.lists(words(GROUPS_ZH) | words(PLACES_ZH) | words(JOINTS_ZH), min_size=1, max_size=6)
    | st.lists(words(GROUPS_EN) | words(PLACES_EN) | words(JOINTS_EN), min_size=1, max_size=6),
    words(("外贸增长", "", " see exports rise")),
    prose,
)
def test_law_2_any_title_of_places_is_taken(places: list[str], told: str, body: str) -> None:
    """A title of any places, of whatever kind, makes `parse` find an area that the lexicon has, or none."""
    report = se.parse(f"{''.join(places)}{told}\n\n{body}\n")
    assert report.area is None or report.area.code is None or report.area.code in se.areas()


@pytest.mark.no_cover  # a long text comes to no line that a short one does not
@pytest.mark.parametrize("text", BOMBS, ids=lambda text: ascii(text[:8]))
def test_law_2_long_texts_of_one_kind(text: str) -> None:
    """A long text of one kind of piece is read to its end: a rule that looked back over it all would not come back."""
    assert se.parse(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "自0月以来投资增长4%。",
        "自从0月由降转升以来，出口增长5%。",
        "“今年产量增长5%。” ，厂长说。",
        "“产量增长5%。”5月8日， ，厂长说。",
    ],
)
def test_law_2_what_once_was_not_taken(text: str) -> None:
    """Texts at which a rule once looked where nothing was are taken."""
    assert se.parse(text, published=date(2023, 5, 1)).text == text
