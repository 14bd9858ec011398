"""Laws of the command line: data on standard output, all else on standard error, and no traceback."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.distributions import EXPORTER, site

import shandong_econ as se
from shandong_econ import api
from shandong_econ.cli import main
from shandong_econ.cli.columns import shown, table, width, wrap

TEXT = "1—5月，山东省规模以上工业增加值同比增长4.5%。\n"
MODULE = [sys.executable, "-m", "shandong_econ"]


class Outcome(NamedTuple):
    """What came of a command."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an empty folder with a bulletin in it."""
    monkeypatch.chdir(tmp_path)
    Path("bulletin.txt").write_bytes(TEXT.encode())

    def call(*arguments: str, given: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        return Outcome(main(list(arguments)), *capsys.readouterr())

    return call


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Callable[..., None]]:
    with site(tmp_path / "site") as function:
        yield function


@pytest.mark.filterwarnings("default")
def test_export_writes_what_the_call_writes(run: Run) -> None:
    """`export` makes one file of many inputs, in order, with what is known of the texts; reports warn of that."""
    se.export(se.Report(title="kept"), "old.json")
    known = ["--published", "2022-06-20", "--area", "370000", "--language", "zh"]
    assert run("export", "bulletin.txt", "-o", "text.jsonl", *known) == (0, "", "")
    status, out, err = run("export", "bulletin.txt", "old.json", "-o", "out.jsonl", *known)
    assert (status, out) == (0, "")
    assert err.startswith("shandong-econ: warning: old.json holds reports")
    assert ": give --language, --published, --area where the text" in err
    parsed, kept = se.read_all("out.jsonl")
    assert parsed == se.read("bulletin.txt", published=parsed.published, area="370000", language="zh")
    assert str(parsed.published) == "2022-06-20"
    assert kept == se.Report(title="kept")


def test_an_area_that_no_list_has_is_told(run: Run) -> None:
    """What is typed for an area and has no code is told with what is near it, and is taken as a name."""
    status, out, err = run("show", "bulletin.txt", "--area", "Shandnog")
    assert status == 0
    assert "Shandnog" in out
    words = "no code is known of the area 'Shandnog', which is taken as a name; Shandong is 370000"
    assert err.startswith(f"shandong-econ: {words}")


@pytest.mark.parametrize("command", ["export", "series"])
def test_no_text_is_written_over(command: str, run: Run) -> None:
    """An output that is one of the inputs is refused, under any name, unless it was exported in the same format."""
    Path("link.csv").symlink_to("bulletin.txt")
    known = ["--published", "2022-06-20"]
    for output in (["bulletin.txt", "-f", "json"], ["link.csv"]):
        status, _, err = run(command, "bulletin.txt", *known, "-o", *output)
        assert (status, Path("bulletin.txt").read_bytes()) == (2, TEXT.encode())
        assert f"{output[0]} is an input that was not exported as" in err
    assert run(command, "bulletin.txt", *known, "-o", "out.jsonl").status == 0
    before = Path("out.jsonl").read_bytes()
    assert run(command, "out.jsonl", "-o", "out.jsonl", "-f", "csv").status == 2
    assert run(command, "out.jsonl", "-o", "out.jsonl").status == 0
    assert Path("out.jsonl").read_bytes() == before


def test_series_write_to_standard_output_alone(run: Run) -> None:
    """With `-o -` `series` prints the file, in the format that is named, and no table."""
    status, out, _ = run("series", "bulletin.txt", "--published", "2022-06-20", "-o", "-", "-f", "jsonl")
    assert status == 0
    assert [len(report.observations) for report in se.read_all(io.BytesIO(out.encode()))] == [1]
    assert run("series", "bulletin.txt", "-o", "-").status == 2


def test_series_leave_the_other_commands_as_they_are(run: Run) -> None:
    """In one process `show` shows the same before `series` and after it."""
    before = run("show", "bulletin.txt")
    assert run("series", "bulletin.txt").status == 0
    assert run("show", "bulletin.txt") == before


