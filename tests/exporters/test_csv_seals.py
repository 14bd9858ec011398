"""The seals of a csv and its companion: what was changed, cut or put together from two exports is told."""

from __future__ import annotations

import csv
import io
import json
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from tests.exporters.test_csv import FIGURES, OTHER, REPORT, read, told_of, written

import shandong_econ as se
from shandong_econ.errors import ReadError
from shandong_econ.exporters.csv import Csv
from shandong_econ.model import Observation, Report
from shandong_econ.testing.strategies import corpora

LIKE = attrs.evolve(REPORT, title="三", observations=(attrs.evolve(FIGURES[0], value=Decimal("4.60")), FIGURES[1]))
SAID, UNSEALED = ("seal_broken", "derived_disagrees"), "without seals nobody can tell"
FIGURELESS = Report(title="no figures")


def told(reports: list[Report]) -> list[str]:
    """What is told of all of them."""
    return [message for report in reports for message in told_of(report)[0]]


@given(corpora())
def test_what_was_written_is_told_nothing_of(reports: list[Report]) -> None:
    """The rows alone, and the rows with their companion, are as they were sealed, whatever a report holds."""
    text, companion = written(*reports)
    assert read(text, companion) == reports
    if any(report.observations for report in reports):
        assert not told(read(text))


@pytest.mark.parametrize(
    ("mine", "theirs", "line"),
    [
        ([REPORT], [LIKE], 2),
        ([REPORT], [FIGURELESS], 2),
        ([REPORT], [OTHER], 2),
        ([OTHER, REPORT], [OTHER, LIKE], 3),
        ([OTHER, REPORT], [FIGURELESS, REPORT], 2),
        ([FIGURELESS, REPORT], [OTHER, REPORT], 2),
    ],
)
def test_two_exports_are_not_read_as_one(mine: list[Report], theirs: list[Report], line: int) -> None:
    """No figure is read under the title of another export: a csv beside the companion of another is refused."""
    text, _ = written(*mine)
    _, companion = written(*theirs)
    with pytest.raises(ReadError, match=f"^line {line}: the companion was not written with the rows of report"):
        read(text, companion)


def test_a_pair_that_two_writers_left_is_refused(tmp_path: Path) -> None:
    """Where a kill or another writer left one file of each of two exports, reading names the file and the remedy."""
    path, companion = tmp_path / "a.csv", "a.csv-metadata.json"
    se.export(REPORT, path)
    (tmp_path / "other").mkdir()
    se.export(LIKE, tmp_path / "other" / "a.csv")
    (tmp_path / "other" / companion).replace(tmp_path / companion)
    with pytest.raises(
        ReadError, match=r"a\.csv: line 2: the companion was not written with .*: export again, or move"
    ):
        se.read(path)
    (tmp_path / companion).unlink()
    assert se.read(path).observations == REPORT.observations


def test_an_edit_of_the_companion_is_read_and_told() -> None:
    """A title that a person has changed in the companion is what is read, with a Note that names the line."""
    text, companion = written(OTHER, REPORT)
    first, second = read(text, companion.replace('"title": "一"'.encode(), '"title": "零"'.encode()))
    assert (first, second.title) == (OTHER, "零")
    (message,) = told_of(second)[0]
    assert message.startswith("shandong-econ:reports[1] of the companion: not as it was sealed")


@pytest.mark.parametrize("alone", [False, True])
def test_a_file_cut_at_the_end_of_a_row_is_told(alone: bool) -> None:
    """Wherever rows are missing at the end, or in the midst, it is told; of a header alone nothing is read alone."""
    text, companion = written(REPORT, FIGURELESS, LIKE, OTHER)
    lines = text.splitlines(keepends=True)
    beside = None if alone else companion
    assert not told(read(text, beside))
    for end in range(1, len(lines)):
        assert told(read("".join(lines[:end] + lines[end + 1 :]), beside))
        if end > 1:
            assert told(read("".join(lines[:end]), beside))
    if alone:
        with pytest.raises(
            ReadError, match="line 1: no row stands below the header, and no companion tells of reports"
        ):
            read(lines[0])
    else:
        assert len(told(read(lines[0], companion))) == 3


