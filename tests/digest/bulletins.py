"""Reports like those of bulletins, for whatever puts figures together."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from shandong_econ import parse
from shandong_econ.lexicon import areas, indicators, units
from shandong_econ.model import Comparison, Ground, Grounds, How, Measure, Observation, Period, Report, Span, Status
from shandong_econ.testing import strategies

TEXT = """山东省2022年一季度经济运行情况

一季度，全省地区生产总值19926.8亿元，同比增长5.2%。规模以上工业增加值同比增长6.4%，社会消费品零售总额下降0.5%。
“四新”经济投资占全部投资的比重为52.8%。2021年一季度末，全省常住人口10169.99万人；2022年一季度末为10170.1万人。
"""
BULLETIN = parse(TEXT, published=date(2022, 4, 20))
PERIODS = [None, *map(Period.parse, ("2022", "2021", "2022-01-01/P5M", "2022-05", "XXXX-05", "2022-05-31"))]
PLACES = [None, Span(0, 3), Span(4, 9)]


def alike() -> st.SearchStrategy[Report]:
    """Reports whose figures have so much in common, as those of bulletins, that they can be put together."""
    figure = st.builds(
        Observation,
        label=st.sampled_from(["a", "b", None]),
        indicator=st.sampled_from([None, *map(indicators().get, ("GDP", "IVA_ASD", "FAI", "CPI"))]),
        area=st.sampled_from([None, areas()["370000"]]),
        entity=st.sampled_from([None, None, "Weiqiao"]),
        period=st.sampled_from(PERIODS),
        measure=st.sampled_from([Measure.LEVEL, Measure.GROWTH, Measure.SHARE, Measure.CHANGE]),
        comparison=st.sampled_from([None, Comparison.YEAR_ON_YEAR, Comparison.MONTH_ON_MONTH]),
        value=st.decimals(-20, 60, places=1) | strategies.decimals(),
        unit=st.sampled_from([units()["PT"], units()["PT"], units()["CNY"], None]),
        status=st.sampled_from([Status.A, Status.A, Status.T]),
        relative_to=st.sampled_from([None, "total investment", "GDP"]),
        span=st.none() | strategies.spans(),
        grounds=st.none() | st.builds(Grounds, series=st.builds(Ground, st.sampled_from(How), st.sampled_from(PLACES))),
    )
    return st.builds(
        Report,
        text=strategies.texts(),
        language=st.sampled_from(["en", "zh", None]),
        area=st.sampled_from([None, areas()["370000"]]),
        observations=st.lists(figure, max_size=40),
    )
