"""Series: what stands in which line, what is kept of each print, and what is derived."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.lines import lines_of
from tests.saying import sayable
from tests.timeseries.bulletins import bulletin, dated, figure, level

import shandong_econ as se
from shandong_econ.testing import strategies
from shandong_econ.timeseries import Frequency, Interval, Key, Point, Series, TimeSpan, keys_of
from shandong_econ.timeseries.intervals import is_reckonable
from shandong_econ.timeseries.prints import are_in_order

# ---------------------------------------------------------------------- laws


@given(st.lists(strategies.reports(), max_size=4) | dated())
def test_nothing_is_lost(reports: list[se.Report]) -> None:
    """Each figure stands in the lines of its keys and in no other, or is among those that are left out, with why."""
    series = se.series(reports)
    for report in reports:
        head = attrs.evolve(report, observations=(), statements=(), notes=())
        for one in report.observations:
            keys = keys_of(one) if is_reckonable(one) else ()
            lines = [
                line.key
                for line in series.all_lines
                for point in line
                if any(each.report == head and covers(each.observation, one) for each in point.prints)
            ]
            assert len(lines) >= len(keys)
            for key in keys:
                assert any(is_of(line, key) for line in lines)
            assert bool(keys) is not any(each.observation == one and each.report == head for each in series.left_out)
    printed = sum(len(point.prints) for line in series.all_lines for point in line)
    assert printed <= sum(len(keys_of(one)) for report in reports for one in report.observations)
    assert all(each.why for each in series.left_out)


def covers(printed: se.Observation, one: se.Observation) -> bool:
    """Whether a print is the figure, or tells the same with as many digits or more."""
    return printed == one or (keys_of(printed) == keys_of(one) and Interval.of(printed).overlaps(Interval.of(one)))


def is_of(line: Key, key: Key) -> bool:
    """Whether a line is that of a key, whose frequency it may show first."""
    return attrs.evolve(line, frequency=None) == attrs.evolve(key, frequency=None) and (
        key.frequency in (None, line.frequency)
    )


@given(dated(), st.randoms())
def test_the_order_of_bulletins_makes_no_difference(reports: list[se.Report], chance: st.DataObject) -> None:
    """Bulletins of known days give the same series in whatever order they are given."""
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # it is a random.Random
    assert se.series(shuffled) == se.series(reports)


@given(st.lists(strategies.reports(), max_size=3) | dated())
def test_series_are_reports_and_reports_series(reports: list[se.Report]) -> None:
    """The bulletins of a series give the series again."""
    series = se.series(reports)
    assert se.series(series.to_reports()) == series


@pytest.mark.parametrize("format_", ["json", "csv"])
@given(dated())
def test_series_are_kept_in_files(format_: str, reports: list[se.Report]) -> None:
    """The bulletins of a series, written to a file and read, give the series again."""
    series, file = se.series(reports), io.BytesIO()
    assume(series.all_lines)
    se.export(series.to_reports(), file, format=format_)
    file.seek(0)
    assert series_but_words(se.series(se.read_all(file, format=format_))) == series_but_words(series)


def series_but_words(series: Series) -> list[object]:
    """What a file that holds no words of the bulletin holds of a series: csv keeps its figures and its addresses."""
    return [
        (line.key, point.period, point.value, point.is_revised, point.is_conflict, point.derived is None)
        for line in series.all_lines
        for point in line
    ]


@pytest.mark.parametrize("language", ["en", "zh"])
@settings(max_examples=settings().max_examples * 2 // 5)  # each is a bulletin or two that are said and read
@given(st.data())
def test_what_is_said_of_a_series_is_that_series(language: se.Language, data: st.DataObject) -> None:
    """The bulletins of a series, said and read, give the series again, of figures that prose leaves nothing out of.

    Words for a series without a code, for a whole and for a base are read as they are said, and may be others.
    """
    drawn = data.draw(st.lists(sayable.reports(language), min_size=1, max_size=2))
    reports = [attrs.evolve(one, observations=filter(is_said_whole, one.observations)) for one in drawn]
    told = list(se.series(reports).to_reports())
    try:
        texts = [se.say(report, language=language) for report in told]
    except se.UnsayableError:
        assume(False)
    read = [
        se.parse(text, language=language, published=report.published, area=report.area)
        for text, report in zip(texts, told, strict=True)
    ]
    assert facts(se.series(read)) == facts(se.series(told))


def is_said_whole(one: se.Observation) -> bool:
    """Whether all of a figure's key is said in words that are read as it."""
    return one.indicator is not None and one.relative_to is None and one.base is None


