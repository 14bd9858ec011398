"""Clauses of how much an exporter holds: a few reports at a time, in writing and in reading."""

from __future__ import annotations

import gc
import tracemalloc
import weakref
from collections.abc import Iterator
from tempfile import TemporaryFile

from shandong_econ.model import Report
from shandong_econ.plugins import attempt
from shandong_econ.testing.calling import KeptOpen, Written, sound, write, written
from shandong_econ.testing.clause import breach
from shandong_econ.testing.samples import numbered
from shandong_econ.testing.subjects import ExporterSubject

__all__ = ["gives_reports_as_it_reads", "takes_reports_as_they_come"]

MANY = 64
FEW = 8
"""Reports that may be held at once: the one at work, and a few to look ahead."""
LONG = 20_000
"""Characters of a report's text where memory is measured."""
COMPARED = ((20, 140), (160, 320))
"""How many reports are compared for the memory that writing them takes; the latter if the former says that all is held.

A buffer of some megabytes that goes to the disk when it is full grows with the former only.
"""


def takes_reports_as_they_come(subject: ExporterSubject) -> None:
    """While it writes it holds but a few reports, in any form; or it is said why it holds all, and it does."""
    held = _held(subject)
    if subject.holds_all is None and held is not None:
        breach(held[0], remedy=held[1])
    if subject.holds_all is not None and held is None:
        line = f"it is said to hold all reports at once ({subject.holds_all}), and holds a few"
        breach(line, remedy="take holds_all= out of the test")


def _held(subject: ExporterSubject) -> tuple[str, str] | None:
    """What was held of the reports that had been written, and what to do; None if it was little."""
    known: list[weakref.ref[Report]] = []
    most = 0

    def many() -> Iterator[Report]:
        nonlocal most
        for number in range(MANY):
            if _alive(known) > FEW:
                gc.collect()
            most = max(most, _alive(known))
            report = numbered(number, 10)
            known.append(weakref.ref(report))
            yield report
            del report

    _write_to_disk(subject, many())
    if most > FEW:
        remedy = "write each report before the next is taken: for report in reports: file.write(...)"
        return f"of {MANY} reports it held {most} at once while more were to come", remedy
    line = ""
    for fewer, more in COMPARED:
        grown = _peak(subject, more) - _peak(subject, fewer)
        texts = 2 * (more - fewer) * LONG  # a Chinese character takes two bytes in memory
        if grown <= texts // 2:
            return None
        line = f"writing {more} reports takes {grown >> 10} KiB more than writing {fewer}, whose texts"
        line += f" have {texts >> 10} KiB less"
    return line, "keep nothing of a report when it is written, or spool it to the disk"


def _alive(known: list[weakref.ref[Report]]) -> int:
    return sum(each() is not None for each in known)


def _write_to_disk(subject: ExporterSubject, reports: Iterator[Report]) -> None:
    with TemporaryFile() as file, TemporaryFile() as companion:
        outcome = attempt(write, subject, reports, file, companion)
        sound(outcome, "writing many reports", "let write take any number of reports")


def _peak(subject: ExporterSubject, count: int) -> int:
    """The most memory that writing takes; the file itself goes to the disk."""
    already = tracemalloc.is_tracing()
    if not already:
        tracemalloc.start()
    try:
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        _write_to_disk(subject, (numbered(number, LONG) for number in range(count)))
        return tracemalloc.get_traced_memory()[1] - before
    finally:
        if not already:
            tracemalloc.stop()


def gives_reports_as_it_reads(subject: ExporterSubject) -> None:
    """While it reads there are but a few reports, and the first is there before the last is read."""
    data = written(subject, [numbered(number, 10) for number in range(MANY)])
    gc.collect()
    before = _reports_there_are()

    def most_at_once() -> int:
        most = 0
        for number, _ in enumerate(_reading(subject, data)):
            if number in (0, MANY // 2):
                gc.collect()
                most = max(most, _reports_there_are() - before)
        return most

    most = sound(attempt(most_at_once), "reading many reports", "let read take every file that write makes")
    if most > FEW:
        breach(
            f"of {MANY} reports {most} were there when one was asked for", remedy="yield each report when it is read"
        )


def _reading(subject: ExporterSubject, data: Written) -> Iterator[Report]:
    beside = {"companion": data.companion and KeptOpen(data.companion)} if subject.has_companion else {}
    return iter(subject.exporter.read(KeptOpen(data.file), **beside))


def _reports_there_are() -> int:
    return sum(type(each) is Report for each in gc.get_objects())
