"""What a newcomer asks: which figures contradict each other, and what was revised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.distributions import site
from tests.identities.figures import CASES, report
from tests.lines import lines_of

import shandong_econ as se
from shandong_econ.api import rules
from shandong_econ.cli import main
from shandong_econ.findings import Figures, Verdict
from shandong_econ.rows import sentence_at, sentences
from shandong_econ.timeseries import Interval

TRADE = (
    "2023年山东省外贸情况\n\n"
    "2023年，山东省货物进出口总额{}亿元。其中，出口19430.2亿元，进口12013.4亿元，出口增长{}%。\n"
)
ENGLISH = (
    "Shandong's trade in 2023\n\nIn 2023, total imports and exports of Shandong were 3.14 trillion yuan. "
    "Exports were 1,943.02 billion yuan, up 2.2 percent, and imports were 1,201.34 billion yuan.\n"
)
RULE = """
from shandong_econ import Finding, Rule, Verdict, hookimpl

def no_bad_luck(figures):
    '''No figure is 13.'''
    for figure in figures.every:
        if figure.observation.value == 13:
            yield Finding(verdict=Verdict.SUSPECT, figures=(figure,), numbers='13', message='13', report=figure.report)

@hookimpl
def shandong_econ_register_rules(register):
    register(Rule(code='X13', name='LUCK', check=no_bad_luck))
"""
RAISING = RULE.replace("figure.observation.value == 13", "1 / 0")
TAKEN = RULE.replace("'X13'", "'R04'")

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Install]:
    with site(tmp_path / "site") as function:
        yield function


def test_which_figures_of_this_bulletin_contradict_each_other() -> None:
    """One line tells: the trade that is not the sum of exports and imports, with the words of the three figures."""
    (finding,) = se.audit(se.parse(TRADE.format("32443.6", 2))).contradictions
    assert finding.rule == "R04"
    assert finding.words == ("32443.6亿元", "19430.2亿元", "12013.4亿元")
    assert finding.numbers == "19430.2亿元 + 12013.4亿元 = 31443.6亿元"
    assert finding.message == (
        "TRADE_TOTAL of Shandong in 2023: 19430.2亿元 + 12013.4亿元 = 31443.6亿元, but it is told as 32443.6亿元"
    )
    assert se.audit(se.parse(TRADE.format("31443.6", 2))).contradictions == ()


def test_what_was_revised_between_these_bulletins() -> None:
    """One line tells: of what both bulletins print, what the later one prints otherwise."""
    first = se.parse(TRADE.format("31443.6", "2.0"), published=date(2024, 1, 18))
    later = se.parse(TRADE.format("31443.6", "2.3"), published=date(2024, 3, 1))
    assert [pair.words for pair in se.compare(first, later).revised] == [("2.0%", "2.3%")]
    assert len(se.compare(first, later).same) == 3


def test_a_text_in_two_languages_is_compared_by_codes() -> None:
    """Fewer digits that fit are the same, and two prints of one day that differ disagree."""
    chinese, english = se.parse(TRADE.format("31443.6", "2.0"), area="370000"), se.parse(ENGLISH, area="370000")
    found = se.compare(chinese, english)
    assert {pair.a.code for pair in found.same} == {"TRADE_TOTAL", "EXPORTS", "IMPORTS"}
    assert [pair.words for pair in found.disagreeing] == [("2.0%", "2.2 percent")]
    assert (found.revised, found.missing_in_a, found.missing_in_b) == ((), (), ())


def test_collections_tell_how_much_is_in_them() -> None:
    """Shown at a prompt, what an audit or a comparison found never looks like nothing."""
    told = se.parse(TRADE.format("32443.6", 2))
    assert repr(se.audit(told)) == "<Findings: 1 contradictions, 0 suspects, 3 hold>"
    changes = "<Changes: 3 same, 0 revised, 1 disagreeing, 0 missing in a, 0 missing in b>"
    assert repr(se.compare(told, se.parse(TRADE.format("32443.6", 3)))) == changes
    assert repr(Figures([told, se.Report()])) == "<Figures: 4 in 2 reports, of which 4 are facts>"


def test_labels_are_compared_where_there_is_no_code_and_the_rest_by_number() -> None:
    """In one language a label is a name; across two languages what has one number, place and time is one figure."""
    one = report(
        ["- 12.5e8 CNY 2023 label=畜牧业产值", "- 3.1 PT 2023 growth year_on_year label=渔业产值"], language="zh"
    )
    same = report(["- 12.6e8 CNY 2023 label=畜牧业产值"], language="zh")
    other = report(["- 12.5e8 CNY 2023 label=livestock"], language="en")
    assert [pair.words for pair in se.compare(one, same).disagreeing] == [("12.5E+8 CNY", "12.6E+8 CNY")]
    assert [pair.words for pair in se.compare(one, other).same] == [("12.5E+8 CNY", "12.5E+8 CNY")]
    assert [figure.name for figure in se.compare(one, other).missing_in_b] == ["渔业产值"]


def test_units_that_convert_exactly_are_compared() -> None:
    """Jin and tonnes of grain are one amount in two units."""
    one, other = report(["GRAIN_OUTPUT 469.46e8 JIN 2022"]), report(["GRAIN_OUTPUT 2347.3e4 TN 2022"])
    assert len(se.compare(one, other).same) == 1


def test_what_is_no_report_is_refused() -> None:
    """A text or a list in place of a report is a TypeError that names the place."""
    with pytest.raises(TypeError, match="b is a str"):
        se.compare(se.Report(), "text")  # type: ignore[arg-type]  # which is the point
    with pytest.raises(TypeError, match="report is a NoneType: give a Report"):
        se.say(None)  # type: ignore[arg-type]  # as above
    with pytest.raises(TypeError, match=r"a str stands where reports belong: .*se\.read_all"):
        se.audit("text")  # type: ignore[arg-type]  # as above


def test_audit_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 1 where figures contradict each other, and prints the rule, the file, the numbers and the words."""
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_text(TRADE.format("32443.6", 2), encoding="utf-8")
    good.write_text(TRADE.format("31443.6", 2), encoding="utf-8")
    assert main(["audit", str(bad)]) == 1
    printed = "".join(capsys.readouterr().out.split())
    for part in (
        "contradicts:R04TRADE_SUM",
        "bad.txt",
        "2023年山东省外贸情况",
        "32443.6亿元",
        "19430.2亿元+12013.4亿元",
    ):
        assert part in printed
    assert main(["audit", str(good)]) == 0
    assert "0 contradictions" in capsys.readouterr().out
    assert main(["audit", "--all", str(good)]) == 0
    assert "holds: R04" in capsys.readouterr().out


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """`audit --rules` lists each rule with its code, its name and its sentence, and reads nothing."""
    assert main(["audit", "--rules"]) == 0
    printed = capsys.readouterr().out
    assert all(f"{rule.code} " in printed and rule.name in printed for rule in rules().values())