def test_an_archive_grows_and_is_asked(run: Run) -> None:
    """`export` adds to an archive, once each, and `--query` takes some of it; a wrong one is said in a line."""
    Path("other.txt").write_text("In 2021, Shandong's GDP was 8309.59 billion yuan.")
    for name in ("bulletin.txt", "other.txt", "bulletin.txt"):
        assert run("export", name, "-o", "archive.sqlite") == (0, "", "")
    assert len(list(se.read_all("archive.sqlite"))) == 2
    found = run("show", "archive.sqlite", "--query", "SELECT report FROM observations WHERE amount > 1e12")
    assert "8309.59" in found.out
    assert "4.5" not in found.out
    wrong = run("export", "archive.sqlite", "--query", "SELECT", "-o", "out.json")
    assert (wrong.status, wrong.out) == (1, "")
    assert wrong.err.count("\n") == 1
    assert "the query 'SELECT' fails" in wrong.err


def test_dashes_are_the_standard_streams(run: Run) -> None:
    """`-` reads standard input and writes standard output, which has the file and nothing else."""
    status, out, err = run("export", "-", "-o", "-", "-f", "jsonl", given=TEXT.encode("gb18030"))
    assert (status, err) == (0, "")
    assert list(se.read_all(io.BytesIO(out.encode()))) == [se.parse(TEXT)]
    assert "\n4.5%" in run("show", "-", given=TEXT.encode()).out


def test_show_says_each_figure_beside_its_words(run: Run) -> None:
    """`show` has a line for each figure, with the words, and the statements and notes below."""
    speaker = se.Speaker("王华", "总经理")
    figure = se.Observation(
        label="revenue", value=Decimal("1.50"), unit_mult=8, unit=se.Unit("CNY"), span=se.Span(0, 5),
        qualifier=se.Qualifier.ABOUT, measure=se.Measure.LEVEL, period=se.Period.parse("2022"), status=se.Status.T,
        area=se.Area("370000", "Shandong", "山东省"), indicator=se.Indicator("GDP"), entity="A port",
    )  # fmt: skip
    report = se.Report(
        text="1.5亿元", title="标题", language="zh", observations=[figure],
        statements=[se.Statement(kind=se.StatementKind.QUOTE, speaker=speaker, text="我们会更好")],
        notes=[se.Note("unread", "could not be read", se.Span(0, 3))],
    )  # fmt: skip
    se.export(report, "report.json")
    status, out, err = run("show", "report.json")
    assert (status, err) == (0, "")
    assert re.split(r" {2,}", out.splitlines()[3]) == [
        "1.5亿元", "about 150,000,000 CNY", "level target", "2022", "A port, 山东省", "revenue [GDP]"
    ]  # fmt: skip
    assert "  quote: 王华, 总经理: “我们会更好”" in out
    assert "  unread: could not be read (1.5)" in out


def test_explain_says_what_every_number_was_taken_for(run: Run) -> None:
    """`show --explain` names, sentence by sentence, the rule that read a figure and why another number is none."""
    text = "2022年1—5月，山东省出口增长4.5%。第3次会议在A3厅召开，编号为77。"
    outcome = run("show", "--explain", "-", given=text.encode())
    assert outcome.status == 0
    for words in ("2022年1—5月", "time: months", "4.5%", "figure: growth", "[EXPORTS]", "ordinal", "no_unit"):
        assert words in outcome.out


def test_explain_says_from_where_each_part_comes(run: Run) -> None:
    """`show --explain` says of each figure how its parts were come by, with the words that say them."""
    text = "2022年，山东省出口2万亿元，同比增长4.5%。"
    out = run("show", "--explain", "-", given=text.encode()).out
    assert "2万亿元 — series: stated «出口», area: stated «山东省», period: stated «2022年»" in out
    assert "4.5% — series: carried «出口», area: carried «山东省», period: carried «2022年»," in out
    assert "comparison: stated «同比»" in out
    headed = run("show", "--explain", "-", given="2022年青岛市经济运行情况\n出口增长4.5%。".encode()).out
    assert "area: heading «青岛市»" in headed
    told = run("show", "--explain", "-", "--area", "青岛市", given="出口增长4.5%。".encode()).out
    assert "area: given" in told


def test_explain_says_where_a_file_has_other_figures(run: Run) -> None:
    """What `show --explain` tells of a file of reports is how its text is read: where figures differ, that is said."""
    explained = run("show", "--explain", "bulletin.txt")
    assert run("export", "bulletin.txt", "-o", "out.csv") == (0, "", "")
    assert run("show", "--explain", "out.csv") == explained
    Path("out.csv").write_bytes(Path("out.csv").read_bytes().replace(b",4.5,", b",9.9,"))
    status, out, err = run("show", "--explain", "out.csv")
    assert (status, err) == (0, "")
    assert out.startswith("What is explained is how the text is read now")
    assert out.endswith(explained.out)


