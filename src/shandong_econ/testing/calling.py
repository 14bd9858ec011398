"""Calls an exporter as the host does, with files that tell what was done to them, and says in words where it raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import localcontext
from io import BytesIO
from typing import Any, BinaryIO, NoReturn, TypeVar

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shandong_econ.api.writing import RECKONING
from shandong_econ.model import Report
from shandong_econ.plugins import Failure, attempt, done
from shandong_econ.testing.clause import Breach, breach, where
from shandong_econ.testing.differences import told
from shandong_econ.testing.subjects import ExporterSubject

__all__ = ["KeptOpen", "Written", "failed", "for_any", "read", "read_back", "sound", "write", "written"]

Result = TypeVar("Result")


class KeptOpen(BytesIO):
    """A file in memory that stays open, and knows whether anybody has closed it."""

    was_closed = False

    def close(self) -> None:
        """Takes note of it only."""
        self.was_closed = True


@attrs.frozen
class Written:
    """The bytes of a file, and of its companion if it has one."""

    file: bytes
    companion: bytes | None = None


def write(
    subject: ExporterSubject, reports: Iterable[Report], file: BinaryIO, companion: BinaryIO | None = None
) -> None:
    """Has the exporter write as the host does, reports that can be gone through once; what it raises passes."""
    beside = {"companion": companion} if subject.has_companion else {}
    with localcontext(RECKONING):
        done(subject.exporter.write(iter(reports), file, **beside), "write")


def read(subject: ExporterSubject, data: Written) -> list[Report]:
    """The reports that the exporter reads from a file and its companion; what it raises passes."""
    beside = {}
    if subject.has_companion:
        beside["companion"] = None if data.companion is None else KeptOpen(data.companion)
    return list(subject.exporter.read(KeptOpen(data.file), **beside))


def written(subject: ExporterSubject, reports: Sequence[Report], *, alone: bool = False) -> Written:
    """What the exporter makes of the reports, `alone` without a companion; a breach if it raises."""
    file = KeptOpen()
    companion = KeptOpen() if subject.has_companion and not alone else None
    outcome = attempt(write, subject, reports, file, companion)
    sound(outcome, f"writing {told(list(reports))}", "let write take every report that the model can hold")
    return Written(file.getvalue(), None if companion is None else companion.getvalue())


def read_back(subject: ExporterSubject, data: Written, reports: Sequence[Report]) -> list[Report]:
    """The reports that come back from what was written of the given ones; a breach if it raises."""
    doing = f"reading back what was written of {told(list(reports))}"
    return sound(attempt(read, subject, data), doing, "let read take every file that write makes")


def sound(outcome: Result | Failure, doing: str, remedy: str) -> Result:
    """What came of a call; a breach with the exception and its place if it raised."""
    return failed(outcome, doing, remedy) if isinstance(outcome, Failure) else outcome


def failed(failure: Failure, doing: str, remedy: str) -> NoReturn:
    """The breach of a call that raised."""
    breach(f"{doing} raised {failure}", f"raised in {where(failure.error)}", remedy=remedy, cause=failure.error)


def for_any(check: Callable[..., None], **drawn: st.SearchStrategy[Any]) -> None:
    """Runs the check for as many drawn values as the profile in use says; a breach is of the smallest that is found."""
    searched = settings(
        deadline=None,  # time is no clause
        database=None,
        report_multiple_bugs=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )(given(**drawn)(check))
    try:
        searched()
    except Breach as found:
        raise Breach(str(found)) from found.__cause__  # without what hypothesis has added to it
