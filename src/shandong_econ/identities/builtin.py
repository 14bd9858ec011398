"""The rules of the library, registered through the same hook as anyone else's."""

from __future__ import annotations

from collections.abc import Callable

from shandong_econ.findings import Rule
from shandong_econ.hookspecs import hookimpl
from shandong_econ.identities import (
    contributions,
    counts,
    duplicates,
    growth,
    means,
    shares,
    spans,
    sums,
    targets,
    units,
    wording,
)


@hookimpl
def shandong_econ_register_rules(register: Callable[[Rule], None]) -> None:
    """Registers the forty rules of regional bulletins."""
    for number, (name, check, needs) in enumerate(_RULES, 1):
        register(Rule(code=f"R{number:02}", name=name, check=check, needs=needs))


_RULES = (
    ("GDP_SUM", sums.gdp_sum, ("GDP", "VA_PRIMARY", "VA_SECONDARY", "VA_TERTIARY", "level")),
    ("GDP_SHARES_100", shares.gdp_shares, ("VA_PRIMARY", "VA_SECONDARY", "VA_TERTIARY", "share")),
    ("SHARE_IS_RATIO", shares.share_is_ratio, ("share", "level")),
    ("TRADE_SUM", sums.trade_sum, ("TRADE_TOTAL", "EXPORTS", "IMPORTS", "level")),
    ("TRADE_BALANCE", sums.trade_balance, ("TRADE_BALANCE", "EXPORTS", "IMPORTS", "level")),
    ("PARTS_LE_WHOLE", sums.parts_and_wholes, ()),
    ("BREADTH", counts.breadth, ("IVA_GROWTH_BREADTH", "IVA_INDUSTRIES_GROWING", "IVA_INDUSTRIES_TOTAL")),
    ("COUNT_PARTS", counts.count_parts, ("level",)),
    ("RATE_FROM_COUNTS", counts.rates_from_counts, ("level",)),
    ("YOY_FROM_LEVELS", growth.growth_from_levels, ("growth", "level")),
    ("ABS_CHANGE", growth.absolute_change, ("change", "level")),
    ("PP_CHAIN", growth.points_chain, ("change",)),
    ("GAP_CHAIN", growth.gap_chain, ("gap",)),
    ("CONTRIB_PRODUCT", contributions.contribution_product, ("contribution", "contribution_rate", "growth")),
    ("CONTRIB_SUM", contributions.contribution_sum, ()),
    ("CONTRIB_BOUND", contributions.contribution_bound, ("contribution", "growth")),
    ("WEIGHTED_MEAN", contributions.weighted_mean, ("growth",)),
    ("CUM_VS_MONTH", spans.growth_so_far, ("growth",)),
    ("CUM_LEVELS", spans.levels_so_far, ("level",)),
    ("QUARTERS", spans.quarters, ("level",)),
    ("TWO_YEAR_AVG", growth.two_year_average, ("growth",)),
    ("AVG_GROWTH", growth.average_growth, ("growth", "level")),
    ("USD_CONVERSION", units.dollars, ()),
    ("PER_CAPITA", means.per_capita, ("GDP_PER_CAPITA", "GDP", "POP_RESIDENT")),
    ("RATIO_UR", means.urban_rural_ratio, ("INCOME_RATIO_UR", "INCOME_PC_URBAN", "INCOME_PC_RURAL")),
    ("MEAN_BETWEEN", means.mean_between, ()),
    ("INDEX_RATE", means.index_and_rate, ("growth", "level")),
    ("ACHIEVEMENT", targets.achievement, ("achievement", "level")),
    ("DUAL_UNITS", units.twin_units, ()),
    ("MAGNITUDE", units.magnitude, ("level",)),
    ("TITLE_BODY", duplicates.title_and_body, ()),
    ("DUPLICATE", duplicates.duplicates, ()),
    ("SIGN_WORD", wording.sign_and_word, ("growth",)),
    ("PERCENT_AS_PP", wording.percent_as_points, ()),
    ("LIST_LENGTH", counts.list_length, ()),
    ("RANK_SCOPE", counts.rank_scope, ("rank",)),
    ("CITY_SUM", sums.city_sum, ("level",)),
    ("POPULATION", sums.population, ("NATURAL_GROWTH", "BIRTH_RATE", "DEATH_RATE")),
    ("TARGET_NOT_FACT", targets.target_not_fact, ()),
    ("DEGRADED", wording.degraded, ()),
)
"""Name, function and needs of each rule; their codes are their numbers, which stay."""