def test_show_prints_the_figures_of_tables_apart(run: Run) -> None:
    """The figures of the prose come first, then those of each table, under what it is called."""
    text = "2023年济南市出口203亿元。\n\n表1 济南市进口\n单位：亿元\n指标\t2023年\n进口\t175\n"
    Path("bulletin.txt").write_text(text, encoding="utf-8")
    blocks = [block.splitlines() for block in run("show", "bulletin.txt").out.split("\n\n")]
    assert [line.split()[0] for line in blocks[1]] == ["words", "203亿元"]
    assert [line.split()[0] for line in blocks[2]] == ["表1", "words", "175"]


def test_nothing_is_said_to_be_nothing(run: Run) -> None:
    """Where there are no figures, series or differences to show, a line says so."""
    Path("plain.txt").write_text("The fair was held in Jinan.")
    assert run("show", "plain.txt").out.splitlines()[1:] == ["", "no figures"]
    assert run("show", "--explain", "plain.txt").out == "no numbers\n"
    assert run("series", "plain.txt").out == "no series\n"
    assert run("diff", "bulletin.txt", "bulletin.txt") == (0, "no differences\n", "")
    assert run("diff", "--all", "plain.txt", "plain.txt") == (0, "no figures\n", "")
    assert "4.5%" in run("diff", "--all", "bulletin.txt", "bulletin.txt").out


def test_show_parts_the_reports_of_many_inputs(run: Run) -> None:
    """Each report begins with its title and source after an empty line."""
    se.export([se.Report(title="one"), se.Report(title="two")], "two.jsonl")
    assert run("show", "two.jsonl") == (0, "one\n\nno figures\n\ntwo\n\nno figures\n", "")


@pytest.mark.parametrize("amount", ["1E+1000000", "1E-1000000", "-0.00", "9" * 200])
def test_show_takes_any_amount(amount: str, run: Run) -> None:
    """A number that would fill the screen is shown with its exponent."""
    se.export(se.Report(observations=[se.Observation(value=Decimal(amount))]), "report.json")
    assert run("show", "report.json").status == 0


def test_formats_are_listed(run: Run, install: Callable[..., None]) -> None:
    """`formats` has a line for each format: its name, suffixes, what it is for and where it is from."""
    install("shandong-econ-lines")
    status, out, err = run("formats")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()[1:]] == [*se.formats(), *se.documents()]
    assert re.search(r"^lines +\.lines +writing +shandong-econ-lines 1\.0 \(lines\)$", out, re.MULTILINE)


