"""Laws of audits, with reports that are drawn: what was made of a true account holds, and a planted error is found."""

from __future__ import annotations

from copy import deepcopy
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
from shandong_econ.findings import Findings, Verdict
from shandong_econ.identities.relations import divisions, means, ratios
from shandong_econ.testing import strategies

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # of an example that fails

ZERO = Decimal(0)
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
    gdp = sum(industries, ZERO)
    before = [value / (1 + rate / 100) for value, rate in zip(industries, grown, strict=True)]
    growth = (gdp / sum(before, ZERO) - 1) * 100
    names = ("VA_PRIMARY", "VA_SECONDARY", "VA_TERTIARY")
    lines = [money("GDP", gdp, at[0]), percent("GDP", growth, 1, "growth year_on_year")]
    for name, value, rate, base in zip(names, industries, grown, before, strict=True):
        points = (value - base) / sum(before, ZERO) * 100
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
    so_far = [sum(quarters[:n], ZERO) for n in range(1, 5)]
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


@st.composite
def chains(draw: st.DrawFn) -> list[str]:
    """What bulletins print of true growth: over time, beside others, in other units, and against a target."""
    months, before = ([Decimal(draw(AMOUNTS)) for _ in range(5)] for _ in range(2))
    so_far, month = (sum(months, ZERO) / sum(before, ZERO) - 1) * 100, (months[4] / before[4] - 1) * 100
    earlier = (sum(months[:4], ZERO) / sum(before[:4], ZERO) - 1) * 100
    tea = "FAI {} PT {} growth year_on_year"
    nation, gap = draw(GROWTH), so_far.quantize(Decimal("0.0001"))
    first, second, third = (Decimal(draw(st.integers(10**11, 10**12))) for _ in range(3))
    both = ((third / first).sqrt() - 1) * 100
    grain, area = Decimal(draw(st.integers(10**6, 10**8))), Decimal(draw(st.integers(10**6, 10**8)))
    people, gdp = Decimal(draw(st.integers(10**6, 10**8))), Decimal(draw(AMOUNTS))
    target, jobs = Decimal(draw(st.integers(10**5, 10**6))), Decimal(draw(st.integers(10**5, 10**6)))
    price = draw(st.decimals(90, 110, places=1))
    return [
        tea.format(printed(so_far, 1), "2023-01/P5M"),
        f"FAI {printed(so_far - earlier, 1)} PPT 2023-01/P5M change since base=2023-01/P4M",
        tea.format(printed(so_far, 1), "2023-01/P5M area=370100"),
        f"FAI {printed(gap - nation, 1)} PPT 2023-01/P5M gap of=全国 area=370100",
        tea.format(printed(nation, 1), "2023-01/P5M area=100000"),
        tea.format(printed(earlier, 1), "2023-01/P4M"),
        tea.format(printed(month, 1), "2023-05"),
        money("RETAIL_SALES", sum(months, ZERO), 1, "2023-01/P5M"),
        money("RETAIL_SALES", sum(months[:4], ZERO), 1, "2023-01/P4M"),
        money("RETAIL_SALES", months[4], 1, "2023-05"),
        money("EXPORTS", first, 1, "2021"),
        money("EXPORTS", second, 1, "2022"),
        money("EXPORTS", third, 1, "2023"),
        percent("EXPORTS", (third / second - 1) * 100, 1, "growth year_on_year"),
        percent("EXPORTS", (second / first - 1) * 100, 1, "growth year_on_year", "2022"),
        percent("EXPORTS", both, 1, "growth annual_average base=2021"),
        f"EXPORTS {printed((third - second) / 10**8, 1)}e8 CNY 2023 change year_on_year",
        money("TAX_REVENUE", third / 7, 1),
        percent("TAX_REVENUE", Decimal(100) / 7, 1, "share"),
        money("BUDGET_REVENUE", third, 1),
        f"GRAIN_OUTPUT {printed(grain / 10**4, 2)}e4 TN 2023",
        f"GRAIN_OUTPUT {printed(grain / 5000, 2)}e7 JIN 2023",
        f"GRAIN_AREA {printed(area / 10**4, 2)}e4 MU 2023",
        f"GRAIN_YIELD {printed(grain * 1000 / area, 1)} KG_MU 2023",
        money("GDP", gdp, 1),
        f"POP_RESIDENT {printed(people / 10**4, 2)}e4 PS 2023-12-31",
        f"GDP_PER_CAPITA {printed(gdp / people, 0)} CNY_PS 2023",
        f"RD_EXPENDITURE {printed(gdp / 40 / 10**8, 1)}e8 CNY 2023",
        "RD_INTENSITY 2.50 PT 2023",
        f"NEW_URBAN_JOBS {printed(jobs / 10**4, 1)}e4 PS 2023",
        f"NEW_URBAN_JOBS {printed(target / 10**4, 2)}e4 PS 2023 status=T",
        f"NEW_URBAN_JOBS {printed(jobs / target * 100, 1)} PT 2023 achievement",
        f"PPI {price} IX 2023-05",
        f"PPI {price - 100} PT 2023-05 growth year_on_year",
        f"FDI_USED {printed(first / 10**8, 2)}e8 CNY 2023",
        f"FDI_USED {printed(first / Decimal('7.05') / 10**8, 2)}e8 USD 2023",
    ]


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


