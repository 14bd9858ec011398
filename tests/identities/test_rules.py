"""Each of the forty rules, with figures that fit and figures that do not."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import pytest
from tests.identities.figures import CASES, report

import shandong_econ as se
from shandong_econ.api import rules
from shandong_econ.findings import Finding, Verdict
from shandong_econ.identities.sums import cities_of

IDS = [f"R{number:02}" for number in range(1, 41)]


def found(case: dict[str, Any], side: str) -> tuple[Finding, ...]:
    """What the rule of a case finds of one side of it."""
    return tuple(finding for finding in se.audit(made(case, side)) if finding.rule == case["rule"])


def made(case: dict[str, Any], side: str) -> se.Report:
    day = case.get("published")
    if f"{side}_text" in case:
        return se.parse(case[f"{side}_text"], published=None if day is None else date.fromisoformat(day))
    if "cities" in case:
        code, unit, period = case["cities"].split()
        cities = [f"{code} 100.0e8 {unit} {period} area={city}" for city in cities_of()["370000"]]
        total = 100 * len(cities) + (20 if side == "fails" else 5)
        return report([f"{code} {total}.0e8 {unit} {period}", *cities])
    return report(case[side], published=day, words=case.get("words"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_what_fits_holds(case: dict[str, Any]) -> None:
    """Figures that fit are found to hold, and no rule contradicts or suspects them."""
    verdicts = {finding.verdict for finding in found(case, "holds")}
    assert verdicts == (set() if case["rule"] == "R40" else {Verdict.HOLDS})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_what_does_not_fit_is_found(case: dict[str, Any]) -> None:
    """Figures that do not fit are found, with the rule, the figures, their reports and the numbers put in."""
    verdict = Verdict(case.get("verdict", "contradicts"))
    (finding, *_) = [one for one in found(case, "fails") if one.verdict is not Verdict.HOLDS]
    assert finding.verdict is verdict
    assert finding.name == rules()[finding.rule].name
    assert finding.numbers
    assert finding.message
    assert all(figure.observation in figure.report.observations for figure in finding.figures)


def test_the_rules_are_the_forty_of_the_table_and_all_have_cases() -> None:
    """R01 to R40 are in the registry, each with a sentence of its own, and each has a case."""
    assert list(rules()) == IDS
    assert {case["rule"] for case in CASES} == set(IDS)
    assert len({rule.says for rule in rules().values()}) == len(IDS)
    assert all(rule.says.find(".") == len(rule.says) - 1 for rule in rules().values())


def test_no_target_or_forecast_is_put_into_an_identity() -> None:
    """A plan that would contradict the results beside it is found by no rule."""
    whole, *parts = CASES[0]["fails"]
    for status in ("T", "F"):
        assert [one for one in se.audit(report([f"{whole} status={status}", *parts])) if one.rule == "R01"] == []


def test_hedged_figures_and_figures_of_two_speakers_contradict_nothing() -> None:
    """More than so much is no number to reckon with, and what one says need not add up with what another says."""
    told = report(CASES[0]["fails"])
    hedged = attrs.evolve(told, observations=[attrs.evolve(each, qualifier="GT") for each in told.observations])
    speakers = [se.Speaker(name=name) for name in "ABCD"]
    spoken = [attrs.evolve(each, speaker=who) for each, who in zip(told.observations, speakers, strict=True)]
    assert list(se.audit(hedged)) == []
    assert [f for f in se.audit(attrs.evolve(told, observations=spoken)) if f.rule == "R01"] == []


def test_figures_of_several_reports_are_at_most_suspect() -> None:
    """What two bulletins tell otherwise may have been revised."""
    case = next(case for case in CASES if case["rule"] == "R20")
    reports = [report([line], published=f"2022-0{month}-20") for month, line in enumerate(case["fails"], 4)]
    (finding,) = [one for one in se.audit(reports) if one.rule == "R20"]
    assert finding.verdict is Verdict.SUSPECT


@pytest.mark.parametrize(
    "lines",
    [
        ["CPI 5 PT 0001-01 growth month_on_month", "CPI 1 PPT 0001-01 change month_on_month"],
        ["GDP 5 PT 0001-Q1 growth quarter_on_quarter", "GDP 1 PPT 0001-Q1 change quarter_on_quarter"],
        ["EXPORTS 9E+99e100 CNY 2022", "EXPORTS 1E-99e-100 CNY 2021", "EXPORTS 5 PT 2022 growth year_on_year"],
        ["EXPORTS 9E+98 PT 2022 growth annual_average base=2003", "EXPORTS 5e8 CNY 2022", "EXPORTS 4e8 CNY 2003"],
    ],
)
def test_an_odd_figure_keeps_nobody_from_the_findings(lines: list[str]) -> None:
    """What is before all years, or larger than any float, stops no rule: the contradiction beside it is told."""
    assert {"R01"} <= {one.rule for one in se.audit(report([*CASES[0]["fails"], *lines])).contradictions}