def test_plugins_are_listed_with_what_is_wrong(
    run: Run, install: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`plugins` says of each what it gives and what is wrong, and fails only under the strict setting."""
    install("shandong-econ-bad", "raise ValueError('why')", version="0.7")
    install("shandong-econ-csv", EXPORTER.replace('"lines"', '"csv"'))
    install("shandong-econ-off")
    install("shandong-econ-lines")
    monkeypatch.setenv("SHANDONG_ECON_DISABLE_PLUGINS", "shandong-econ-off,nonesuch")
    status, out, err = run("plugins")
    assert status == 0
    assert err.startswith("shandong-econ: SHANDONG_ECON_DISABLE_PLUGINS names nonesuch, and no plugin is of")
    monkeypatch.setenv("SHANDONG_ECON_DISABLE_PLUGINS", "shandong-econ-off")
    status, out, err = run("plugins")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith(f"shandong-econ {se.__version__} (built-in): formats csv, xlsx")
    assert "html; documents text, html, docx" in lines[0]
    assert lines[1] == "shandong-econ-bad 0.7 (bad): failed: ValueError: why"
    assert lines[2].startswith("shandong-econ-csv 1.0 (csv): failed: the format name 'csv' belongs to a built-in")
    assert lines[3:] == ["shandong-econ-lines 1.0 (lines): format lines", "shandong-econ-off 1.0 (off): switched off"]
    monkeypatch.setenv("SHANDONG_ECON_STRICT_PLUGINS", "1")
    assert run("plugins") == (1, out, "")
    status, out, err = run("formats")
    assert (status, out) == (1, "")
    assert "shandong-econ-bad 0.7" in err


def test_a_plugin_that_fails_is_warned_of_in_a_line(run: Run, install: Callable[..., None]) -> None:
    """The warning of a plugin is one line on standard error, and the command does its work."""
    install("shandong-econ-bad", "1 / 0")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("warnings.filters", [])
        status, _, err = run("export", "bulletin.txt", "-o", "out.json")
    assert status == 0
    assert err == ("shandong-econ: warning: plugin shandong-econ-bad 1.0 (bad): ZeroDivisionError: division by zero\n")
    assert run("export", "bulletin.txt", "-o", "out.bad").status == 1


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["show", "absent.txt"], 1, "absent.txt cannot be opened"),
        (["show", "."], 1, "is a folder"),
        (["export", "bulletin.txt", "-o", "absent/out.csv"], 1, "make the folder first"),
        (["export", "bulletin.txt", "absent.txt", "-o", "out.csv"], 1, "absent.txt"),
        (["export", "bulletin.txt", "-o", "out.parchment"], 2, "'out.parchment': give -f one of csv (.csv), "),
        (["series", "bulletin.txt", "-o", "out.parchment"], 2, "'out.parchment': give -f one of csv (.csv), "),
        (["export", "bulletin.txt", "-o", "out.csv", "-f", "parchment"], 2, "'parchment': give -f one of"),
        (["show", "-"], 1, "as .docx, .html or .pdf\n"),
        (["show", "bulletin.txt", "--area", "999999"], 2, "'999999' is no code of an area: give one of six digits"),
        (["series", "bulletin.txt", "--indicator", "NOPE"], 2, "no series is of 'NOPE': give the code or name"),
        (["series", "bulletin.txt", "--place", "999999"], 2, "no series is in '999999': give the code of an area"),
        (["export", "bulletin.txt", "-o", "-"], 2, "-f FORMAT"),
        (["export", "bulletin.txt"], 2, "--output"),
        (["export", "-o", "out.csv"], 2, "INPUT"),
        (["show", "-", "-"], 2, "once"),
        (["diff", "-", "-"], 2, "once"),
        (["show", "bulletin.txt", "--published", "yesterday"], 2, "yesterday"),
        (["show", "bulletin.txt", "--language", "fr"], 2, "fr"),
        (["shwo"], 2, "shwo"),
    ],
)
def test_what_is_wrong_is_said_in_words(arguments: list[str], status: int, words: str, run: Run) -> None:
    """A problem with an input or an export ends with 1 and a wrong call with 2, in words on standard error; no file."""
    outcome = run(*arguments, given=b"\x89PNG\r\n")
    assert outcome.status == status
    assert words in outcome.err
    assert outcome.out == ""
    assert [path.name for path in Path().iterdir()] == ["bulletin.txt"]


def test_an_interruption_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and a word, and leaves no file."""

    def interrupted(*_: Any, **__: Any) -> Iterator[se.Report]:
        yield se.Report()
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "read_all", interrupted)
    outcome = run("export", "bulletin.txt", "-o", "out.csv")
    assert (outcome.status, outcome.out) == (130, "")
    assert outcome.err.strip() == "shandong-econ: interrupted"
    assert not Path("out.csv").exists()


def test_help_and_version_are_data(run: Run) -> None:
    """`--version` and `--help` go to standard output and end with 0."""
    assert run("--version") == (0, f"shandong-econ, version {se.__version__}\n", "")
    for command in ([], ["show"], ["export"], ["formats"], ["plugins"]):
        status, out, err = run(*command, "--help")
        assert (status, err) == (0, "")
        assert out.startswith("Usage: shandong-econ")


