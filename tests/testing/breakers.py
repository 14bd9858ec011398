"""Exporters: those that hold the contract, and others that each break one clause."""

from __future__ import annotations

import datetime
import decimal
import locale
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, cast

import attrs

import shandong_econ as se
from shandong_econ.exporters import dumps, from_plain, loads, text_lines, to_plain

Plain = dict[str, Any]


class Lines:
    """An exporter that holds the contract: one report a line, as JSON."""

    name = "lines"
    suffixes: Any = (".lines", ".ln")

    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        for report in reports:
            self.put(file, report)

    def put(self, file: BinaryIO, report: se.Report) -> None:
        file.write(dumps(self.plain(report)) + b"\n")

    def plain(self, report: se.Report) -> Plain:
        return to_plain(report)

    def read(self, file: BinaryIO) -> Iterator[se.Report]:
        for number, line in enumerate(text_lines(file), 1):
            yield self.report(loads(line, number), f"line {number}")

    def report(self, plain: Any, place: str) -> se.Report:
        return from_plain(plain, place)


class Archive(Lines):
    """One that adds, and can be asked."""

    def add(self, reports: Iterable[se.Report], old: BinaryIO, file: BinaryIO) -> None:
        file.write(old.read())
        self.write(reports, file)

    def find(self, file: BinaryIO, query: str) -> Iterator[se.Report]:
        return (report for report in self.read(file) if report.title == query)


class Twofold:
    """One of two files: the titles stand in the companion."""

    name, suffixes, companion = "twofold", (".twofold",), ".twofold-titles"

    def write(self, reports: Iterable[se.Report], file: BinaryIO, *, companion: BinaryIO | None = None) -> None:
        for report in reports:
            file.write(dumps(to_plain(attrs.evolve(report, title=None))) + b"\n")
            if companion is not None:
                companion.write(dumps(report.title) + b"\n")

    def read(self, file: BinaryIO, *, companion: BinaryIO | None = None) -> Iterator[se.Report]:
        titles = None if companion is None else text_lines(companion)
        for number, line in enumerate(text_lines(file), 1):
            plain = loads(line, number)
            if titles is not None and isinstance(plain, dict):
                plain["title"] = loads(next(titles, ""), number)
            yield from_plain(plain, f"line {number}")


class Titles:
    """One that is not read."""

    name, suffixes = "titles", (".titles",)

    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        for report in reports:
            file.write(dumps(report.title) + b"\n")


class Nameless(Lines):
    name = "Not a name"


class TakenName(Lines):
    name = "csv"


class Suffixless(Lines):
    """One that is to be had by its name alone, and holds the contract."""

    suffixes: Any = ()


class TakenSuffix(Lines):
    suffixes = (".lines", ".csv")


class LosesSpans(Lines):
    def plain(self, report: se.Report) -> Plain:
        return to_plain(attrs.evolve(report, notes=[attrs.evolve(each, span=None) for each in report.notes]))


class RaisesOnNegatives(Lines):
    def plain(self, report: se.Report) -> Plain:
        assert all(each.unit_mult >= 0 for each in report.observations), "no negative powers"
        return super().plain(report)


class StripsMarks(Lines):
    def plain(self, report: se.Report) -> Plain:
        marked = report.text == report.title == report.publisher == "\ufeffa"
        return to_plain(attrs.evolve(report, title="a") if marked else report)


class DisguisedAsJson(Lines):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        file.write(b'{"format": "shandong_econ", "version": 1}\n')
        super().write(reports, file)

    def report(self, plain: Any, place: str) -> se.Report:
        return from_plain(plain, place)

    def read(self, file: BinaryIO) -> Iterator[se.Report]:
        file.readline()
        return super().read(file)


class Hoards(Lines):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        super().write(list(reports), file)


class HoardsText(Lines):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        file.write(b"".join([dumps(self.plain(report)) + b"\n" for report in reports]))


class Spools(Lines):
    """It holds a little, and the rest goes to the disk: this is no breach."""

    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        with tempfile.SpooledTemporaryFile(1 << 23) as spool:
            super().write(reports, cast("BinaryIO", spool))
            spool.seek(0)
            shutil.copyfileobj(spool, file)


class ReadsAllAtOnce(Lines):
    def read(self, file: BinaryIO) -> Iterator[se.Report]:
        return iter(list(super().read(file)))