def test_diff_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 1 where two files tell other numbers, and names what only one of them tells."""
    one, other, short = (tmp_path / f"{name}.txt" for name in ("one", "other", "short"))
    one.write_text(TRADE.format("31443.6", "2.0"), encoding="utf-8")
    other.write_text(TRADE.format("31443.6", "2.3"), encoding="utf-8")
    short.write_text(TRADE.split("。其中")[0].format("31443.6") + "。", encoding="utf-8")
    assert main(["diff", str(one), str(other)]) == 1
    printed = capsys.readouterr().out
    assert "disagrees  EXPORTS growth" in printed
    assert "2.3%" in printed
    assert main(["diff", "--all", str(one), str(short)]) == 0
    printed = capsys.readouterr().out
    assert printed.count("only in A") == 3
    assert printed.count("same") == 1
    short.write_text("1—5月，出口增长4.5%。", encoding="utf-8")
    assert main(["diff", "--all", str(short), str(short), "--area", "青岛市", "--published", "2022-06-20"]) == 0
    assert "Qingdao  2022-01-01/P5M" in capsys.readouterr().out
    both = tmp_path / "both.jsonl"
    se.export([se.Report(), se.Report()], both)
    assert main(["diff", str(one), str(both)]) == 2
    assert "has 2 reports" in capsys.readouterr().err


def test_a_rule_of_a_plugin_is_asked(install: Install, capsys: pytest.CaptureFixture[str]) -> None:
    """A distribution with the hook adds its rule to the registry and to every audit, and the host lists it."""
    install("shandong-econ-luck", RULE)
    assert list(rules())[-1] == "X13"
    (finding,) = [one for one in se.audit(report(["GDP 13 PT 2023 growth year_on_year"])) if one.rule == "X13"]
    assert (finding.name, finding.verdict) == ("LUCK", Verdict.SUSPECT)
    assert main(["plugins"]) == 0
    assert "(luck): rule X13" in capsys.readouterr().out


def test_a_rule_that_raises_stops_no_other(install: Install) -> None:
    """It is named in a warning, and the other rules find what they find."""
    install("shandong-econ-luck", RAISING)
    with pytest.warns(se.PluginWarning, match=r"shandong-econ-luck.*rule X13 failed: ZeroDivisionError"):
        found = se.audit(report(CASES[0]["fails"]))
    assert [finding.rule for finding in found.contradictions] == ["R01"]


def test_an_audit_asks_the_rules_that_it_began_with(install: Install) -> None:
    """Plugins that are found anew while it goes on take no rule from it."""
    forgetting = RULE.replace(
        "for figure in", "__import__('shandong_econ.plugins').plugins.forget()\n    for figure in"
    )
    install("shandong-econ-luck", forgetting + "    register(Rule(code='X14', name='LUCK', check=no_bad_luck))\n")
    found = se.audit(report(["GDP 13 PT 2023 growth year_on_year"]))
    assert {"X13", "X14"} <= {one.rule for one in found}


def test_where_plugins_are_held_strictly_a_rule_that_raises_is_an_error(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With SHANDONG_ECON_STRICT_PLUGINS the warning is a PluginError."""
    install("shandong-econ-luck", RAISING)
    monkeypatch.setenv("SHANDONG_ECON_STRICT_PLUGINS", "1")
    with pytest.raises(se.PluginError, match="rule X13 failed"):
        se.audit(report(CASES[0]["fails"]))