IN_CHAINS = {"R03", "R09", "R10", "R11", "R12", "R13", "R18", "R19", "R22", "R23", "R24", "R27", "R28", "R29"}


@given(chains())
def test_true_chains_contradict_nothing(lines: list[str]) -> None:
    """Growth, its changes and gaps, other units and shares, made from true numbers, hold by every rule."""
    found = se.audit(told(lines))
    assert wrong(found) == []
    assert IN_CHAINS - set(found.counts()) == set()


@given(st.lists(st.integers(0, 10**12), min_size=12, max_size=12), st.sets(st.integers(1, 12)), PLACES, st.data())
def test_what_only_grows_is_suspected_only_where_it_fell(
    months: list[int], told_of: set[int], places: int, data: st.DataObject
) -> None:
    """Years so far of a true flow, rounded and of whatever months, are no suspects; balances may fall, and are none."""
    amounts = [(n, Decimal(sum(months[:n]))) for n in sorted(told_of)]
    lines = [money("RETAIL_SALES", amount, places, f"2023-01/P{n}M") for n, amount in amounts]
    assert wrong(se.audit(told(lines))) == []
    if len(amounts) > 1:
        place = data.draw(st.integers(1, len(amounts) - 1))
        fallen = amounts[place - 1][1] - 10**9
        spoiled = [*lines[:place], money("RETAIL_SALES", fallen, places, lines[place].split()[-1]), *lines[place + 1 :]]
        assert [one.rule for one in se.audit(told(spoiled)).suspects if one.rule != "R30"] == ["R19"]
        balances = [line.replace("RETAIL_SALES", "TRADE_BALANCE") for line in spoiled]
        assert wrong(se.audit(told(balances))) == []


@given(st.one_of(accounts(), chains()), st.data())
def test_each_rule_finds_an_error_in_what_it_is_about(lines: list[str], data: st.DataObject) -> None:
    """Where a rule holds, another number in the figure that it is about is found by the same rule."""
    found = [one for one in se.audit(told(lines)) if one.rule not in ("R06", "R30", "R32")]
    finding = data.draw(st.sampled_from(found))
    place = finding.figures[0].number
    code, number, *rest = lines[place].split()
    value, _, power = number.partition("e")
    other = f"{Decimal(value) * 1000 + 100000}{'e' if power else ''}{power}"
    spoiled = [*lines[:place], " ".join([code, other, *rest]), *lines[place + 1 :]]
    failing = [one for one in se.audit(told(spoiled)) if one.verdict is not Verdict.HOLDS and one.rule == finding.rule]
    assert failing, (finding.message, other)


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


@given(accounts())
def test_a_report_given_twice_is_two_equal_reports(lines: list[str]) -> None:
    """Whether they are one object makes no difference: neither to what is found, nor to where it is noted."""
    one = told([*lines, "EXPORTS 3.5e8 CNY 2023"])
    twice, both = se.audit([one, one]), se.audit([one, deepcopy(one)])
    assert _told_of(twice) == _told_of(both)
    assert list(twice.to_reports()) == list(both.to_reports())


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
