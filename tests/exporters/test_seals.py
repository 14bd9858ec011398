"""Seals: what was changed, cut or misspelt in a file of reports is told, and what a person has edited is read."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import shandong_econ as se
from shandong_econ.exporters.seals import seal
from shandong_econ.exporters.structure import to_plain

FIGURE = se.Observation(
    label="industrial output",
    indicator=se.Indicator("IVA_ASD", "Industrial value added", "规模以上工业增加值"),
    area=se.Area("370000", "Shandong", "山东省"),
    period=se.Period.parse("2022-05"),
    measure="growth",
    comparison="year_on_year",
    value=Decimal("4.50"),
    unit=se.Unit("PT", "percent", "百分比"),
    span=se.Span(23, 28),
)
REPORT = se.Report(
    text="Industrial output rose 4.50% in May, officials said.\n",
    title="Shandong in May",
    language="en",
    authors=("Wang Jinhu",),
    publisher="Press",
    observations=(FIGURE, attrs.evolve(FIGURE, value=Decimal("-0.7"), span=None)),
    statements=(se.Statement(kind="reported", speaker=se.Speaker("officials"), text="output rose"),),
    notes=(se.Note("no_unit", "seven of what", se.Span(0, 3)),),
)
OTHER = attrs.evolve(REPORT, text="", title="Shandong in June", statements=())
THIRD = attrs.evolve(OTHER, title="Shandong in July")
Export = Callable[..., Path]


@pytest.fixture
def export(tmp_path: Path) -> Export:
    """Exports reports to a file with that suffix."""

    def to(suffix: str, *reports: se.Report) -> Path:
        path = tmp_path / f"reports{suffix}"
        se.export(reports, path)
        return path

    return to


def notes_of_seals(reports: list[se.Report]) -> list[str]:
    """What reading has told of broken seals."""
    return [note.message for report in reports for note in report.notes if note.code == "seal_broken"]


@pytest.mark.parametrize(
    ("suffix", "flips"),
    [(".json", 200), (".jsonl", 200), (".md", 60), (".html", 50), (".xlsx", 3), (".datapackage.zip", 80)],
)
def test_no_flipped_bit_changes_a_report_in_silence(suffix: str, flips: int, export: Export) -> None:
    """A bit that is flipped anywhere is an error, or changes nothing, or gives a Note that reading adds."""
    path = export(suffix, REPORT, OTHER)
    data = path.read_bytes()
    chosen = random.Random(19)
    for _ in range(flips):
        at, bit = chosen.randrange(len(data)), 1 << chosen.randrange(8)
        path.write_bytes(data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :])
        try:
            found = list(se.read_all(path))
        except se.ReadError:
            continue
        added = [note.code for report in found for note in report.notes[1:]]
        assert found == [REPORT, OTHER] or {"seal_broken", "derived_disagrees", "code_unused"} & {*added}, (at, bit)


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".md", ".html"])
def test_a_file_that_is_cut_at_the_end_of_a_line_is_refused(suffix: str, export: Export) -> None:
    """However many of its lines are left, a cut file is refused, unless all reports and their seals are there."""
    path = export(suffix, REPORT, OTHER)
    lines = path.read_bytes().splitlines(keepends=True)
    needed = next(number for number, line in enumerate(lines) if b"data-seal" in line and b"June" in line) + 1 if (
        suffix == ".html"
    ) else len(lines)  # fmt: skip  # what follows the last data of a page is the page's own
    for count in range(0, needed, 1 + len(lines) // 60):
        path.write_bytes(b"".join(lines[:count]))
        with pytest.raises(se.ReadError):
            list(se.read_all(path))


@pytest.mark.parametrize(
    "suffix", [*(s for each in se.formats().values() for s in each.suffixes if hasattr(each, "read"))]
)
def test_an_empty_file_of_ours_is_refused(suffix: str, tmp_path: Path) -> None:
    """A file of no bytes with the suffix of one of our formats holds no report, and is no empty text."""
    path = tmp_path / f"reports{suffix}"
    path.touch()
    with pytest.raises(se.ReadError):
        list(se.read_all(path))


def test_an_empty_text_is_a_text(tmp_path: Path) -> None:
    """Under a name that says nothing of a format, no bytes are a report of an empty text."""
    (tmp_path / "bulletin.txt").touch()
    assert se.read(tmp_path / "bulletin.txt").text == ""


@pytest.mark.parametrize(
    ("suffix", "old", "new"),
    [
        (".json", '"format"', '"formal"'),
        (".jsonl", "shandong_econ", "shandong_exon"),
        (".md", "<!-- shandong_econ m", "<!-- shandong_exon m"),
        (".html", "shandong_econ html", "shandong_exon html"),
        (".html", "<!doctype", "<?doctype"),
    ],
)
def test_a_file_of_ours_with_a_damaged_mark_is_no_prose(suffix: str, old: str, new: str, export: Export) -> None:
    """It is not parsed as if it were a text, under its name or from a stream; a page is read without its doctype."""
    path = export(suffix, REPORT)
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with path.open("rb") as stream:
        for source in (path, stream):
            try:
                assert list(se.read_all(source)) == [REPORT]
            except se.ReadError as error:
                assert re.search("mark|line 1|'formal'", str(error))  # noqa: PT017  # a page may also be read


@pytest.mark.parametrize("suffix", [".json", ".jsonl", ".md"])
def test_an_edit_is_read_and_told(suffix: str, export: Export) -> None:
    """Who edits a fact gets the edit, with a Note in that report of its place, and none once it is written anew."""
    path = export(suffix, REPORT, OTHER)
    path.write_text(path.read_text(encoding="utf-8").replace("Shandong in June", "Shandong in Juny"), encoding="utf-8")
    first, second = se.read_all(path)
    assert (first, second.title) == (REPORT, "Shandong in Juny")
    assert attrs.evolve(second, notes=OTHER.notes) == attrs.evolve(OTHER, title="Shandong in Juny")
    (message,) = notes_of_seals([second])
    page = path.read_text(encoding="utf-8").partition("# Shandong in Juny")[0]
    line = f"line {page.count(chr(10)) + 1}, the report that begins there"
    assert message.startswith({".json": "reports[1]: ", ".jsonl": "line 2: ", ".md": f"{line}: "}[suffix])
    mended = [first, attrs.evolve(second, notes=OTHER.notes)]
    se.export(mended, path)
    assert list(se.read_all(path)) == mended


def test_what_a_page_does_not_show_is_sealed_too(export: Export) -> None:
    """A page of which only the data is changed, in what the page shows nowhere, has a Note."""
    path = export(".html", REPORT)
    path.write_text(path.read_text(encoding="utf-8").replace('"百分比"', '"百公比"'), encoding="utf-8")
    found = list(se.read_all(path))
    assert {figure.unit.name_zh for figure in found[0].observations if figure.unit} == {"百公比"}
    assert len(notes_of_seals(found)) == 1


def test_a_seal_is_of_facts_alone() -> None:
    """It is the same however a report is laid out, and whether what is unknown is said; other digits have another."""
    plain = to_plain(REPORT)
    spoken = json.loads(json.dumps(plain, sort_keys=True))
    del spoken["uri"], spoken["observations"][0]["entity"]
    spoken["observations"][0]["value"] = Decimal("4.50")
    assert seal(plain) == seal(spoken)
    plain["observations"][0]["value"] = "4.5"
    assert seal(plain) != seal(spoken)


@pytest.mark.parametrize(
    ("path", "old", "new", "words"),
    [
        ((), "observations", "observationz", "the key 'observationz' is not known here: write 'observations'"),
        (("observations", 1), "value", "valve", ".observations[1]: the key 'valve' is not known here: write 'value'"),
        (("observations", 0, "unit"), "name", "mine", ".observations[0].unit: the key 'mine' is not known"),
        (("statements", 0, "speaker"), "role", "roll", ".statements[0].speaker: the key 'roll' is not known"),
        ((), "seal", "seam", "the key 'seam' is not known here"),
    ],
)
@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_an_unknown_key_is_refused(
    suffix: str, path: tuple[str | int, ...], old: str, new: str, words: str, export: Export
) -> None:
    """What stands under a misspelt key would be lost: ReadError has the path, the key and the one that was meant."""
    file = export(suffix, REPORT)
    document: Any = json.loads(file.read_bytes())
    inner = document["reports"][0] if suffix == ".json" else document
    for step in path:
        inner = inner[step]
    inner[new] = inner.pop(old)
    file.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(se.ReadError) as error:
        se.read(file)
    place = "reports[0]" if suffix == ".json" else "line 1, report"
    assert f"{place}{words}" in str(error.value) or f"{place}: {words}" in str(error.value)


@pytest.mark.parametrize("laid_out", [None, 1])
@pytest.mark.parametrize("first", [True, False])
def test_an_unknown_key_beside_the_reports_is_refused(first: bool, laid_out: int | None, export: Export) -> None:
    """In the document itself, before the list of reports or after it, such a key is refused as well."""
    file = export(".json", REPORT, OTHER)
    text = file.read_text(encoding="utf-8")
    text = text.replace("{\n", '{\n  "mine": 1,\n', 1) if first else text.removesuffix("\n}\n") + ',\n  "mine": 1\n}\n'
    file.write_text(json.dumps(json.loads(text)) if laid_out else text, encoding="utf-8")
    with pytest.raises(se.ReadError, match="the key 'mine'"):
        list(se.read_all(file))


def test_files_of_lines_are_joined(export: Export) -> None:
    """Files of JSON Lines, one behind the other, are a file, with lines of a person between; and nothing is told."""
    two, one = export(".jsonl", REPORT, OTHER).read_bytes(), export(".ndjson", THIRD).read_bytes()
    none = export(".jsonl").read_bytes()
    own = b'{"format": "shandong_econ", "version": 1, "title": "mine"}\n'
    path = export(".jsonl")
    path.write_bytes(two + none + one + own + two)
    assert list(se.read_all(path)) == [REPORT, OTHER, THIRD, se.Report(title="mine"), REPORT, OTHER]
    path.write_bytes(two.replace(b"\n", b"\n" + own, 1))
    assert list(se.read_all(path)) == [REPORT, se.Report(title="mine"), OTHER]


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        ([1, 2], ["line 1, which was written as number 2 and stands first"]),
        ([0, 2], ["line 2, which was written as number 3 and stands after number 1"]),
        ([0, 1, 0, 1, 2], ["line 3, which was written as number 1 and stands after number 2"]),
        ([2, 0, 1, 2], ["line 1, which was written as number 3 and stands first"]),
    ],
)
def test_lines_that_are_missing_are_told(kept: list[int], told: list[str], export: Export) -> None:
    """Where lines are gone, before the first or between two, the next report has a Note; the reports are read."""
    path = export(".jsonl", REPORT, OTHER, THIRD)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[index] for index in kept))
    found = list(se.read_all(path))
    assert [report.title for report in found] == [(REPORT, OTHER, THIRD)[index].title for index in kept]
    assert [message.partition(":")[0] for message in notes_of_seals(found)] == told


def test_lines_without_their_end_are_refused_after_the_reports(export: Export) -> None:
    """The reports of a cut file are given first; who has cut it on purpose can say so."""
    path = export(".jsonl", REPORT, OTHER, THIRD)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:2]), encoding="utf-8")
    reports = se.read_all(path)
    assert [next(reports), next(reports)] == [REPORT, OTHER]
    with pytest.raises(se.ReadError, match=r"line 2: the file ends, and more lines were written.*\"last\": true"):
        next(reports)
    path.write_text("\n".join([lines[0], lines[1].replace('"last": false', '"last": true')]), encoding="utf-8")
    assert list(se.read_all(path)) == [REPORT, OTHER]


@pytest.mark.parametrize(
    "order", ['"number": 0, "last": true', '"number": true, "last": true', '"number": 1, "last": 1']
)
def test_a_line_with_no_such_number_is_refused(order: str, export: Export) -> None:
    """ReadError names the line and both of its keys."""
    path = export(".jsonl", REPORT)
    path.write_text(path.read_text(encoding="utf-8").replace('"number": 1, "last": true', order), encoding="utf-8")
    with pytest.raises(se.ReadError, match=r"line 1: \"number\": .* \"last\": .* give a number from 1 on"):
        se.read(path)


def test_a_page_that_lost_a_report_tells_it(export: Export) -> None:
    """Who takes a report out of a Markdown page reads the others, with a Note of how many there were."""
    path = export(".md", REPORT, OTHER)
    page = path.read_text(encoding="utf-8")
    end = page.rindex("<!--")
    path.write_text(page[: page.index("# Shandong in June")] + page[end:], encoding="utf-8")
    (found,) = se.read_all(path)
    assert found.title == REPORT.title
    assert "was written with 2 reports and has 1" in notes_of_seals([found])[0]
    path.write_text(page[: page.index("# Shandong in May")] + page[end:], encoding="utf-8")
    with pytest.raises(se.ReadError, match="written with 2 reports, and none is there"):
        list(se.read_all(path))


def test_a_page_without_one_seal_tells_it(export: Export) -> None:
    """A report of a sealed page that has no seal any more has a Note."""
    path = export(".md", REPORT)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "econ seal" not in line), encoding="utf-8")
    found = list(se.read_all(path))
    assert len(notes_of_seals(found)) == 1


def test_two_pages_are_no_page(export: Export) -> None:
    """A Markdown page behind another is refused with the line at which the first one ends, and is not its text."""
    path = export(".md", REPORT)
    page = path.read_text(encoding="utf-8")
    line = page.count("\n")
    for between, words in (
        ("", f"line {line}: '<!-- shandong_econ end"),
        ("\n", f"line {line + 2} stands after the end"),
    ):
        path.write_text(page + between + page, encoding="utf-8")
        with pytest.raises(se.ReadError, match=words):
            list(se.read_all(path))
