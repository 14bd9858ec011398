"""Laws of audits, with reports that are drawn: what was made of a true account holds, and a planted error is found."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.identities.figures import CASES, figure

import shandong_econ as se
from shandong_econ.api import compare
from shandong_econ.findings import Findings
from shandong_econ.identities.relations import divisions, means, ratios
from shandong_econ.testing import strategies

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of an example that fails

PLACES = st.integers(0, 2)
AMOUNTS = st.integers(10**9, 10**14)
GROWTH = st.decimals(-20, 30, places=4)


def printed(value: Decimal, places: int) -> str:
    """A number as it is printed with so many decimals."""
    return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def money(code: str, amount: Decimal, places: int, period: str = "2023") -> str:
    return f"{code} {printed(amount / 10**8, places)}e8 CNY {period}"


def percent(code: str, value: Decimal, places: int, kind: str, period: str = "2023") -> str:
    return f"{code} {printed(value, places)} PT {period} {kind}"


@st.composite
def accounts(draw: st.DrawFn) -> list[str]:
    """What a bulletin prints of a true economy: each number of the exact one, rounded by itself."""
    at = [draw(PLACES) for _ in range(4)]
    industries = [Decimal(draw(AMOUNTS)) for _ in range(3)]
    grown = [draw(GROWTH) for _ in range(3)]
    gdp = sum(industries, Decimal(0))
    before = [value / (1 + rate / 100) for value, rate in zip(industries, grown, strict=True)]
    growth = (gdp / sum(before, Decimal(0)) - 1) * 100
    names = ("VA_PRIMARY", "VA_SECONDARY", "VA_TERTIARY")
    lines = [money("GDP", gdp, at[0]), percent("GDP", growth, 1, "growth year_on_year")]
    for name, value, rate, base in zip(names, industries, grown, before, strict=True):
        points = (value - base) / sum(before, Decimal(0)) * 100
        lines += [
            money(name, value, at[1]),
            percent(name, value / gdp * 100, 1, "share"),
            percent(name, rate, 1, "growth year_on_year"),
            f"{name} {printed(points, 2)} PPT 2023 contribution",
        ]
        if growth:
            lines.append(percent(name, points / growth * 100, 2, "contribution_rate"))
    exports, imports = Decimal(draw(AMOUNTS)), Decimal(draw(AMOUNTS))
    lines += [
        money("TRADE_TOTAL", exports + imports, at[2]),
        money("EXPORTS", exports, at[3]),
        money("IMPORTS", imports, at[3]),
        money("TRADE_BALANCE", exports - imports, at[2]),
        money("EXPORTS", exports / 2, at[3], "2022"),
        percent("EXPORTS", Decimal(100), at[3], "growth year_on_year"),
    ]
    urban, rural = sorted((Decimal(draw(st.integers(5000, 90000))), Decimal(draw(st.integers(5000, 90000)))))
    lines += [
        f"INCOME_PC_URBAN {urban} CNY_PS 2023",
        f"INCOME_PC_RURAL {rural} CNY_PS 2023",
        f"INCOME_PC {printed((urban + rural) / 2, 0)} CNY_PS 2023",
        f"INCOME_RATIO_UR {printed(urban / rural, 2)} RO 2023 ratio",
    ]
    quarters = [Decimal(draw(AMOUNTS)) for _ in range(4)]
    so_far = [sum(quarters[:n], Decimal(0)) for n in range(1, 5)]
    spans = ("2022-Q1", "2022-S1", "2022-01/P9M", "2022")
    lines += [money("BUDGET_REVENUE", value, at[0], span) for value, span in zip(so_far, spans, strict=True)]
    lines += [money("BUDGET_REVENUE", value, at[1], f"2022-Q{n}") for n, value in enumerate(quarters[1:], 2)]
    total = draw(st.integers(1, 60))
    growing = draw(st.integers(0, total))
    lines += [
        f"IVA_INDUSTRIES_TOTAL {total} NUM 2023",
        f"IVA_INDUSTRIES_GROWING {growing} NUM 2023",
        f"IVA_GROWTH_BREADTH {printed(Decimal(100 * growing) / total, 1)} PT 2023",
    ]
    births, deaths = draw(st.decimals(1, 20, places=2)), draw(st.decimals(1, 20, places=2))
    lines += [
        f"BIRTH_RATE {births} PTM 2023",
        f"DEATH_RATE {deaths} PTM 2023",
        f"NATURAL_GROWTH {births - deaths} PTM 2023",
    ]
    return lines


def told(lines: list[str], **known: Any) -> se.Report:
    return se.Report(observations=[figure(line) for line in lines], **known)


def wrong(found: Findings) -> list[str]:
    """What does not hold, but for magnitudes: a drawn economy may be of any size."""
    failing = (*found.contradictions, *found.suspects)
    return sorted(f"{one.rule} {one.message}" for one in failing if one.rule != "R30")


@given(accounts())
def test_a_true_account_contradicts_nothing(lines: list[str]) -> None:
    """Numbers made from one true account, each rounded as printed, are contradicted and suspected by no rule."""
    found = se.audit(told(lines))
    assert wrong(found) == []
    assert {"R01", "R02", "R04", "R05", "R07", "R14", "R15", "R16", "R17", "R20", "R25", "R26", "R38"} - set(
        found.counts()
    ) <= {"R14", "R15"}  # of an economy that did not grow at all nothing was contributed


@given(accounts(), st.data())
def test_one_planted_error_beyond_the_rounding_is_found(lines: list[str], data: st.DataObject) -> None:
    """An amount that is printed ten times too large is found by a rule that it is put into."""
    codes = ("GDP", "VA_PRIMARY", "VA_SECONDARY", "VA_TERTIARY", "TRADE_TOTAL", "EXPORTS", "IMPORTS", "BUDGET_REVENUE")
    asked = [n for n, line in enumerate(lines) if line.split()[0] in codes and line.split()[2:] == ["CNY", "2023"]]
    place = data.draw(st.sampled_from(asked))
    code, number, *rest = lines[place].split()
    value, _, power = number.partition("e")
    spoiled = [*lines[:place], " ".join([code, f"{value}e{int(power) + 1}", *rest]), *lines[place + 1 :]]
    found = se.audit(told(spoiled))
    assert [one for one in found.contradictions if any(each.number == place for each in one.figures)]


@given(accounts(), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_figures_does_not_matter(lines: list[str], random: Random) -> None:
    """The same figures, in any order and spread over reports in any order, have the same findings."""
    spoiled = [*lines, "GDP 1.0e8 CNY 2024", "EXPORTS 3.5e8 CNY 2022"]
    mixed = random.sample(spoiled, len(spoiled))
    assert _told_of(se.audit(told(spoiled))) == _told_of(se.audit(told(mixed)))
    half = len(spoiled) // 2
    reports = [told(spoiled[:half], title="one"), told(spoiled[half:], title="other")]
    assert _told_of(se.audit(reports)) == _told_of(se.audit(reversed(reports)))


def _told_of(found: Findings) -> list[tuple[str, str, frozenset[str]]]:
    """The findings without the order in which figures stand in them; which of two that disagree is named is open."""
    return sorted((one.rule, one.verdict.value, frozenset(one.words)) for one in found if one.rule != "R08")


@given(strategies.corpora())
def test_an_audit_takes_every_report(reports: list[se.Report]) -> None:
    """Whatever the model can hold is audited, and each finding is of figures that are there."""
    for finding in se.audit(reports):
        assert finding.rule
        assert all(figure.observation is figure.report.observations[figure.number] for figure in finding.figures)


@given(strategies.reports(), strategies.reports())
def test_two_reports_are_compared_without_loss(a: se.Report, b: se.Report) -> None:
    """Every figure of each report is in a pair or missing in the other; a report compared with itself is the same."""
    found = compare(a, b)
    pairs = (*found.same, *found.revised, *found.disagreeing)
    of_a = {pair.a.number for pair in pairs} | {each.number for each in found.missing_in_b}
    of_b = {pair.b.number for pair in pairs} | {each.number for each in found.missing_in_a}
    assert (len(of_a), len(of_b)) == (len(a.observations), len(b.observations))
    itself = compare(a, a)
    assert (itself.revised, itself.disagreeing, itself.missing_in_a) == ((), (), ())


def test_the_tables_of_relations_name_indicators_that_there_are() -> None:
    """Wholes, means and ratios are of codes of the lexicon, and every division has several parts."""
    known = se.indicators()
    for division in (*divisions(), *means()):
        assert {division.whole, *division.parts} <= set(known)
        assert len(division.parts) > 1
    assert {code for rate, part, whole, _ in ratios() for code in (rate, part, whole)} <= set(known)


def test_findings_go_through_the_formats_as_notes() -> None:
    """A report with its findings has a note for each that does not hold, which is read back as it was written."""
    from io import BytesIO

    spoiled = told(CASES[0]["fails"], title="t")
    (report,) = se.audit(spoiled).to_reports()
    assert [note.code for note in report.notes] == ["r01_gdp_sum"]
    assert report.notes[0].message.startswith("contradicts: GDP of Shandong in 2023: ")
    file = BytesIO()
    se.export(report, file, format="json")
    assert list(se.read_all(BytesIO(file.getvalue()))) == [report]
    (again,) = se.audit(report).to_reports()
    assert again == report
    assert attrs.evolve(report, notes=()) == spoiled
