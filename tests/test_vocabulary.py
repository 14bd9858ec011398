"""A package adds indicators, areas, units and words by a hook, and the parser reads them as its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.distributions import unpack, wheel

import shandong_econ as se
from shandong_econ.lexicon.fitting import COMPLETE

ROOT = Path(__file__).parents[1]
LEXICON = Path(se.__file__).parent / "lexicon"
PLUGIN = """
from pathlib import Path
from shandong_econ import hookimpl

@hookimpl
def shandong_econ_register_vocabulary(register):
    register(Path(__file__).parent / "lunar_words")
"""
FILES = {
    "codes/indicators.tsv": (
        "code\tname\tname_zh\tfamily\tbase\tbreakdown\tunit\tkind",
        "REGOLITH_OUTPUT\tOutput of Regolith\t月壤产量\tmining\tOUTPUT\tP:REGOLITH\tTN\tFLOW",
    ),
    "codes/areas.tsv": (
        "code\tname\tname_zh\twords_en\twords_zh",
        "990000\tTranquility\t静海省\tMare Tranquillitatis\t静海",
    ),
    "codes/units.tsv": ("code\tname\tname_zh", "CRATE\tcrate\t箱斗"),
    "zh/series.tsv": ("words\tkind\ttarget", "月壤\tbreakdown\tP:REGOLITH", "月壤产量\tindicator\tREGOLITH_OUTPUT"),
    "en/series.tsv": ("words\tkind\ttarget", "[lunar |]regolith output[ of the moon|]\tindicator\tREGOLITH_OUTPUT"),
    "zh/units.tsv": ("word\tcode\tpower", "箱斗\tCRATE\t0"),
    "zh/words.toml": ("[change]", 'up = ["飞涨升"]'),
    "zh/saying.toml": ("[series]", 'REGOLITH_OUTPUT = "月壤产量"', "[unit]", 'CRATE = "箱斗"'),
}
READ = """
import json, shandong_econ as se
zh = se.parse("2069年，静海月壤产量达到35万箱斗，同比飞涨升4.5%。")
en = se.parse("Regolith output of Tranquility rose 4.5 percent in 2069.")
print(json.dumps([
    [
        [o.indicator and o.indicator.code, o.area and o.area.code, o.measure, o.unit and o.unit.code]
        for o in report.observations
    ]
    for report in (zh, en)
] + ["990000" in se.areas(), "REGOLITH_OUTPUT" in se.indicators(), "CRATE" in se.units()]))
"""


def site(folder: Path, files: dict[str, tuple[str, ...]]) -> Path:
    """A folder of installed packages with the plugin, which has these files of words."""
    folder.mkdir()
    unpack(wheel(folder, "shandong-econ-lunar", PLUGIN), folder)
    for name, lines in files.items():
        path = folder / "lunar_words" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def run(code: str, packages: Path, cwd: Path | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs code in a process of its own that finds the packages there."""
    paths = [str(packages), str(Path(se.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONUTF8": "1", **settings}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, encoding="utf-8", cwd=cwd
    )


def test_a_package_adds_words(tmp_path: Path) -> None:
    """What a package's folder of words names is found, coded and counted, in both languages."""
    done = run(READ, site(tmp_path / "site", FILES))
    assert done.returncode == 0, done.stderr
    zh, en, *known = json.loads(done.stdout)
    assert zh == [["REGOLITH_OUTPUT", "990000", "level", "CRATE"], ["REGOLITH_OUTPUT", "990000", "growth", "PT"]]
    assert en == [["REGOLITH_OUTPUT", "990000", "growth", "PT"]]
    assert known == [True, True, True]


def test_a_package_adds_what_can_be_said(tmp_path: Path) -> None:
    """A series whose words a package adds to those of `say` is said with them, and read back."""
    code = (
        "import shandong_econ as se; r = se.parse('2069年，静海月壤产量同比增长4.5%。', area='990000');"
        "said = se.say(r); print(said); print(se.parse(said).observations[0].indicator.code)"
    )
    done = run(code, site(tmp_path / "site", FILES))
    assert done.returncode == 0, done.stderr
    assert "月壤产量" in done.stdout
    assert done.stdout.split()[-1] == "REGOLITH_OUTPUT"


def test_a_switched_off_package_adds_nothing(tmp_path: Path) -> None:
    """Without the package its words are not known, and its place is no area."""
    done = run(READ, site(tmp_path / "site", FILES), SHANDONG_ECON_DISABLE_PLUGINS="*")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[2:] == [False, False, False]


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("codes/units.tsv", "CRATE\tcrate", "line 2"),
        ("codes/areas.tsv", "", "header"),
        ("en/series.tsv", "[lunar regolith output\tindicator\tREGOLITH_OUTPUT", "line 2"),
        ("zh/words.toml", "[change", "mend the line"),
        ("codes/units.tsv", "my crate\tcrate\t箱斗", "line 2"),
        ("codes/units.tsv", "TN\tton\t吨", "the library's codes/units.tsv"),
        ("zh/series.tsv", "月壤\tsubstance\tP:REGOLITH", "no kind"),
        ("zh/units.tsv", "箱斗\tCRATE\t-1", "power of ten"),
        ("zh/words.toml", "change = 1", "give a section"),
        ("zh/periods.toml", "[[rule]]\nform = 'day'\npattern = '('", "mend the pattern"),
    ],
)
def test_broken_words_stop_neither_the_host_nor_the_parser(tmp_path: Path, name: str, line: str, told: str) -> None:
    """A folder that cannot be read is named with its file in a warning, and the parser reads on without it."""
    files = {**FILES, name: (FILES[name][0], line) if line and name.endswith("tsv") else (line,)}
    code = (
        "import shandong_econ as se; print(len(se.parse('2022年出口增长4.5%。').observations))\n"
        "assert not {'990000', 'REGOLITH_OUTPUT', 'CRATE'} & {*se.areas(), *se.indicators(), *se.units()}"
    )
    done = run(code, site(tmp_path / "site", files))
    assert (done.stdout.strip(), done.returncode) == ("1", 0), done.stderr
    assert told in done.stderr
    assert name in done.stderr.replace("\\\\", "/")