def facts(series: Series) -> Counter[object]:
    """The points of a series that were printed."""
    return Counter(
        (attrs.evolve(line.key, relative_to=None), point.period, str(point.value), point.is_conflict)
        for line in series.all_lines
        for point in line
        if point.derived is None
    )


@given(st.lists(st.decimals(0, 10**6, places=3), min_size=12, max_size=12), st.integers(0, 3), st.booleans())
def test_what_is_derived_holds_the_truth(months: list[Decimal], places: int, quarters: bool) -> None:
    """If the year so far is printed rounded, the interval of every derived month and quarter has the true one."""
    ends = range(3, 13, 3) if quarters else range(1, 13)
    printed = [
        level(str(round(sum(months[:end], Decimal(0)), places)), str(se.Period.of(2022, 1, months=end)), "RETAIL_SALES")
        for end in ends
    ]
    derived = [point for line in se.series(bulletin(None, *printed)).single() for point in line if point.derived]
    assert len(derived) == (3 if quarters else 11 + 3)
    for point in derived:
        assert point.period.last is not None
        assert point.period.months is not None
        end = point.period.last.month
        truth = sum(months[end - point.period.months : end], Decimal(0))
        assert point.derived is not None
        assert Fraction(truth) * 10**8 in point.derived.interval
        assert point.value is not None
        assert Fraction(point.value) in point.derived.interval


@given(st.lists(strategies.reports(), max_size=4) | dated())
def test_growth_is_never_derived(reports: list[se.Report]) -> None:
    """Only amounts of flows that are results are derived, and each from two prints of the year so far."""
    for line in se.series(reports).all_lines:
        for point in line:
            if point.derived is not None:
                key = line.key
                assert (key.measure, key.status, key.span) == (se.Measure.LEVEL, se.Status.A, TimeSpan.SINGLE)
                assert key.indicator not in {"DEPOSITS", "CPI", "UNEMP_SURVEYED", "BIRTH_RATE", "INCOME_PC"}
                assert point.prints == ()
                assert all(TimeSpan.SO_FAR in {k.span for k in keys_of(s.observation)} for s in point.derived.sources)


@given(dated())
def test_a_narrower_collection_says_nothing_else(reports: list[se.Report]) -> None:
    """What is narrowed has only points of what it was narrowed from, and what is not gone through stands in a line."""
    series = se.series(reports)
    every = {id(point) for line in series.all_lines for point in line}
    assert every == {id(point) for line in series for point in line}
    narrower = (series.growth(), series.quarterly(), series.annual(), series.so_far(), series.targets())
    for one in (*narrower, series.revisions(), series.conflicts(), series.printed(), series.single().monthly()):
        assert {id(point) for line in one.all_lines for point in line} <= every


# ---------------------------------------------------------------------- cases


def only_point(series: Series) -> Point:
    """The only point of the only line."""
    (point,) = series.line.points
    return point


def test_a_revision_keeps_the_older_prints() -> None:
    """Of two bulletins the newer counts, and the older stays, in whatever order they are given."""
    old, new = bulletin("2022-07-20", figure("6.2")), bulletin("2022-10-20", figure("6.1"))
    for reports in ([old, new], [new, old]):
        point = only_point(se.series(iter(reports)))
        assert [str(one.observation.value) for one in point.prints] == ["6.1", "6.2"]
        assert (point.value, point.is_revised, point.is_conflict) == (Decimal("6.1"), True, False)


def test_the_same_figure_told_twice_is_one_print() -> None:
    """In one bulletin the title's rounded figure and the text's are one, and the one with more digits is kept."""
    point = only_point(se.series(bulletin("2022-07-20", figure("6"), figure("6.2"), figure("6.2"))))
    assert [str(one.observation.value) for one in point.prints] == ["6.2"]


def test_a_conflict_has_no_value() -> None:
    """Figures of one bulletin, or of one day, that disagree are all kept, and none of them counts."""
    one = se.series(bulletin("2022-07-20", figure("6.2"), figure("6.1")))
    two = se.series(
        [bulletin("2022-07-20", figure("6.2"), uri="a.txt"), bulletin("2022-07-20", figure("6.1"), uri="b.txt")]
    )
    for series in (one, two):
        point = only_point(series)
        assert (point.value, point.is_conflict, point.is_revised, len(point.prints)) == (None, True, False, 2)
        assert (point.shown, point.interval) == (None, None)
    assert len(one.conflicts()) == 1
    assert len(one.revisions()) == 0