def test_a_code_of_the_library_stays_its_own(install: Install) -> None:
    """A plugin that claims R04 is named, and R04 is asked as before."""
    install("shandong-econ-luck", TAKEN)
    with pytest.warns(se.PluginWarning, match="R04"):
        assert rules()["R04"].name == "TRADE_SUM"


@pytest.mark.parametrize(
    ("given", "error"),
    [("object()", "is no rule"), ("Rule(code='x', name='L', check=no_bad_luck)", "give capitals")],
)
def test_what_is_no_rule_is_refused(given: str, error: str, install: Install) -> None:
    """The host says what a rule lacks to be one."""
    install("shandong-econ-luck", RULE.replace("Rule(code='X13', name='LUCK', check=no_bad_luck)", given))
    with pytest.warns(se.PluginWarning, match=error):
        assert "R40" in rules()


MARKS = (". ", ".” ", "U.S. ", "Coal ", "coal ", ", ", "。", "！", "\n", "\x85")
PIECES = (*MARKS, "3%", " 5%", "rose 3% ", "up 7%, ", "(4%) ", "4.5% ")


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
@example("2% in the U.S. Coal rose 3%")
@example("Up 2%.” Coal rose 3%")
@example("up 2%.\x85up 3%")
def test_figures_beside_each_other_are_those_of_one_sentence(text: str) -> None:
    """What rules take for a sentence is what tables and pages show as one."""
    spans = [se.Span(*match.span()) for match in re.finditer(r"[\d.]+%", text)]
    observations = [se.Observation(value=Decimal(1), span=span) for span in spans]
    told = Figures([se.Report(text=text, observations=observations)]).every
    shown = list(sentences(text))
    for one, other in combinations(told, 2):
        same = sentence_at(shown, one.observation.span) == sentence_at(shown, other.observation.span)
        assert one.is_beside(other) == same


def test_a_figure_told_often_is_compared_once_for_each_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told in one way only costs no comparison for each pair of the places where it is told."""
    told = se.parse("2023年，山东省货物进出口总额31443.6亿元。" * 30 + "其中，出口19430.2亿元，进口12013.4亿元。")
    asked: list[Interval] = []
    agrees = Interval.agrees_with

    def counted(one: Interval, other: Interval) -> bool:
        asked.append(other)
        return agrees(one, other)

    monkeypatch.setattr(Interval, "agrees_with", counted)
    assert not se.audit(told).contradictions
    assert len(asked) < 30 * 5


CODED = [
    "EXPORTS 19430.2e8 CNY 2023", "EXPORTS 2.2 PT 2023 growth year_on_year", "EXPORTS 418.3e8 CNY 2023 change",
    "EXPORTS 19012e8 CNY 2022", "VA_SECONDARY 39.1 PT 2023 share of=GDP", "VA_SECONDARY 2.4 PPT 2023 contribution",
]  # fmt: skip
STARTED = ["PROJECT_START_RATE 91.2 PT 2023", "- 100 NUM 2023 label=projects"]
ADDING = ["VA_SECONDARY 2.4 PPT 2023 contribution", "VA_SECONDARY 5 PT 2023 growth year_on_year"]
INDEXED = ["CPI 102 IX 2023", "CPI 2 PT 2023 growth year_on_year"]


@pytest.mark.no_cover  # many figures come to no line that a few do not
@pytest.mark.parametrize("lines", [CODED, STARTED, ADDING, INDEXED], ids=lambda lines: lines[0].split()[0])
def test_an_audit_takes_steps_in_proportion_to_the_figures(lines: list[str]) -> None:
    """Twice as many figures of the same series, place and time in one report take about twice the steps."""
    se.audit(report(lines))  # which loads the words
    once, twice = (lines_of(se.audit, report(lines * count)) for count in (100, 200))
    assert twice < 2.3 * once


@pytest.mark.no_cover  # as above
def test_an_audit_takes_steps_in_proportion_to_the_reports() -> None:
    """Twice as many bulletins that tell of one year, each with growth over another, take about twice the steps."""
    lines = ["EXPORTS 19430.2e8 CNY 2023", "EXPORTS 2.2 PT 2023 growth year_on_year"]
    told = [report(lines), report(["EXPORTS 19012e8 CNY 2022"])]
    se.audit(told)  # which loads the words
    once, twice = (lines_of(se.audit, told * count) for count in (100, 200))
    assert twice < 2.3 * once
