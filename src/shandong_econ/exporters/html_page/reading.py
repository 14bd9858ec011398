"""Reading a page back: the data of each report, and a note where the page shows other than its data says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from shandong_econ.errors import ReadError
from shandong_econ.exporters.html_page.page import MARK
from shandong_econ.exporters.html_page.section import section
from shandong_econ.exporters.html_page.shown import cut_lines, first_difference, seal_of_shown
from shandong_econ.exporters.lines import text_lines
from shandong_econ.exporters.plain import check_version, loads
from shandong_econ.exporters.seals import unsealed
from shandong_econ.model import Note, Report
from shandong_econ.model.checks import shown
from shandong_econ.rows import noted, seal_broken

_HEAD_LINES = 20  # among which the mark is
_MARKED = re.compile(re.escape(MARK) + r"(\d{1,9}), reports (\d{1,9})\"")
_LANGUAGE = re.compile(r'<html[^>]*\blang="(en|zh)"')
_OPENING = re.compile(r'<section class="report" id="r(\d{1,9})"')
_SERIES = re.compile(r'<section class="lines" data-seals="([0-9a-p ]+)"')
_DATA = re.compile(r'<script type="application/json" data-seal="([0-9a-p]+)">(.*)</script>\s*\Z', re.DOTALL)
_NEW_FILE = "write the page anew, or read another copy of it"


def reports_of(file: BinaryIO) -> Iterator[Report]:
    """The reports of a page of ours; ReadError names the line of what is wrong."""
    lines = enumerate(text_lines(file), 1)
    expected, language = _begun(lines)
    found = 0
    start = 0
    held: list[str] | None = None
    series: tuple[int, str, list[str]] | None = None
    told: list[Note] = []
    for number, line in lines:
        if _OPENING.match(line):
            start, held = number + 1, []
        elif held is not None and (data := _DATA.match(line)):
            found += 1
            report = _report(data[2], data[1], held, (start, number, found, language), folded=expected > 1)
            yield noted(report, told)
            held, told = None, []
        elif match := _SERIES.match(line):
            series = (number, match[1], [])
        elif series is not None and line.startswith("</section>"):
            told = [] if seal_of_shown(series[2]) in series[1].split() else [_other_series(series[0])]
            series = None
        elif series is not None:
            series[2].append(line.removesuffix("\n"))
        elif held is not None:
            held.append(line.removesuffix("\n"))
    if found != expected or held is not None:
        raise ReadError(f"the page names {expected} reports in its head, and {found} are there: {_NEW_FILE}")


def _other_series(number: int) -> Note:
    message = f"the series from line {number} on show other than they did, and the figures of the reports, which hold"
    return Note("derived_disagrees", message)


def _begun(lines: Iterator[tuple[int, str]]) -> tuple[int, str]:
    """The number of reports that the head names, and the language of the page."""
    language = "en"
    for number, line in lines:
        if match := _LANGUAGE.search(line):
            language = match[1]
        if match := _MARKED.search(line):
            check_version(int(match[1]), f"line {number}")
            return int(match[2]), language
        if number >= _HEAD_LINES:
            break
    raise ReadError(f"the mark {MARK}1 is missing: give a page that this library wrote, or read its prose")


def _report(data: str, sealed: str, held: list[str], place: tuple[int, int, int, str], *, folded: bool) -> Report:
    start, number, key, language = place
    report, data_holds = unsealed(loads(data, number), f"line {number}, report")
    shown_holds = seal_of_shown(held) == sealed
    if data_holds and shown_holds:
        return report
    difference = first_difference(held, cut_lines(section(report, key, language, folded=folded)))
    if difference is None:  # the page was edited in both, alike; or only the data, in what is not shown
        return noted(report, [seal_broken(f"line {number}")]) if shown_holds else report
    at, says, gives = difference
    message = f"line {start + at} shows {shown(says)}, and the data in line {number} gives {shown(gives)}, which holds"
    return noted(report, [Note("derived_disagrees", message)])