def test_more_digits_are_no_revision() -> None:
    """A rounded figure in a newer bulletin takes none of the digits that an older one printed."""
    series = se.series(
        [bulletin("2023-01-20", level("87435.1")), bulletin("2024-01-20", level("8.7", unit_mult=12), uri="b")]
    )
    point = only_point(series)
    assert (point.value, point.is_revised) == (Decimal("8743510000000"), False)
    assert point.newest is not None
    assert point.newest.observation.unit_mult == 12


def test_where_no_day_is_known_nothing_is_newer() -> None:
    """Bulletins that disagree, of which one has no day, are in conflict, in whichever order they are given."""
    reports = [bulletin(None, figure("1.0"), uri="a"), bulletin("2022-01-01", figure("2.0"), uri="b")]
    reports.append(bulletin(None, figure("3.0"), uri="c"))
    for told in (reports, reports[::-1]):
        point = only_point(se.series(told))
        assert [str(one.observation.value) for one in point.prints] == ["2.0", "1.0", "3.0"]
        assert (point.value, point.is_revised, point.is_conflict) == (None, False, True)


def test_units_meet_where_they_are_exact() -> None:
    """亿 and billion, jin and tonnes are one series; dollars and yuan are two."""
    series = se.series(
        [
            bulletin("2023-01-20", level("20.1", unit="JIN", unit_mult=10, code="GRAIN_OUTPUT")),
            bulletin("2023-02-20", level("10050.0", unit="TN", unit_mult=4, code="GRAIN_OUTPUT")),
        ]
    )
    point = only_point(series)
    assert (point.value, point.is_revised, len(point.prints)) == (Decimal("100500000"), False, 2)
    both = se.series(bulletin(None, level("1"), level("1", unit="USD")))
    assert {line.key.unit for line in both} == {"CNY", "USD"}


def test_a_first_quarter_is_a_quarter_and_the_year_so_far() -> None:
    """A figure stands in both lines, and a line that says nothing that the longer one does not is not gone through."""
    series = se.series(bulletin(None, figure("5.2", "2022-Q1"), figure("3.6", "2022-S1")))
    assert len(series.all_lines) == 3
    assert [(line.key.span, line.key.frequency, len(line)) for line in series] == [
        (TimeSpan.SO_FAR, Frequency.QUARTERLY, 2)
    ]
    assert [str(point.period) for point in series.single().quarterly().line] == ["2022-Q1"]


def test_stocks_are_monthly_or_coarser_as_their_points_show() -> None:
    """Deposits at ends of quarters are quarterly, and the ends of years among them are to be had alone."""
    told = [level(str(n), f"2022-{end}", "DEPOSITS") for n, end in enumerate(["03-31", "06-30", "12-31"])]
    series = se.series(bulletin(None, *told))
    assert series.line.key.frequency is Frequency.QUARTERLY
    assert [str(point.period) for point in series.annual().line] == ["2022-12-31"]
    assert series.monthly().lines == ()
    assert not any(point.derived for point in series.line)


def test_a_printed_month_is_not_derived() -> None:
    """Where a bulletin prints the month itself nothing is derived for it, and hedged totals leave no difference."""
    so_far = [level("10.0", "2022-01"), level("21.0", "2022-01-01/P2M"), level("33.0", "2022-Q1")]
    series = se.series(bulletin(None, *so_far, level("11.1", "2022-02")))
    line = series.single().monthly().line
    assert [(str(point.period), str(point.value), point.derived is not None) for point in line] == [
        ("2022-01", "1000000000", False),
        ("2022-02", "1110000000", False),
        ("2022-03", "1200000000", True),
    ]
    hedged = se.series(bulletin(None, level("10.0", "2022-Q1"), level("21.0", "2022-S1", qualifier="GT")))
    assert not any(point.derived for line in hedged.all_lines for point in line)


def test_what_has_no_known_year_is_listed() -> None:
    """A figure without a period, or of an open year, is left out with the reason."""
    series = se.series(bulletin(None, figure("1", None), figure("2", "XXXX-Q1")))
    assert [each.why for each in series.left_out] == [
        "it has no period",
        "the year of its period XXXX-Q1 is not known",
    ]
    assert len(series) == 0


