"""What stands over a text and under it: title, byline, publisher, and the day of a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from shandong_econ.lexicon.speech import speech_words
from shandong_econ.parsing.dateline import dateline_end
from shandong_econ.parsing.head import bylines, outlets
from shandong_econ.parsing.headings import LONGEST_TITLE, numbering
from shandong_econ.parsing.speech.speakers_chinese import is_name, mention_in
from shandong_econ.parsing.split import Paragraph, sentences

_HEAD, _FOOT = 5, 3  # paragraphs in which a masthead is looked for
_REACH = 160  # characters at either end of a paragraph in which a byline in parentheses stands
_LONGEST_LINE = 120
_PARENTHESES = re.compile(r"\([^()]{2,120}\)")
_NO_TITLE = frozenset("。.;；，,:：")
_CLOSING = " ”\"')]"
_CALLS = frozenset("!?！？")  # a title may call or ask before it goes on


class Masthead(NamedTuple):
    """What the head and foot of a text say of it; `title_at` and `body_from` count the paragraphs.

    `title` is verbatim, None where the text begins with a sentence. `day` has a year that the text states.
    """

    title: str | None = None
    title_at: int | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    dateline_date: date | None = None
    body_from: int = 0


class _Line(NamedTuple):
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    day: date | None = None


def read_masthead(source: str, cleaned: str, paragraphs: Sequence[Paragraph], table: int | None = None) -> Masthead:
    """The masthead of a text.

    `cleaned` is the text as `clean` gives it, and a paragraph is its start, its end and its language; `table` is where
    the first table begins. Behind that no paragraph is the title, and one line before it may be.
    """
    title_at: int | None = None
    lines: list[_Line] = []
    at = 0
    for at, paragraph in enumerate(paragraphs[:_HEAD]):
        line = _masthead_line(cleaned, paragraph, titled=title_at is not None)
        if line is not None:
            lines.append(line)
        elif title_at is None and _is_title(cleaned, paragraph, paragraphs[at + 1 : at + 2], table):
            title_at = at
        else:
            break
    else:
        at = min(len(paragraphs), _HEAD)
    lines += [_dateline(cleaned, paragraph) for paragraph in paragraphs[at:_HEAD]]
    lines += list(_stated(cleaned, paragraphs[at : at + _HEAD]))
    lines += list(_foot(cleaned, paragraphs[max(at, len(paragraphs) - _FOOT) :]))
    return Masthead(
        title=None if title_at is None else source[slice(*paragraphs[title_at][:2])].removeprefix("#").strip(),
        title_at=title_at,
        authors=tuple(dict.fromkeys(name for line in lines for name in line.authors)),
        publisher=next((line.publisher for line in lines if line.publisher), None),
        dateline_date=next((line.day for line in lines if line.day), None),
        body_from=at,
    )


def _is_title(cleaned: str, paragraph: Paragraph, following: Sequence[Paragraph], table: int | None) -> bool:
    """Whether a paragraph heads the whole text: one line without a sentence's end and without a number of its own.

    One that goes on behind a sentence's end does, if a line of a masthead is `following`.
    """
    start, end, language = paragraph
    if (not following and table is None) or (table is not None and table < start):
        return False
    if end - start > LONGEST_TITLE[language] or cleaned[end - 1] in _NO_TITLE:
        return False
    if cleaned.endswith("## ", 0, start) or numbering().match(cleaned, start, end):  # "## Main points"
        return False
    if dateline_end(cleaned, start, end, language) > start:
        return False
    first = next(iter(sentences(cleaned, start, end, language)))
    is_whole = first[1] == end or cleaned[start : first[1]].rstrip(_CLOSING)[-1:] in _CALLS
    return is_whole or any(_masthead_line(cleaned, one, titled=True) is not None for one in following)


def title_lines(cleaned: str, paragraphs: Sequence[Paragraph], at: int | None) -> Iterator[tuple[int, int]]:
    """Where the title stands, if there is one, and the few lines that a dash shows to go on with it."""
    for n, (start, end, language) in enumerate(() if at is None else paragraphs[at : at + _MOST_LINES]):
        if n and (not cleaned.startswith(_GOES_ON, start) or end - start > LONGEST_TITLE[language]):
            return
        yield start, end


_GOES_ON = ("—", "-")
_MOST_LINES = 4  # of a title


def _masthead_line(cleaned: str, paragraph: Paragraph, *, titled: bool) -> _Line | None:
    """A line of a masthead, which tells of the text and is no part of it: byline, source, day.

    Under a title a line may name who published the text without saying so.
    """
    start, end, language = paragraph
    if end - start > _LONGEST_LINE:
        return None
    line = cleaned[start:end]
    publisher = bylines.publisher(line, language)
    if publisher is None and titled:
        dated = bylines.day(line) is not None
        publisher = outlets.outlet(line, language) if dated else outlets.bureaus(line, language)
    signed = _signed(cleaned, paragraph)
    tells = publisher or bylines.says_day(line, language) or bylines.is_day_alone(line) or bylines.is_occasion(line)
    tells = tells or bylines.is_label(line, language)
    if not tells and not signed and not bylines.begins_byline(line, language):
        return None
    return _Line((*bylines.authors(line, language), *signed), publisher, bylines.day(line))


def _signed(cleaned: str, paragraph: Paragraph) -> tuple[str, ...]:
    """Who signs a report with office and name in a line of its own: 市长 沈瑜."""
    start, end, language = paragraph
    office, _, name = cleaned[start:end].partition(" ")
    if language != "zh" or not is_name(name := name.replace(" ", "")):
        return ()
    mention = mention_in(cleaned, start, start + len(office))
    return () if mention is None or mention.role is None or mention.name is not None else (name,)


def _dateline(cleaned: str, paragraph: Paragraph) -> _Line:
    """What the first words of the body say: `JINAN, June 20, 2022 (Xinhua) --`, 新华社济南电（记者李明）."""
    start, end, language = paragraph
    dateline = cleaned[start : dateline_end(cleaned, start, end, language)]
    names = tuple(_in_parentheses(cleaned[start : min(end, start + _REACH)], language))
    agencies = speech_words(language, "publisher.agencies")
    if language == "en":
        inside = (match[0][1:-1].strip() for match in _PARENTHESES.finditer(dateline))
        publisher = next((name for name in inside if name in agencies), None)
    else:
        publisher = next((name for name in agencies if dateline.startswith(name)), None)
    return _Line(names, publisher, bylines.day(dateline) if dateline else None)


def _stated(cleaned: str, paragraphs: Sequence[Paragraph]) -> Iterator[_Line]:
    """The day that a line under what introduces a text states, in it or in the next: `Release date:`, `7 May 2024`."""
    lines = [(cleaned[start:end], language) for start, end, language in paragraphs if end - start <= _LONGEST_LINE]
    for n, (line, language) in enumerate(lines):
        following = lines[n + 1][0] if line.endswith(":") and n + 1 < len(lines) else ""
        if bylines.says_day(line, language):
            yield _Line(day=bylines.day(following if bylines.is_day_alone(following) else line))


def _foot(cleaned: str, paragraphs: Sequence[Paragraph]) -> Iterator[_Line]:
    """What the last paragraphs say in parentheses at their ends, or in lines of their own."""
    for start, end, language in paragraphs:
        yield _Line(tuple(_in_parentheses(cleaned[max(start, end - _REACH) : end], language)))
        if line := _masthead_line(cleaned, (start, end, language), titled=True):
            yield line._replace(day=None)


def _in_parentheses(words: str, language: str) -> Iterator[str]:
    for match in _PARENTHESES.finditer(words):
        yield from bylines.authors(match[0][1:-1], language)
