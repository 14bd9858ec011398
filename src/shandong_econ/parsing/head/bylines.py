"""What a line at the head or foot of a text says of it: who wrote it, who published it, and on what day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from shandong_econ.lexicon.speech import any_of, speech_set, speech_words
from shandong_econ.parsing.finding.times import find_times
from shandong_econ.parsing.resolving.calendar import Calendar
from shandong_econ.parsing.resolving.periods import resolve
from shandong_econ.parsing.speech.speakers_chinese import is_name, may_be_name

_MOST = 20  # names in a byline
_NAME_EN = re.compile(r"[ ,:]{0,3}((?:[A-Z][A-Za-z'.-]* ){1,3}[A-Z][A-Za-z'.-]*)")
_NAME_ZH = r"([ :、，,]{0,3})([\u3400-\u9fff]{2,4}(?:·[\u3400-\u9fff]{1,8})?)(?![\u3400-\u9fff·])"
_VALUE = re.compile(r" ?: ?([^\s|:()，,;；]+(?: [^\s|:()，,;；]+){0,6})")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")


def authors(line: str, language: str) -> list[str]:
    """The people whom a byline names, after a word such as "Reporter", "By" or 记者."""
    return list(dict.fromkeys(_english_authors(line) if language == "en" else _chinese_authors(line)))


def begins_byline(line: str, language: str) -> bool:
    """Whether the line begins with a byline."""
    match = _byline(language).match(line.lstrip("( "))
    return match is not None and bool(authors(line, language))


def publisher(line: str, language: str) -> str | None:
    """Who published the text, as `Source: X` or 来源：X says, or None."""
    marker = _marker("publisher.source", language).search(line)
    value = _VALUE.match(line, marker.end()) if marker else None
    if value is None:
        return None
    words = value[1].split(" ")
    if language == "zh":
        return words[0]
    known = speech_set("en", "date.markers") | speech_set("en", "byline.written")
    stop = next((at for at, word in enumerate(words) if word.lower() in known or word[0].isdigit()), len(words))
    return " ".join(words[:stop]) or None


def says_day(line: str, language: str) -> bool:
    """Whether the line says that a day follows: `Updated:`, 发布时间：."""
    marker = _marker("date.markers", language).search(line)
    return marker is not None and line[marker.end() :].lstrip().startswith(":")


def day(line: str) -> date | None:
    """The first full date of a line, in the order of either language, or None."""
    found = _first_date(line)
    return found[0] if found else None


def is_day_alone(line: str) -> bool:
    """Whether a line begins with a full date and has no other number but a time of day."""
    line = line.strip("() ")
    found = _first_date(line)
    if found is None or found[1] != 0:
        return False
    return not any(char.isdigit() for char in _CLOCK.sub("", line[found[2] :]))


def is_label(line: str, language: str) -> bool:
    """Whether a line lists what a text is about, for those who search for it: `Keywords: trade, ports`."""
    marker = _marker("byline.labels", language).match(line)
    return marker is not None and line[marker.end() :].lstrip().startswith(":")


def is_occasion(line: str) -> bool:
    """Whether a line after a dash tells the day and the occasion of a report, as under the title of a work report."""
    return line.startswith("—") and _first_date(line) is not None


def without_day(line: str) -> str:
    """The line with a bar in the place of its full dates, times of day and page numbers."""
    for language in _EITHER:
        for _, start, end in reversed([*_dates(line, language)]):
            line = f"{line[:start]}|{line[end:]}"
    return _page().sub("|", _CLOCK.sub("|", line))


def _first_date(line: str) -> tuple[date, int, int] | None:
    return next((one for language in _EITHER for one in _dates(line, language)), None)


_EITHER = ("zh", "en")  # a line may have its day as the other language writes it


def _dates(line: str, language: str) -> Iterator[tuple[date, int, int]]:
    """The full dates of a line, each with where it begins and ends."""
    for time in find_times(line, language, 0, len(line)):
        when = resolve(time, Calendar()) if time.form == "day" else None
        if when is not None and when.first is not None:
            yield when.first, time.start, time.end


@cache
def _page() -> re.Pattern[str]:
    """The page of a paper: 第 03 版."""
    before, after = speech_words("zh", "date.page")
    return re.compile(rf"{before} ?\w{{1,3}} ?{after}")


@cache
def _marker(role: str, language: str) -> re.Pattern[str]:
    """A word of a list where no letter stands before it."""
    return re.compile(rf"(?<![^\W\d_]){any_of(language, role)}", re.IGNORECASE)


@cache
def _byline(language: str) -> re.Pattern[str]:
    roles = ("byline.reporters", "byline.written") if language == "en" else ("byline.reporters",)
    found = any_of(language, *roles)
    return re.compile(rf"\b{found}\b", re.IGNORECASE) if language == "en" else re.compile(found)


def _english_authors(line: str) -> Iterator[str]:
    agencies = speech_set("en", "publisher.agencies")
    join = re.compile(rf"(?: ?, ?| )(?:{any_of('en', 'byline.joins')} )?(?=[A-Z])")
    marker = _byline("en").match(line.lstrip("( "))
    if marker is None:
        return
    at = len(line) - len(line.lstrip("( ")) + marker.end()
    for _ in range(_MOST):
        name = _NAME_EN.match(line, at)
        if name is None or name[1] in agencies:
            return
        yield name[1]
        following = join.match(line, name.end())
        if following is None:
            return
        at = following.end()


def _chinese_authors(line: str) -> Iterator[str]:
    others = speech_set("zh", "byline.others") | speech_set("zh", "byline.reporters")
    for marker in _byline("zh").finditer(line):
        at = marker.end()
        while name := re.compile(_NAME_ZH).match(line, at):
            known = may_be_name if name[1] else is_name
            if name[2] in others or not known(name[2]):
                break
            yield name[2]
            at = name.end()