def test_what_is_asked_for_in_vain_is_said() -> None:
    """An indicator that nobody knows, an area without a series and a line that is not one alone are errors."""
    series = se.series(bulletin(None, figure("1"), figure("2", code="FAI")))
    assert len(series["TAX_REVENUE"]) == 0
    assert len(series["GDP", "110000"]) == 0
    assert len(series["地区生产总值", "Shandong"]) == len(series["gdp", "山东省"]) == 1
    with pytest.raises(se.UnknownSeriesError, match="'GPD'"):
        _ = series["GPD"]
    with pytest.raises(se.UnknownSeriesError, match="'Shangdong'"):
        _ = series["GDP", "Shangdong"]
    with pytest.raises(se.UnknownSeriesError, match="2 lines"):
        _ = series.line
    with pytest.raises(se.UnknownSeriesError, match="no such line: ask for less"):
        _ = series["GDP"].level().line
    for wrong in (0, ("GDP", "370000", "A"), slice(1)):
        with pytest.raises(TypeError, match=r"give an indicator.*series\.lines\[0\]"):
            _ = series[wrong]  # type: ignore[index]  # which is the point
    with pytest.raises(se.UnknownSeriesError, match="no part 'colour'"):
        series.where(colour="red")
    assert len(series.where(measure="growth", frequency="A", base=None)) == 2
    for part in ("measure", "comparison", "status", "span", "frequency"):
        with pytest.raises(se.ModelError, match=r"'grwth' is no .*: give one of"):
            series.where(**{part: "grwth"})


def test_series_are_taken_from_archives(tmp_path: Path) -> None:
    """A path is read, an archive by a query too; what is no report is refused."""
    path = tmp_path / "archive.sqlite"
    se.export([bulletin("2022-07-20", figure("6.2"), uri="a"), bulletin("2022-10-20", figure("6.1"), uri="b")], path)
    assert only_point(se.series(path)).is_revised
    assert not only_point(se.series(str(path), query="SELECT report FROM observations WHERE amount > 6.15")).is_revised
    with path.open("rb") as file:
        assert len(se.series(file)) == 1
    with pytest.raises(TypeError, match="a query asks an archive"):
        se.series([], query="SELECT 1")
    with pytest.raises(TypeError, match="give Reports"):
        se.series(["report.txt"])  # type: ignore[list-item]  # that is the case


def test_the_call_stays_the_call() -> None:
    """Importing the room does not take the name of the call."""
    import shandong_econ.timeseries

    assert callable(se.series)
    assert set(shandong_econ.timeseries.__all__) <= set(dir(shandong_econ.timeseries))


SINCE = date(2000, 1, 1)
DAYS = st.none() | st.integers(0, 2).map(lambda n: SINCE + timedelta(n))


@given(st.lists(st.tuples(DAYS, st.sampled_from(["5", "5.0", "5.05", "6", "5.5"])), min_size=1, max_size=5))
def test_what_is_told_otherwise_is_what_each_two_prints_tell(told: list[tuple[date | None, str]]) -> None:
    """A point is revised by a newer print that disagrees, and in conflict where prints without order do."""
    printed = [(day, figure(value)) for day, value in told]
    reports = [se.Report(published=day, title=str(n), observations=[one]) for n, (day, one) in enumerate(printed)]
    point = only_point(se.series(reports))
    pairs = [(a, b) for a, b in combinations(point.prints, 2) if not a.interval.agrees_with(b.interval)]
    assert point.is_revised == any(are_in_order(*pair) for pair in pairs)
    assert point.is_conflict == any(not are_in_order(*pair) for pair in pairs)


@pytest.mark.no_cover  # many prints come to no line that a few do not
@pytest.mark.parametrize(
    "days", [lambda n: SINCE + timedelta(n), lambda _: SINCE, lambda _: None], ids=["each", "one", "no"]
)
def test_prints_of_one_point_take_steps_in_proportion(days: Callable[[int], date | None]) -> None:
    """Twice as many bulletins that tell one point otherwise, of whatever days, take about twice the steps."""
    told = [se.Report(title=str(n), published=days(n), observations=[figure(str(n))]) for n in range(400)]
    se.series(told[:2])  # which loads the words
    assert lines_of(se.series, told) < 2.3 * lines_of(se.series, told[:200])


@pytest.mark.no_cover  # as above
@pytest.mark.parametrize("many", [lambda n: n, lambda _: 0], ids=["otherwise", "alike"])
def test_figures_of_one_point_take_steps_in_proportion(many: Callable[[int], int]) -> None:
    """So do twice as many figures of one bulletin, be they alike or not."""
    told = [figure(str(many(n))) for n in range(400)]
    se.series(bulletin(None, *told[:2]))  # which loads the words
    once, twice = (lines_of(se.series, bulletin(None, *told[:count])) for count in (200, 400))
    assert twice < 2.3 * once
