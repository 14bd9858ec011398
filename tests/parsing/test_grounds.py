"""Law 10, of whatever has grounds: their spans cut, out of the original text, the words that say the parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.parsing.corpus import cases
from tests.parsing.test_laws import cut, cut_up, prose

import shandong_econ as se
from shandong_econ.rows import sentence_at, sentences

EXAMPLES = Path(__file__).parents[2] / "examples"
LANGUAGES = ("zh", "en")
UNSAID = (se.How.GIVEN, se.How.IMPLIED)
POINTING = re.compile(
    r"[全我该本各这那此][国省市区县州盟旗镇乡村街园疆境里]|[镇乡村市县]([里上内]|属)|当地|本地|这里|那里"
    r"|\b(the|this|that|our|my|its|whole|here|there)\b|\b(nation|countr|region|provinc|prefectur|municip|city|count|local)",
    re.IGNORECASE,
)
"""Words that name no place and point to one."""


def parts_of(figure: se.Observation) -> dict[str, object]:
    """What a figure says of each part that can have a ground."""
    return {
        "series": figure.indicator or figure.label,
        "area": figure.area,
        "period": figure.period,
        "comparison": figure.comparison,
    }


def have_in_common(words: str, name: str) -> bool:
    """Whether two texts share two characters that follow one another, or one is a single character of the other."""
    pairs = [name[n : n + 2].casefold() for n in range(len(name) - 1)]
    return any(pair in words.casefold() for pair in pairs) or words in name or name in words


def lines(text: str) -> Iterator[se.Span]:
    """The lines of a text."""
    return (se.Span(*each.span()) for each in re.finditer(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+", text))


def faults(report: se.Report, within: Callable[[str], Iterable[se.Span]] = sentences) -> Iterator[str]:
    """What of the law does not hold of a report; what a figure states stands `within` its own piece of the text."""
    text = report.text
    found = list(within(text))
    for figure in report.observations:
        if figure.grounds is None or figure.span is None:
            continue
        at = sentence_at(found, figure.span)
        own = figure.span if at is None else found[at]
        for part, said in parts_of(figure).items():
            ground: se.Ground | None = getattr(figure.grounds, part)
            if (ground is None) != (said is None):
                yield f"{figure.span}: {part} is {said}, its ground {ground}"
            elif ground is not None:
                yield from (
                    f"{figure.span}: {part}: {ground} {fault}"
                    for fault in _of(ground, figure.area if part == "area" else None, own, text)
                )


def _of(ground: se.Ground, area: se.Area | None, own: se.Span, text: str) -> Iterator[str]:
    span = ground.span
    if (span is None) != (ground.how in UNSAID):
        yield "has words where nobody said it, or none where somebody did"
    if span is None:
        return
    words = span.cut(text)
    if not words.strip() or span.end > len(text):
        yield "cuts no words out of the text"
    is_within = own.start <= span.start and span.end <= own.end
    if ground.how is se.How.STATED and not is_within:
        yield f"is no heading's, and {words!r} stands elsewhere"
    if ground.how is se.How.HEADING and is_within:
        yield f"is a heading's, and {words!r} stands with the figure"
    names = [name for name in (area.name, area.name_zh) if name] if area else []
    if names and not POINTING.search(words) and not any(have_in_common(words, name) for name in names):
        yield f"cuts {words!r} for {names}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_law_10_of_the_examples(language: se.Language) -> None:
    """Each ground of an example cuts the words that say its part."""
    text = (EXAMPLES / f"shandong-2022-05.{language}.txt").read_text(encoding="utf-8")
    assert list(faults(se.parse(text))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_law_10_of_the_cases(language: se.Language) -> None:
    """Each ground of a case cuts the words that say its part; a case in forty is looked at."""
    for case in cases(language)[::40]:
        report = se.parse(case["text"], language=language, published=case.get("published"), area=case.get("area"))
        assert list(faults(report)) == [], case["text"]


@given(st.lists(cut(cut_up("zh")) | cut(cut_up("en")), min_size=1, max_size=4).map("".join) | prose)
def test_law_10_of_any_text(text: str) -> None:
    """Of any text, real sentences cut anywhere or anything at all, each ground cuts the words that say its part."""
    assert list(faults(se.parse(text), lines)) == []


def test_grounds_are_told() -> None:
    """The law speaks of something: the parts of usual sentences are stated, carried on and implied."""
    text = "2022年工业经济运行情况\n2022年，山东省出口2万亿元，增长4.5%。\n其中，机电产品出口8000亿元。"
    hows = {g.how for o in se.parse(text).observations if o.grounds for _, g in o.grounds.by_part()}
    assert hows >= {se.How.STATED, se.How.CARRIED, se.How.IMPLIED}