def process(
    *arguments: str, environment: dict[str, str] | None = None, **about: Any
) -> subprocess.CompletedProcess[bytes]:
    """Runs `python -m shandong_econ` as Python runs by itself, with a buffer before standard output."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    settings |= {name: value for name, value in os.environ.items() if name == "PYTHONPATH"} | (environment or {})
    return subprocess.run([*MODULE, *arguments], env=settings, stderr=subprocess.PIPE, check=False, **about)


@pytest.mark.parametrize(
    ("encoding", "title"),
    [
        ("ascii", "山东\\ud800".encode()),  # what calls itself ASCII most often is a terminal that nobody has set up
        ("latin-1", rb"\u5c71\u4e1c\ud800"),
        ("gbk", "山东\\ud800".encode("gbk")),
    ],
)
def test_a_terminal_that_knows_no_chinese_is_no_error(encoding: str, title: bytes, tmp_path: Path) -> None:
    """What the encoding of standard output lacks, and half a surrogate pair, are shown with a backslash."""
    se.export(se.Report(title="山东\ud800", language="zh"), tmp_path / "a.json")
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    outcome = process("show", str(tmp_path / "a.json"), environment=environment, stdout=subprocess.PIPE)
    assert (outcome.returncode, outcome.stderr) == (0, b"")
    assert title in outcome.stdout
    outcome = process("show", str(tmp_path / "山东"), environment=environment)
    assert outcome.returncode == 1
    assert b"Traceback" not in outcome.stderr


@pytest.mark.parametrize("command", [["show"], ["export", "-o", "-", "-f", "csv"]])
def test_a_reader_that_leaves_is_no_error(command: list[str], tmp_path: Path) -> None:
    """A closed pipe ends the command in silence, as with `| head -1`."""
    reports = (se.Report(title="t" * 100, observations=[se.Observation(value=Decimal(i))]) for i in range(2000))
    se.export(reports, tmp_path / "many.jsonl")
    read_end, write_end = os.pipe()
    os.close(read_end)
    outcome = process(command[0], str(tmp_path / "many.jsonl"), *command[1:], stdout=write_end)
    os.close(write_end)
    assert outcome.stderr == b""
    assert outcome.returncode == 1


def test_streams_that_are_closed_are_no_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A process without standard streams writes files, and says of - that it is closed."""
    run("formats")
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["export", "bulletin.txt", "-o", "out.json"]) == 0
    assert main(["show", "bulletin.txt"]) == 0
    assert main(["export", "bulletin.txt", "-o", "-", "-f", "json"]) == 1
    assert "closed" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [["show"], ["export", "-o", "-", "-f", "csv"]])
def test_a_full_disk_behind_standard_output_is_said(command: list[str], tmp_path: Path) -> None:
    """Where standard output cannot be written, the command says so and ends with 1."""
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    with Path("/dev/full").open("wb") as full:
        outcome = process(command[0], str(tmp_path / "a.txt"), *command[1:], stdout=full)
    assert outcome.returncode == 1
    assert outcome.stderr == b"shandong-econ: standard output cannot be written: No space left on device\n"


@pytest.mark.parametrize(("inputs", "terminal", "bar"), [(5, True, True), (1, True, False), (5, False, False)])
def test_a_progress_bar_is_for_many_files_and_a_terminal(
    inputs: int, terminal: bool, bar: bool, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bar is drawn on standard error where that is a terminal and the inputs are many, and nowhere else."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    status, out, err = run("export", *["bulletin.txt"] * inputs, "-o", "-", "-f", "jsonl")
    assert status == 0
    assert ("100%" in err) is bar
    assert len(list(se.read_all(io.BytesIO(out.encode())))) == inputs


def test_a_table_breaks_no_word_that_there_is_room_for() -> None:
    """The columns that have much to say are wrapped first, between words."""
    rows = [("127,000,000,000 CNY", "规模以上工业增加值 [IVA_ASD]"), ("4.5 PT", "value added of industry")]
    assert list(table(("amount", "series"), rows, 30)) == [
        "amount           series",
        "127,000,000,000  规模以上工业",
        "CNY              增加值",
        "                 [IVA_ASD]",
        "4.5 PT           value added",
        "                 of industry",
    ]


cells = st.text(st.sampled_from("ab é山東，。（%\u3000 \n\x1b\u0301\ud800😀"), max_size=40)


@given(st.lists(st.tuples(cells, cells, cells), max_size=4), st.integers(16, 60))
def test_a_table_fits_and_loses_nothing(rows: list[tuple[str, ...]], columns: int) -> None:
    """No line of a table is wider than the terminal, none would be obeyed by it, and every character is there."""
    lines = list(table(("one", "two", "three"), rows, columns))
    assert all(width(line) <= columns and line.isprintable() for line in lines)
    letters = sorted("".join(lines).replace(" ", ""))
    assert letters == sorted("onetwothree" + "".join(shown(cell).replace(" ", "") for row in rows for cell in row))


@given(cells, st.integers(2, 50))
def test_lines_that_are_wrapped_give_the_text(text: str, columns: int) -> None:
    """Wrapping breaks a line and changes no character but spaces at the breaks; each line fits."""
    line = shown(text)
    wrapped = wrap(line, columns)
    assert all(width(each) <= columns for each in wrapped)
    assert "".join(wrapped).replace(" ", "") == line.replace(" ", "")
