"""Clauses of how an exporter handles files: those given stay open, a companion is used, an old file is added to."""

from __future__ import annotations

import gc

from shandong_econ.plugins import Failure, attempt
from shandong_econ.testing.calling import KeptOpen, Written, read, read_back, sound, write, written
from shandong_econ.testing.clause import breach
from shandong_econ.testing.differences import first_difference
from shandong_econ.testing.refusing import refusal
from shandong_econ.testing.samples import numbered, other, sample, samples
from shandong_econ.testing.subjects import ExporterSubject

__all__ = ["adds_to_what_is_there", "leaves_files_open", "uses_its_companion"]


def leaves_files_open(subject: ExporterSubject) -> None:
    """`write`, `read` and `add` close none of the files that they are given: these are the host's, or a pipe."""
    file, companion = KeptOpen(), KeptOpen()
    doing = "writing two reports"
    sound(attempt(write, subject, samples(), file, companion), doing, "let write take every report")
    _open_still("write", file, companion)
    if subject.reads:
        data, beside = KeptOpen(file.getvalue()), KeptOpen(companion.getvalue())
        given = {"companion": beside} if subject.has_companion else {}
        outcome = attempt(lambda: list(subject.exporter.read(data, **given)))
        sound(outcome, "reading what was written", "let read take every file that write makes")
        _open_still("read", data, beside)
    if subject.adds:
        old, new = KeptOpen(file.getvalue()), KeptOpen()
        sound(attempt(subject.exporter.add, iter([other()]), old, new), "adding a report", "let add take every file")
        _open_still("add", old, new)


def _open_still(method: str, *files: KeptOpen) -> None:
    gc.collect()  # a wrapper closes its file when it is collected
    if any(file.was_closed for file in files):
        remedy = "do not use it in a with block; of an io.TextIOWrapper around it call detach() at the end"
        breach(f"{method} closed a file that it was given", remedy=remedy)


def uses_its_companion(subject: ExporterSubject) -> None:
    """Something stands in the companion; and without one, on a stream, the file is written, and read or refused."""
    if not written(subject, samples()).companion:
        breach("nothing was written to the companion", remedy="write to it, or declare no companion")
    alone = written(subject, samples(), alone=True)
    if subject.reads:
        outcome = attempt(read, subject, Written(alone.file))
        if isinstance(outcome, Failure):
            refusal(outcome, "reading the file without its companion (companion=None)")


def adds_to_what_is_there(subject: ExporterSubject) -> None:
    """What was there and what was added are both in the new file, in this order, and the old file is as it was."""
    first, second = [sample(), numbered(1, 10)], [other(), numbered(2, 10)]
    old, new = KeptOpen(written(subject, first).file), KeptOpen()
    before = old.getvalue()
    outcome = attempt(subject.exporter.add, iter(second), old, new)
    sound(outcome, "adding two reports to a file of two", "let add take every file that write makes")
    if old.getvalue() != before:
        breach("the old file was changed", remedy="write to the new file only: the host puts it in the old one's place")
    if not subject.reads:
        return
    wanted = read_back(subject, written(subject, [*first, *second]), [*first, *second])
    found = read_back(subject, Written(new.getvalue()), [*first, *second])
    if difference := first_difference(wanted, found):
        line = "a file of two reports, to which two others were added, does not hold the four"
        breach(line, f"first difference: {difference}", remedy="copy what the old file has before you add")
