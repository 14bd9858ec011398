"""The contract of exporters holds what keeps it, and tells in words what breaks it: each breaker breaks one clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests.distributions import site
from tests.testing import breakers as by
from tests.testing.breakers import Archive, Lines, Titles, Twofold

import shandong_econ as se
from shandong_econ.testing import ContractError, check_exporter

pytestmark = pytest.mark.usefixtures("frozen")

READS = "reads back whatever it wrote"
STUMBLES = "reads back texts that others stumble over"
PATH = "exports to a path, and is read from it if it reads"
STREAMS = "takes reports as they come, and keeps none"
OLD_FILE = "leaves the old file, and nothing beside it, when it fails"
DAMAGED = "reads a damaged file or refuses it with ReadError"
OPEN = "leaves the files open that it is given"
COMPANION = "uses its companion, and does without"
SAME = "gives the same for the same reports"
SURROUNDINGS = "heeds no locale, time zone or decimal context"
DECLARES = "declares a name, suffixes and methods that the host takes"
FINDS = "finds reports or refuses the query with ReadError"

BREAKERS: list[tuple[Any, str, list[str]]] = [
    (by.Nameless(), DECLARES, ["the name 'Not a name' is none to register"]),
    (by.TakenName(), DECLARES, ["the format name 'csv' belongs to a built-in format", "choose another name"]),
    (by.TakenSuffix(), DECLARES, ["the suffix '.csv' belongs to a built-in format"]),
    (by.LosesSpans(), READS,
     ["exported: [Report(", "notes=(Note(code=", "].notes[0].span: Span(", "None came back"]),
    (by.RaisesOnNegatives(), READS, ["raised AssertionError: no negative powers", "breakers.py, line", "in plain"]),
    (by.StripsMarks(), STUMBLES,
     ["the text '\\ufeffa', of those about marks", "reports[0].title: '\\ufeffa' was written, and 'a' came"]),
    (by.DisguisedAsJson(), PATH, ["read_all('reports.lines')", "begin with what no other format begins with"]),
    (by.Hoards(), STREAMS, ["of 64 reports it held 63 at once", "write each report before the next is taken"]),
    (by.HoardsText(), STREAMS, ["KiB more than writing 160", "spool it to the disk"]),
    (by.ReadsAllAtOnce(), "gives reports as it reads them", ["of 64 reports 64 were there", "yield each report"]),
    (by.SwallowsErrors(), "lets errors of the reports pass", ["returned as if they had ended", "half of them"]),
    (by.SwallowsFullDisk(), "says that the disk is full",
     ["a full disk failed, and write returned", "catch the OSError"]),
    (by.LeavesALog(), OLD_FILE, ["left 'tmp", "in a finally block"]),
    (by.WritesToTheTarget(), OLD_FILE, ["changed 'reports.lines'", "write to the file that is given"]),
    (by.RaisesKeyError(), DAMAGED,
     ["reading a damaged file, b'", "raised ", "in report: ", "raise shandong_econ.ReadError("]),
    (by.ShowsItAll(), DAMAGED, ["raised a ReadError of 1", "show no more than a few characters"]),
    (by.ClosesItsFile(), OPEN, ["write closed a file that it was given", "detach()"]),
    (by.WrapsItsFile(), OPEN, ["read closed a file that it was given"]),
    (by.WritesTheHour(), SAME, ["give other bytes", "first difference: byte ", "bytes_vary="]),
    (by.WritesTheDay(), SAME, ["written again, and later, the same reports give other bytes", '"written": "20']),
    (by.WritesAnAddress(), SAME, ["of the file: b'"]),
    (by.WritesAsPeopleDo(), SURROUNDINGS, ["give other bytes"]),
    (by.RoundsInReading(), SURROUNDINGS,
     ["reports[0].observations[0].value: Decimal('4.50') was", "Decimal(text) alone"]),
    (by.ChangesReports(), "changes no report", ["reports[0].observations[0].entity: None was", "attrs.evolve"]),
    (by.LeavesItsCompanion(), COMPANION, ["nothing was written to the companion", "declare no companion"]),
    (by.NeedsItsCompanion(), COMPANION, ["without its companion (companion=None) raised AssertionError: where is it?"]),
    (by.Replaces(), "adds to what is there",
     ["does not hold the four", "reports: 4 were", "copy what the old file has"]),
    (by.CannotBeAsked(), FINDS, ["find(file, '') raised ValueError: invalid literal"]),
    (by.Invents(), FINDS, ["find(file, '') gave what read does not give: Report"]),
    (by.CannotWriteSpans(), "writes whatever a report holds", ["raised AssertionError: no second note"]),
    (by.EncodesStrictly(), "writes texts that others stumble over",
     ["raised UnicodeEncodeError", "the text '\\ud800'"]),
]  # fmt: skip


@pytest.fixture(autouse=True)
def few_examples() -> Iterator[None]:
    """What is drawn is not what is tested here."""
    usual = settings.get_current_profile_name()
    settings.register_profile("few", settings(max_examples=settings().max_examples * 2 // 5))
    settings.load_profile("few")
    yield
    settings.load_profile(usual)


@pytest.mark.parametrize(
    "exporter",
    [Lines(), Archive(), Twofold(), Titles(), by.Spools(), by.Suffixless(), by.RoundsAmounts()],
    ids=lambda each: type(each).__name__,
)
def test_what_holds_the_contract_passes(exporter: se.Exporter) -> None:
    """An exporter that does as it should passes every clause."""
    check_exporter(exporter)


@pytest.mark.parametrize(("exporter", "clause", "words"), BREAKERS, ids=[type(each[0]).__name__ for each in BREAKERS])
def test_what_breaks_a_clause_is_told(exporter: Any, clause: str, words: list[str]) -> None:
    """The one clause that is broken is named, with what was tried, what came of it, and what to do."""
    with pytest.raises(ContractError) as error:
        check_exporter(exporter)
    told = str(error.value)
    broken = [line for line in told.splitlines() if "breaks its contract" in line]
    assert broken == [f'{exporter.name} breaks its contract: "it {clause}"']
    assert [word for word in words if word not in told] == []
    assert "what to do: " in told
    assert len(told) < 3000


def test_an_installed_exporter_that_is_refused_a_suffix_breaks_its_contract(tmp_path: Path) -> None:
    """A format that is there by its name, while others have a suffix of its, does not have what it declares."""
    code = (
        "from shandong_econ import hookimpl\nfrom tests.testing.breakers import TakenSuffix\n@hookimpl\n"
        "def shandong_econ_register_exporters(register):\n    register(TakenSuffix())\n"
    )
    with site(tmp_path / "site") as install:
        install("shandong-econ-lines", code)
        with pytest.raises(ContractError) as error:
            check_exporter(by.TakenSuffix())
    told = str(error.value)
    assert re.findall('breaks its contract: "it (.*)"', told) == [DECLARES]
    assert "does not give it files of the suffix '.csv'" in told


def test_what_is_said_of_an_exporter_is_held_against_it() -> None:
    """Bytes that vary and reports that are held at once pass where the author says why, and only there."""
    check_exporter(by.WritesTheHour(), bytes_vary="it states the hour")
    check_exporter(by.Hoards(), holds_all="it counts them first")
    with pytest.raises(ContractError, match=r"it is said to hold all .* \(it counts them first\), and holds a few"):
        check_exporter(Lines(), holds_all="it counts them first")
    with pytest.raises(ContractError, match=r"comes from its distribution.*\n.*'shandong-econ-none'"):
        check_exporter(Lines(), distribution="shandong-econ-none")
    with pytest.raises(ContractError, match=r"registers Csv, .*, and no Lines\n.*call register\(Lines\(\)\)"):
        check_exporter(Lines(), distribution="shandong-econ")
