"""Paragraphs, sentences and the language of each paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shandong_econ.model import Language

Paragraph = tuple[int, int, str]
"""Where a paragraph or a caption begins and ends, and its language."""

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_LATIN = re.compile("[A-Za-z]+")
_LINES = re.compile(r"[^\r\n\v\f\x1c-\x1e\u2028\u2029]+")
_RUN_IN = re.compile(r"(?<![^\s。；;])(?:\(?[一二三四五六七八九十]{1,3}[、)]) ?[\u4e00-\u9fff、]{2,20} ")
_BULLETS = "-*—#"  # where a space or another of them follows
_GLYPHS = "•·●■◆▲★◎○□▪►▶◇△☆※➤✦❖"
_LISTS = r"|(?<=[^\W\d])[:：] ?(?=\(?1[.、)] ?[^\W\d])"  # 主要指标：1.进出口…
_END_ZH = re.compile(r"[。！？!?;；]+[”’」』\")）]*|\.(?=\s*$)" + _LISTS)
_END_EN = re.compile(r"(?:(?<![.!?])[.!?]++[”\"')\]]*+(?=\s)|[;；。])\s*" + _LISTS)  # a machine leaves Chinese marks
_NUMBER_ALONE = re.compile(r" *\(?\d{1,2}")
_ABBREVIATION = re.compile(
    r"(?:\b(?:(?<!['’])[A-Za-z]|No|Nos|Co|Ltd|Inc|Corp|Mr|Mrs|Ms|Dr|Prof|St|vs|etc|approx|pct|bln|mln|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct"
    r"|Nov|Dec|Fig|sq|cu)|\bU\.S|\be\.g|\bi\.e)\.\Z"
)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text that are not blank, as (start, end), without the space around them."""
    for start, end in _lines(text):
        while start < end and (
            (not "!" <= text[start] <= "~" and text[start].isspace())
            or text[start] in _GLYPHS
            or (text[start] in _BULLETS and start + 1 < end and text[start + 1] in " —-*#")
        ):
            start += 1
        while end > start and not "!" <= text[end - 1] <= "~" and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield start, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, a Chinese heading with a number cut from the prose that follows it on its line."""
    for match in _LINES.finditer(text):
        at, end = match.span()
        if _RUN_IN.search(text, at, end) is None:
            yield at, end
            continue
        prose = max(text.rfind("，", at, end), text.rfind("。", at, end))
        for heading in _RUN_IN.finditer(text, at, max(at, prose)):
            yield from ((at, heading.start()), heading.span())
            at = heading.end()
        yield at, end


def language_of(text: str) -> Language | None:
    """The language of a stretch of text: "zh" where Han characters outweigh Latin words, else "en", None if neither."""
    if _HAN.search(text) is None:
        return None if _LATIN.search(text) is None else "en"
    words = _LATIN.findall(text)
    return "zh" if not words or len("".join(_HAN.findall(text))) > len(words) else "en"


LONGEST_SENTENCE = 1200  # characters; what is longer is no prose, and is read in pieces so that time stays linear
_BREAKS = frozenset(" ,，、:：")


def sentences(text: str, start: int, end: int, language: str) -> list[tuple[int, int, bool]]:
    """The sentences of a paragraph, as (start, end, whether a new one opens here); semicolons and lists cut one too.

    No semicolon cuts a list of words that goes on to an 'and', or stands before a number alone.
    """
    pattern = _END_ZH if language == "zh" else _END_EN
    found: list[tuple[int, int, bool]] = []
    at, opens = start, True
    for match in pattern.finditer(text, start, end):
        stop, after = match.span()
        if language == "en" and text[stop] == "." and _ABBREVIATION.search(text, max(at, stop - 8), stop + 1):
            continue
        if language == "en" and _NUMBER_ALONE.fullmatch(text, at, stop):
            continue
        if after > at:
            found += _pieces(text, at, after, opens=opens)
        at, opens = after, text[stop] not in ";；:："
    return found + _pieces(text, at, end, opens=opens) if at < end else found


def _pieces(text: str, start: int, end: int, *, opens: bool) -> list[tuple[int, int, bool]]:
    """A sentence, or one that is too long in pieces that end where a clause or a word does."""
    found: list[tuple[int, int, bool]] = []
    while end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        stop = next((at for at in range(limit, limit - 200, -1) if text[at - 1] in _BREAKS), limit)
        found.append((start, stop, opens))
        start, opens = stop, False
    return [*found, (start, end, opens)]
