"""The kit as an author meets it: strategies by type, three lines under pytest, and what is said where it lacks."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import shandong_econ as se
from shandong_econ import model, testing
from shandong_econ.testing import ContractError, check_vocabulary, register_strategies
from shandong_econ.testing.differences import first_difference, told
from shandong_econ.testing.hostile import HOSTILE_TEXTS, PIECES

ROOT = Path(__file__).parents[2]
CLASSES = [each for each in [*vars(model).values(), se.Document] if isinstance(each, type) and attrs.has(each)]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_class_of_the_model_has_a_strategy(kind: Any) -> None:
    """`st.from_type` of a class draws instances of it, and two draws differ."""
    register_strategies()
    drawn: list[Any] = []

    @given(st.from_type(kind))
    def draw(value: Any) -> None:
        drawn.append(value)

    draw()
    assert {type(value) for value in drawn} == {kind}
    assert len(set(map(repr, drawn))) > 5


def test_documents_have_tables_that_stand_in_their_texts() -> None:
    """Among the documents that are drawn are such with tables, and with merged cells in them."""
    drawn: list[se.Document] = []

    @given(testing.documents())
    def draw(document: se.Document) -> None:
        drawn.append(document)

    draw()
    grids = [grid for document in drawn for grid in document.tables]
    assert any(document.tables for document in drawn)
    assert any(cell.columns > 1 and cell.is_head for grid in grids for cell in grid.cells)


def run(code: str, *arguments: str, packages: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a process of its own that finds the packages there."""
    paths = [str(packages), str(Path(se.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", **settings}
    command = [sys.executable, *(["-c", code] if code else []), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, encoding="utf-8", cwd=packages)


def test_hypothesis_finds_the_strategies_by_itself(tmp_path: Path) -> None:
    """With the entry point of the distribution, `st.from_type(Report)` needs no import of the kit."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]["hypothesis"]
    info = tmp_path / "another-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: another\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("\n".join(["[hypothesis]", *(f"{k} = {v}" for k, v in declared.items())]))
    code = (
        "from hypothesis import HealthCheck, strategies as st, given, settings; import shandong_econ as se, sys\n"
        "loaded = {'pytest', 'openpyxl', 'click', 'shandong_econ.parsing'} & set(sys.modules)\n"
        "texts = []\n"
        "slowly = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])\n"
        "slowly(given(st.from_type(se.Report))(lambda report: texts.append(report.text)))()\n"
        "print(loaded, any(not text.isascii() for text in texts))"
    )
    found = run(code, packages=tmp_path)
    assert found.stdout.split() == ["set()", "True"], found.stderr


def test_importing_the_library_loads_no_kit(tmp_path: Path) -> None:
    """`import shandong_econ` loads neither hypothesis nor pytest."""
    code = "import sys, shandong_econ; print({'hypothesis', 'pytest', 'shandong_econ.testing'} & set(sys.modules))"
    assert run(code, packages=tmp_path).stdout.strip() == "set()"


@pytest.mark.parametrize("library", ["hypothesis", "pytest"])
def test_without_its_libraries_the_extra_is_named(library: str, tmp_path: Path) -> None:
    """Where hypothesis or pytest is missing, one sentence names it and the line that installs it."""
    code = (
        f"import sys; sys.modules[{library!r}] = None\n"
        "from shandong_econ.testing import exporter_contract; import shandong_econ as se\n"
        "exporter_contract(se.formats()['json'])"
    )
    last = run(code, packages=tmp_path, HYPOTHESIS_NO_PLUGINS="1").stderr.splitlines()[-1]
    assert last.startswith("shandong_econ.errors.MissingExtraError: ")
    assert last.endswith(f" needs {library}: pip install 'shandong-econ[testing]'")


THREE_LINES = """from shandong_econ.testing import exporter_contract
from figures import Figures

test_figures = exporter_contract(Figures())
"""
FEW = """from hypothesis import settings
settings.register_profile("few", max_examples=10)
settings.load_profile("few")
"""
FIGURES = """class Figures:
    name, suffixes = "figures", (".figures",)

    def write(self, reports, file):
        for report in list(reports):
            for figure in report.observations:
                file.write(f"{figure.value}\\n".encode())
"""


def test_three_lines_are_a_contract_under_pytest(tmp_path: Path) -> None:
    """Each clause is a case with its sentence as its name; one that fails is told in words, without a traceback."""
    (tmp_path / "test_figures.py").write_text(THREE_LINES)
    (tmp_path / "figures.py").write_text(FIGURES)
    (tmp_path / "conftest.py").write_text(FEW)
    done = run("", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--color=no", packages=tmp_path)
    assert "1 failed, 11 passed" in done.stdout, done.stdout
    assert "test_figures.py::test_figures[takes reports as they come, and keeps none]" in done.stdout
    assert 'figures breaks its contract: "it takes reports as they come, and keeps none"' in done.stdout
    assert "what to do: write each report before the next is taken" in done.stdout
    assert "Traceback" not in done.stdout
    assert "src/shandong_econ" not in done.stdout


ONE, OTHER = se.Observation(value=Decimal("1.0")), se.Observation(value=Decimal(1), measure="growth")


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([se.Report(observations=[ONE])], None),
        ([], "reports: 1 were written, and 0 came back"),
        ([se.Report()], "reports[0].observations: 1 were written, and 0 came back"),
        ([se.Report(observations=[OTHER])], "reports[0].observations[0].measure: 'level' was written, and 'growth'"),
        (
            [se.Report(observations=[attrs.evolve(ONE, value=Decimal(1))])],
            "reports[0].observations[0].value: Decimal('1.0') was written, and Decimal('1') came back",
        ),
        (
            [se.Report(observations=[attrs.evolve(ONE, period=se.Period.parse("2022"))])],
            "reports[0].observations[0].period: None was written, and Period.parse('2022') came back",
        ),
    ],
)  # fmt: skip
def test_the_first_difference_is_named(found: list[se.Report], words: str | None) -> None:
    """The path of the field leads to it, with what was written and what came back; equal reports have none."""
    difference = first_difference([se.Report(observations=[ONE])], found)
    assert difference is None if words is None else str(difference).startswith(words)


def test_a_report_is_told_in_short() -> None:
    """Fields with their default are left out, and a long value is cut."""
    assert told(se.Report(title="a", observations=[ONE])) == (
        "Report(title='a', observations=(Observation(value=Decimal('1.0')),))"
    )
    assert len(told(se.Report(text="x" * 10_000))) < 700


def test_hostile_texts_are_texts_of_their_kinds() -> None:
    """Every kind has texts, none stands twice in it, and none of them is long."""
    for texts in HOSTILE_TEXTS.values():
        assert len(set(texts)) == len(texts) > 3
    assert max(map(len, PIECES)) < 100
    assert {"", "\r", "\0", "\ud800", "\ufeff", "=1+1"} <= set(PIECES)


def test_what_is_public_is_there() -> None:
    """`__all__` of the kit is sorted and holds."""
    assert sorted(testing.__all__, key=lambda name: (not name.isupper(), name)) == testing.__all__
    assert [name for name in testing.__all__ if not hasattr(testing, name)] == []


WORDS = {
    "codes/indicators.tsv": [
        "code\tname\tname_zh\tfamily\tbase\tbreakdown\tunit\tkind",
        "REGOLITH\tOutput of Regolith\t月壤产量\tmining\tOUTPUT\tP:REGOLITH\tTN\tFLOW",
    ],
    "codes/units.tsv": ["code\tname\tname_zh", "CRATE\tcrate\t箱斗"],
    "codes/areas.tsv": ["code\tname\tname_zh\twords_en\twords_zh"],
    "zh/series.tsv": ["words\tkind\ttarget", "月壤产量\tindicator\tREGOLITH"],
    "zh/units.tsv": ["word\tcode\tpower", "箱斗\tCRATE\t0", "吨重\tTN\t0", "里程\t-\t0"],
}


def vocabulary(folder: Path, name: str = "", line: str = "") -> Path:
    """A folder of words, with a line more in one file."""
    for each, lines in {**({name: []} if name else {}), **WORDS}.items():
        path = folder / each
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join([*lines, *([line] if each == name else [])]) + "\n", "utf-8")
    return folder


def test_words_that_fit_pass(tmp_path: Path) -> None:
    """New codes, and words for codes of the folder's own and of the library's, and for units without a code."""
    check_vocabulary(vocabulary(tmp_path))


@pytest.mark.parametrize(
    ("name", "line", "words"),
    [
        (
            "codes/units.tsv",
            "CNY\tyuan\t元",
            "line 3: the code 'CNY' stands in the library's codes/units.tsv",
        ),
        ("codes/units.tsv", "CRATE\tbox\t箱", "codes/units.tsv, line 3: the code 'CRATE' stands in "),
        ("codes/units.tsv", "my box\tbox\t箱", "codes/units.tsv, line 3: Unit.code is 'my box': give a code"),
        (
            "codes/indicators.tsv",
            "X\tx\t某\tmining\tX\tX\tBARN\tFLOW",
            "line 3: there is no unit 'BARN'",
        ),
        ("zh/series.tsv", "某产量\tthing\tREGOLITH", "zh/series.tsv, line 3: 'thing' is no kind: give one of base"),
        ("zh/series.tsv", "某产量\tindicator\tNOWHERE", "zh/series.tsv, line 3: there is no indicator 'NOWHERE'"),
        ("zh/units.tsv", "某\tNOTHING\t0", "zh/units.tsv, line 5: there is no unit 'NOTHING'"),
        ("zh/units.tsv", "某\tCRATE\tmany", "zh/units.tsv, line 5: the power of ten is 'many': give a whole number"),
        ("zh/units.tsv", "某\tCRATE\t-3", "zh/units.tsv, line 5: the power of ten is '-3': give a whole number"),
        ("zh/units.tsv", "某\tCRATE", "zh/units.tsv, line 5: 2 cells"),
        ("zh/words.toml", "change = 1", "zh/words.toml: change is 1: give a section"),
        ("zh/words.toml", "[change]\nup = 1", "zh/words.toml: change.up is 1: give a list"),
        ("zh/words.toml", "[change]\nup = [1]", "zh/words.toml: change.up is 1: give words in quotation marks"),
        ("zh/words.toml", "[change]\nup = [' ']", "zh/words.toml: change.up is ' ': give words in quotation marks"),
        ("zh/words.toml", "[change]\nup = []", "zh/words.toml: change.up is empty: give it words"),
        ("zh/words.toml", "[change]\nupp = ['涨']", "zh/words.toml: there is no list change.upp"),
        ("zh/units.tsv", "公里\t-\t0", "zh/units.tsv, line 5: the word '公里' stands in the library's zh/units.tsv"),
        ("codes/units.tsv", "BOX\tbox\t", "codes/units.tsv, line 3: 'BOX' lacks a name: give it one in both"),
        ("codes/areas.tsv", "000000\tX\t某县\t\t", "codes/areas.tsv, line 2: '000000' is the code of no division"),
        (
            "zh/forms.toml",
            "[alone]\n'某' = 'NOWHERE'",
            "alone.某 is 'NOWHERE': there is no such indicator",
        ),
        ("zh/periods.toml", "[feasts]\n'' = 1", "zh/periods.toml: feasts has a key without a name"),
        ("zh/forms.toml", "[numeral]\npowers = ['兆']", "zh/forms.toml: numeral.powers is complete: add the words"),
        ("en/words.toml", "[change]\nup = ['{rose} up']", "en/words.toml: change.up has '{rose} up': give parts"),
        ("en/words.toml", "[parts]\nx = ['{x}']", "en/words.toml: parts.x has '{x}': give parts"),
        ("zh/forms.toml", "[home]\nbelow = ['(']", "zh/forms.toml: home.below: missing ), unterminated subpattern"),
        ("zh/periods.toml", "[[rule]]\nform = 'day'", "zh/periods.toml: a rule is {'form': 'day'}: give it a pattern"),
        ("zh/periods.toml", "[[rule]]\nform = 'day'\npattern = '('", "zh/periods.toml: the rule day: missing )"),
        ("zh/periods.toml", "[[rule]]\nform = 'day'\npattern = '(日)'", "has a group without a name: write (?: for it"),
        ("en/deeds.toml", "[dug]\nverbs = 1", "en/deeds.toml: dug.verbs is 1: give a list"),
        ("en/deeds.toml", "[new]\nnoun = 'x'", "en/deeds.toml: [new] lacks its noun, verbs or units"),
        ("en/shapes.toml", "x = 1", "en/shapes.toml: nothing can be added to it: leave it out"),
    ],
)
def test_words_that_do_not_fit_are_named(name: str, line: str, words: str, tmp_path: Path) -> None:
    """ContractError names the file, the line, the value and what to do."""
    with pytest.raises(ContractError) as error:
        check_vocabulary(vocabulary(tmp_path, name, line))
    assert words in str(error.value)
