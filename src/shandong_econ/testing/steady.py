"""Clauses of steadiness: the same reports give the same file, wherever and whenever, and are left as they are."""

from __future__ import annotations

import csv
import decimal
import locale
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

from shandong_econ.plugins import attempt
from shandong_econ.testing.calling import KeptOpen, Written, read_back, write, written
from shandong_econ.testing.clause import breach
from shandong_econ.testing.differences import first_difference, told
from shandong_econ.testing.failing import interrupted
from shandong_econ.testing.samples import several
from shandong_econ.testing.subjects import ExporterSubject

__all__ = ["changes_no_report", "elsewhere", "gives_the_same", "heeds_no_surroundings"]

_LATER = 86_400 * 400
"""Seconds that the clock is put forward."""
_COMMA_LOCALES = ("de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8", "German_Germany")


def gives_the_same(subject: ExporterSubject) -> None:
    """Equal reports give the same bytes, later and after an export that failed; or what is read is the same."""
    reports, equal = several(), several()  # both at once, so that no two have one address in memory
    first = written(subject, reports)
    attempt(write, subject, interrupted(), KeptOpen(), KeptOpen())
    with _later():
        second = written(subject, equal)
    remedy = (
        "write nothing of the hour, of the machine or of the order of a set; else say why the bytes vary (bytes_vary=)"
    )
    _alike(subject, first, second, "written again, and later,", remedy)


def heeds_no_surroundings(subject: ExporterSubject) -> None:
    """The file, and what is read from it, are the same under another locale, time zone and decimal context.

    An exporter writes in the decimal context that the host gives it, and reads in the caller's.
    """
    usual = written(subject, several())
    with elsewhere():
        there = written(subject, several())
    remedy = "write numbers with str() and days with isoformat(), never with {:n}, strftime or a rounding sum"
    if subject.bytes_vary or written(subject, several()) == usual:  # else it varies anyway, which is another clause
        _alike(subject, usual, there, "written under another locale, time zone and decimal context", remedy)
    if not subject.reads:
        return
    before = read_back(subject, usual, several())
    with elsewhere():
        after = read_back(subject, usual, several())
    if difference := first_difference(before, after):
        line = "read under another locale, time zone and decimal context, the same file gives other reports"
        breach(line, f"first difference: {difference}", remedy="read numbers with Decimal(text) alone")


def changes_no_report(subject: ExporterSubject) -> None:
    """The reports that were written are as they were before."""
    reports = several()
    written(subject, reports)
    if difference := first_difference(several(), reports):
        line = f"first difference: {difference}"
        breach("the reports were changed while they were written", line, remedy="make new ones with attrs.evolve")


def _alike(subject: ExporterSubject, one: Written, other: Written, how: str, remedy: str) -> None:
    if one == other:
        return
    if subject.bytes_vary is None:
        breach(f"{how} the same reports give other bytes", f"first difference: {_place(one, other)}", remedy=remedy)
    if subject.reads:
        before, after = (read_back(subject, data, several()) for data in (one, other))
        if difference := first_difference(before, after):
            line = f"{how} the same reports are read back otherwise: {told(after)}"
            breach(line, f"first difference: {difference}", remedy=remedy)


def _place(one: Written, other: Written) -> str:
    """The first byte that differs, and what stands around it."""
    which, mine, theirs = "file", one.file, other.file
    if mine == theirs:
        which, mine, theirs = "companion", one.companion or b"", other.companion or b""
    at = next((i for i, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs)))
    around = slice(max(0, at - 20), at + 20)
    return f"byte {at} of the {which}: {mine[around]!r} and {theirs[around]!r}"


@contextmanager
def _later() -> Iterator[None]:
    """A clock that is put forward, for those who ask the module time."""
    from unittest import mock  # here, because it loads much, and hypothesis loads this module at its import

    now, local, universal = time.time, time.localtime, time.gmtime

    def later() -> float:
        return now() + _LATER

    def at(convert: object) -> object:
        assert callable(convert)
        return lambda seconds=None: convert(later() if seconds is None else seconds)

    with mock.patch.multiple(time, time=later, localtime=at(local), gmtime=at(universal)):
        yield


@contextmanager
def elsewhere() -> Iterator[None]:
    """A locale with a decimal comma, a time zone far away, a decimal context that rounds, and a short csv field."""
    with ExitStack() as stack:
        stack.enter_context(decimal.localcontext(decimal.Context(prec=2, rounding=decimal.ROUND_UP, capitals=0)))
        stack.enter_context(_time_zone("Pacific/Kiritimati"))
        stack.enter_context(_locale())
        usual = csv.field_size_limit(8)
        stack.callback(csv.field_size_limit, usual)
        yield


@contextmanager
def _time_zone(name: str) -> Iterator[None]:
    from unittest import mock  # here, because it loads much, and hypothesis loads this module at its import

    with mock.patch.dict(os.environ, TZ=name):
        _set_time_zone()
        yield
    _set_time_zone()


def _set_time_zone() -> None:
    if hasattr(time, "tzset"):  # it is not on Windows, whose zone is no setting of the process
        time.tzset()


@contextmanager
def _locale() -> Iterator[None]:
    """The first locale with a decimal comma that is installed; who asks the module locale gets a comma anyway."""
    from unittest import mock  # here, because it loads much, and hypothesis loads this module at its import

    usual = locale.setlocale(locale.LC_ALL)
    conventions = {**locale.localeconv(), "decimal_point": ",", "thousands_sep": "."}
    try:
        for name in _COMMA_LOCALES:
            with suppress(locale.Error):
                locale.setlocale(locale.LC_ALL, name)
                break
        with mock.patch.object(locale, "localeconv", return_value=conventions):
            yield
    finally:
        locale.setlocale(locale.LC_ALL, usual)