def test_rows_moved_or_put_in_are_told() -> None:
    """Rows in another order, twice, of another report or typed by hand are read, and named."""
    text, companion = written(REPORT, LIKE)
    head, a, b, c, d = text.splitlines(keepends=True)
    by_hand = ",".join([*a.split(",")[:-1], ""]) + "\r\n"
    for rows in ([b, a, c, d], [a, a, b, c, d], [a, b, "1" + c[1:], d], [a, b, c, d, "2" + by_hand[1:]]):
        for beside in (None, companion):
            found = read(head + "".join(rows), beside)
            assert sum(len(report.observations) for report in found) == len(rows)
            assert told(found)


def test_the_seals_may_be_taken_out() -> None:
    """Without the column the companion still tells of an edit; without the companion it is said that nobody can."""
    text, companion = written(REPORT, OTHER)
    out = io.StringIO(newline="")
    csv.writer(out).writerows(row[:-1] for row in csv.reader(io.StringIO(text, newline="")))
    without = out.getvalue()
    assert read(without, companion) == [REPORT, OTHER]
    assert len(told(read(without.replace(",4.50,", ",4.6,"), companion))) == 1
    assert all(UNSEALED in report.notes[0].message for report in read(without))
    assert not any(UNSEALED in report.notes[0].message for report in read(text))


def test_a_pair_without_seals_is_read() -> None:
    """A csv and a companion of before there were seals are read as they stand."""
    text, companion = written(REPORT, OTHER)
    document: dict[str, Any] = json.loads(companion)
    for report in document["shandong-econ:reports"]:
        del report["sealed_rows"], report["seal"]
    unsealed = "".join(line.rpartition(",")[0] + "\r\n" for line in text.splitlines())
    assert read(unsealed, json.dumps(document).encode()) == [REPORT, OTHER]
    with pytest.raises(ReadError, match=r"sealed_rows: 7 is no seal: put back"):
        read(text, companion.replace(b'"sealed_rows": "', b'"sealed_rows": 7, "mine": "'))


@pytest.mark.parametrize("which", ["csv", "csv alone", "companion"])
def test_a_damaged_byte_is_told(which: str) -> None:
    """Of any bit that is turned over, the file is refused, or it says the same, or what it says is told of."""
    rng = random.Random(19)
    text, companion = written(REPORT, FIGURELESS, LIKE, OTHER)
    whole = {"csv": text.encode(), "companion": companion}
    right = read(text, None if which == "csv alone" else companion)
    for _ in range(300):
        files = dict(whole)
        data = bytearray(files[which.split()[0]])
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        files[which.split()[0]] = bytes(data)
        try:
            found = read(files["csv"], None if which == "csv alone" else files["companion"])
        except ReadError:
            continue
        assert found == right or any(note.code in SAID or UNSEALED in note.message for r in found for note in r.notes)


@pytest.mark.parametrize("column", ["report", "obs_value", "label"])
def test_a_damaged_header_is_no_document(column: str, tmp_path: Path) -> None:
    """A csv of ours whose header is damaged is refused, and not read as the prose of another's."""
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        Csv().write([REPORT], file)
    path.write_bytes(path.read_bytes().replace(column.encode(), column.upper().encode(), 1))
    with pytest.raises(ReadError, match=f"a.csv: line 1: these columns are missing: {column}: put the header back"):
        se.read(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    """A csv of which nothing is left is no text without figures, whether its companion is there or not."""
    path = tmp_path / "a.csv"
    for others in ((), ("a.csv-metadata.json",)):
        se.export(REPORT, path)
        path.write_bytes(b"")
        for other in others:
            (tmp_path / other).unlink()
        with pytest.raises(ReadError, match=r"a\.csv: line 1: these columns are missing"):
            se.read(path)


def test_a_table_of_another_is_a_document(tmp_path: Path) -> None:
    """A csv that has some words in common with ours is another's table."""
    path = tmp_path / "a.csv"
    path.write_text("report,label,measure,unit_name,start,end\n1,GDP,level,yuan,0,1\n", encoding="utf-8")
    assert isinstance(se.read(path), Report)


def test_the_last_row_says_so() -> None:
    """One full stop after the seal ends a report, and two end the file."""
    text, _ = written(REPORT, OTHER, FIGURELESS, Report(observations=(Observation(label="x", value=Decimal(1)),)))
    seals = [row[-1] for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert [seal.lstrip("abcdefghijklmnop") for seal in seals] == ["", ".", ".", ".."]
    assert {len(seal.rstrip(".")) for seal in seals} == {12}