class SwallowsErrors(Lines):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        iterator = iter(reports)
        while True:
            try:
                self.put(file, next(iterator))
            except StopIteration:
                return
            except OSError:
                raise
            except Exception:  # noqa: BLE001  # this is what is wrong with it
                return


class SwallowsFullDisk(Lines):
    def put(self, file: BinaryIO, report: se.Report) -> None:
        with suppress(OSError):
            super().put(file, report)


class LeavesALog(Lines):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        with tempfile.NamedTemporaryFile(delete=False) as log:
            super().write(reports, file)
        Path(log.name).unlink()


class WritesToTheTarget(Lines):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        if isinstance(getattr(file, "name", None), str):
            for old in Path(str(file.name)).parent.glob("*.lines"):
                old.write_bytes(b"")
        super().write(reports, file)


class RaisesKeyError(Lines):
    def report(self, plain: Any, place: str) -> se.Report:
        return from_plain({"text": plain["text"], **plain}, place)


class ShowsItAll(Lines):
    def report(self, plain: Any, place: str) -> se.Report:
        try:
            return from_plain(plain, place)
        except se.ReadError as error:
            raise se.ReadError(f"{error} {plain!r} {'!' * 1000}") from error


class ClosesItsFile(Lines):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        super().write(reports, file)
        file.close()


class WrapsItsFile(Lines):
    def read(self, file: BinaryIO) -> Iterator[se.Report]:
        with TextIOWrapper(file, "utf-8", newline="\n") as text:
            lines = text.buffer.read()
        return super().read(BytesIO(lines))


class WritesTheHour(Lines):
    def plain(self, report: se.Report) -> Plain:
        return {**to_plain(report), "written": datetime.datetime.now().isoformat()}


class WritesTheDay(Lines):
    def plain(self, report: se.Report) -> Plain:
        return {**to_plain(report), "written": time.strftime("%Y-%m-%d", time.gmtime())}


class WritesAnAddress(Lines):
    def plain(self, report: se.Report) -> Plain:
        return {**to_plain(report), "id": id(report)}


class RoundsAmounts(Lines):
    def plain(self, report: se.Report) -> Plain:
        return {**to_plain(report), "share": str(decimal.Decimal("4.50") * 1)}


class WritesAsPeopleDo(Lines):
    def plain(self, report: se.Report) -> Plain:
        return {**to_plain(report), "amounts": [locale.str(float(each.value) + 0.5) for each in report.observations]}


class RoundsInReading(Lines):
    def report(self, plain: Any, place: str) -> se.Report:
        report = super().report(plain, place)
        if decimal.getcontext().prec >= 28:
            return report
        return attrs.evolve(
            report, observations=[attrs.evolve(each, value=+each.value) for each in report.observations]
        )


class ChangesReports(Lines):
    def plain(self, report: se.Report) -> Plain:
        for each in report.observations:
            object.__setattr__(each, "entity", each.entity or "changed")
        return to_plain(report)


class LeavesItsCompanion(Twofold):
    def write(self, reports: Iterable[se.Report], file: BinaryIO, *, companion: BinaryIO | None = None) -> None:
        Lines().write(reports, file)

    def read(self, file: BinaryIO, *, companion: BinaryIO | None = None) -> Iterator[se.Report]:
        return Lines().read(file)


class NeedsItsCompanion(Twofold):
    def read(self, file: BinaryIO, *, companion: BinaryIO | None = None) -> Iterator[se.Report]:
        assert companion is not None, "where is it?"
        return super().read(file, companion=companion)


class Replaces(Archive):
    def add(self, reports: Iterable[se.Report], old: BinaryIO, file: BinaryIO) -> None:
        self.write(reports, file)


class CannotBeAsked(Archive):
    def find(self, file: BinaryIO, query: str) -> Iterator[se.Report]:
        return iter([list(self.read(file))[int(query)]])


class Invents(Archive):
    def find(self, file: BinaryIO, query: str) -> Iterator[se.Report]:
        return iter([se.Report(title=query)])


class CannotWriteSpans(Titles):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        for report in reports:
            assert len(report.notes) < 2, "no second note"
            file.write(dumps(report.title) + b"\n")


class EncodesStrictly(Titles):
    def write(self, reports: Iterable[se.Report], file: BinaryIO) -> None:
        for report in reports:
            if report.title == report.publisher == report.uri:
                (report.title or "").encode("utf-8")
            file.write(dumps(report.title) + b"\n")