def test_of_two_packages_with_one_code_the_first_keeps_it(tmp_path: Path) -> None:
    """Words that do not go with those of a package before are named, and the first ones are read."""
    folder = site(tmp_path / "site", FILES)
    unpack(wheel(folder, "shandong-econ-moon", PLUGIN.replace("lunar_words", "moon_words")), folder)
    (folder / "moon_words" / "codes").mkdir(parents=True)
    (folder / "moon_words" / "codes" / "units.tsv").write_text("\n".join(FILES["codes/units.tsv"]), "utf-8")
    done = run(READ, folder)
    assert json.loads(done.stdout)[2:] == [True, True, True], done.stderr
    assert "shandong-econ-moon 1.0" in done.stderr
    assert "'CRATE' stands in" in done.stderr


READ_ALL = """
from contextlib import suppress
import shandong_econ as se
for name in ("zh", "en"):
    report = se.parse(open(f"{name}.txt", encoding="utf-8").read())
    assert len(report.observations) > 5, name
    se.audit(report), se.series(report)
    with suppress(se.UnsayableError):
        se.say(report)
"""
TABLES = {
    "zh": "\n\n表1 进出口\n\n| 指标 | 亿元 | 增长（%） |\n|---|---|---|\n| 日本 | 12 | 3 |\n| 其中：出口 | 1 | 2 |\n",
    "en": "\n\nExports to\n\n| | 2022 | growth (%) |\n|---|---|---|\n| Japan | 1 | 3 |\n| of which: EU | 1 | 2 |\n",
}


def one_more(name: str, word: str) -> Iterator[str]:
    """The lines of a file that has this word for each list of the library's that is not complete by itself."""
    for section, lists in tomllib.loads((LEXICON / name).read_text("utf-8")).items():
        yield f"[{section}]"
        for key, words in lists.items():
            if isinstance(words, list) and f"{section}.{key}" not in COMPLETE:
                yield f'"{key}" = ["{word}"]'


def test_every_list_takes_a_word_more(tmp_path: Path) -> None:
    """With one more word in each list that is not complete by itself, texts and tables are read, said and audited."""
    files: dict[str, tuple[str, ...]] = {}
    for language, word in (("en", "qwertz"), ("zh", "某某某")):
        text = (ROOT / "examples" / f"shandong-2022-05.{language}.txt").read_text("utf-8")
        (tmp_path / f"{language}.txt").write_text(text + TABLES[language], "utf-8")
        for name in ("words", "forms", "speech"):
            files[f"{language}/{name}.toml"] = tuple(one_more(f"{language}/{name}.toml", word))
    done = run(READ_ALL, site(tmp_path / "site", files), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


FIRST = {
    "series": "se.series(report)",
    "compare": "se.compare(report, report)",
    "frame": "se.to_frame(report, 'pyarrow')",
    "workbook": "list(se.read_all('report.xlsx'))",
    "interval": "Interval.of(report.observations[0])",
    "export": "se.export(report, 'report.html')",
    "the lexicon itself": "areas()",
}


@pytest.mark.parametrize("first", FIRST.values(), ids=FIRST)
def test_whatever_is_called_first_the_words_are_there(first: str, tmp_path: Path) -> None:
    """No call of the library, nor of the lexicon's own rooms, looks up a word before those of packages are added."""
    code = (
        "from decimal import Decimal\nimport shandong_econ as se\nfrom shandong_econ.lexicon import areas\n"
        "from shandong_econ.timeseries import Interval\n"
        "gdp = se.Observation(indicator=se.Indicator('GDP'), value=Decimal(1), unit=se.Unit('CNY'))\n"
        "report = se.Report(observations=[gdp])\n"
        f"{first}\n"
        "print(se.parse('2069年，静海月壤产量达到35万箱斗。').observations[0].indicator.code)"
    )
    se.export(se.Report(title="a workbook"), tmp_path / "report.xlsx")
    done = run(code, site(tmp_path / "site", FILES), tmp_path)
    assert done.stdout.strip() == "REGOLITH_OUTPUT", done.stderr
