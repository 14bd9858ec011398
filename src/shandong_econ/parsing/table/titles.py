"""What a line over a table names: its place, its series, or only the branch that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from shandong_econ.lexicon.concepts import NATION, is_wider
from shandong_econ.lexicon.words import either, word_list
from shandong_econ.model import Area
from shandong_econ.parsing.finding.places import place
from shandong_econ.parsing.grammar.classes import AREA, NAME
from shandong_econ.parsing.lexing import lex
from shandong_econ.parsing.lexing.text_names import TextNames
from shandong_econ.parsing.source import Source
from shandong_econ.parsing.table.head.head import Head
from shandong_econ.parsing.table.head.reading import head_of
from shandong_econ.parsing.table.names import alone, is_topic, kind_of, names_base
from shandong_econ.parsing.told import Told


def named_in(
    source: Source, known_names: TextNames, begin: int, end: int, language: str, home: Told[Area] | None
) -> tuple[Told[Area] | None, Head | None, str]:
    """The place that a line names, the one series, and the branch if it names no series."""
    text = source.cleaned
    area, names = _said(source, known_names, begin, end, language, None if home is None else home.value)
    spans = [
        _english_name(text, *name, begin, end) if language == "en" else name
        for name in _whole_names(names, text, language)
    ]
    own = [head_of(text, first, last, language, None) for first, last in spans]
    known = [one for one in own if names_base(one.name, language)]
    if len({one.name for one in known}) != 1 and language == "en" and names:
        lead = _LEAD.match(text, names[0][0], end)
        whole = head_of(text, names[0][0], names[0][1] if lead is None else lead.end(), language, None)
        known = [whole] if alone(whole.name, None, language).series.code is not None else known
    if not known and names:
        known = [*_known_whole(text, begin, end, names[-1][1], area, language)][:1]
    named = known[0] if len({one.name for one in known}) == 1 else None
    return area, named, next((one.name for one in own if is_topic(one.name)), "") if not known else ""


def _known_whole(text: str, begin: int, end: int, last: int, area: Told[Area] | None, language: str) -> Iterator[Head]:
    """The longest name in a line none of whose words is one that is known: 农民家庭平均每人纯收入, ratio of sales."""
    if language == "en":
        lead = _FIRST.match(text, begin, end)
        places = [lead.span()] if lead is not None else []
    else:
        places = [(at, last) for at in range(begin if area is None else area.end, last - 1)]
    heads = (head_of(text, *place, language, None) for place in places)
    yield from (head for head in heads if names_base(head.name, language))


_FIRST = re.compile(r"[^,(:;]+?(?= by | in |[,(:;]|\Z)")
_LEAD = re.compile(r"[^,(:;]+")


def _english_name(text: str, first: int, last: int, begin: int, end: int) -> tuple[int, int]:
    """Where an English name stands of which the words round it make another: value added of industry, export goods."""
    more, less = _MORE.match(text, last, end), _BEFORE.search(text, begin, first)
    for at, to in ((first, more.end() if more else last), (less.start() if less else first, last)):
        own, longer = (alone(one, None, "en").series.code for one in (text[first:last], text[at:to]))
        if longer not in (None, own):
            return at, to
    return first, last


_BEFORE = re.compile(r"\b[A-Za-z]+ \Z")
_MORE = re.compile(r"[^,(;:\d]{3,60}?(?=,| in | by |[(;:]|\Z)")


def _whole_names(names: Sequence[tuple[int, int]], text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where names stand, of those that follow one another without a word between the last, or all if it is unknown."""
    whole = 0
    for n, (first, last) in enumerate(names):
        whole = whole if n and names[n - 1][1] == first else first
        if n + 1 < len(names) and names[n + 1][0] == last:
            continue
        is_joined = kind_of(text[whole:last], language) and not names_base(text[first:last], language)
        yield (whole if is_joined else first), last


def _said(
    source: Source, names: TextNames, start: int, end: int, language: str, home: Area | None
) -> tuple[Told[Area] | None, Sequence[tuple[int, int]]]:
    """The first place of a line, which is the nation only if it names no other, and where it names series."""
    sentence = lex(source, names, start, end, language)
    area = None
    found = []
    for cls, token in zip(sentence.classes, sentence.tokens, strict=True):
        if cls == AREA and isinstance(token.what, tuple) and token.what:
            inner = _inner(language).match(sentence.text, token.end)
            name = sentence.text[token.start : token.end if inner is None else inner.end()]
            codes = token.what if inner is None else ()
            here = Told(place(codes, home if area is None else area.value, name), token.start, token.end)
            area = here if area is None or _is_nearer(here, area) else area
        elif cls == NAME:
            found.append((token.start, token.end))
    return area, found


@cache
def _inner(language: str) -> re.Pattern[str]:
    """What makes a city in the narrow sense of one with counties: 绵阳市区, but not 绵阳市区县."""
    words, others = (either(word_list("zh", f"table.{role}")) for role in ("inner", "inner_not"))
    return re.compile(rf"(?<=市)(?:{words})(?!{others})" if language == "zh" else r"(?!)")


def _is_nearer(area: Told[Area], before: Told[Area]) -> bool:
    """Whether a place is named with the wider one before it: 杭州市西湖区."""
    one, other = area.value.code or "", before.value.code or ""
    return other == NATION or (area.start == before.end and bool(one and other) and is_wider(other, one))
