"""Which amounts a series can have, by their units, and which series an amount tells of by itself."""

from __future__ import annotations

from shandong_econ.parsing.finding.series import Series, code_by_key, families, kinds, series_by_code

_DIMENSIONS = (
    frozenset({"CNY", "USD", "EUR", "GBP", "JPY", "HKD", "CNY_PS", "CNY_SQM", "CNY_100CNY"}),
    frozenset({"NUM", "TEU"}),
    frozenset({"PS", "PS_VISIT"}),
    frozenset({"TN", "KG", "JIN", "TCE", "KG_MU", "KG_HA"}),
    frozenset({"TN_DAY"}),
    frozenset({"MU", "HA", "SQM", "SQKM", "ACRE"}),
    frozenset({"KWH"}),
    frozenset({"DAYS", "HOURS", "MONTHS", "YEARS"}),
    frozenset({"KW"}),
    frozenset({"PT", "PTM", "IX", "RO"}),
)


_OF_ONE = frozenset({"CNY_PS", "CNY_SQM", "CNY_100CNY", "CNY_KG", "CNY_TN", "CNY_MU", "KG_MU", "KG_HA"})


_YIELDS = frozenset({"KG_MU", "KG_HA"})


def fits(code: str, unit: str | None) -> bool:
    """Whether an amount in this unit can be of the series: 5 firms are no revenue, 5 tonnes no exports."""
    row = kinds()[code]
    if row.family == "trade" and "P:" in row.breakdown:
        return True  # steel is told in tonnes
    if unit == "TEU" and row.unit != "TEU" and row.family != "trade":
        return False  # containers are no trains
    if unit in _OF_ONE and row.unit not in _OF_ONE:
        return False  # 900 yuan a person are of no retail sales
    if row.unit in _YIELDS and unit == "TN":
        return False  # 270 tons of pears are no yield of a mu
    own = next((known for known in _DIMENSIONS if row.unit in known), None)
    given = next((known for known in _DIMENSIONS if unit in known), None)
    return own is None or given is None or own is given


def output_of(series: Series, unit: str | None) -> Series | None:
    """The output of a product that is told by its amount alone, 钢材368万吨, or None where something else is told."""
    family = families().get(series.base or "")
    if series.breakdown is None or family in _OTHER_FLOWS_OF_PRODUCTS:
        return None
    codes = (code_by_key().get((base, series.breakdown)) for base in _OUTPUTS)
    code = next((code for code in codes if code is not None and unit in _PHYSICAL and fits(code, unit)), None)
    return None if code is None else series_by_code()[code]


_OUTPUTS = ("OUTPUT", "ELEC_GENERATION", "POWER_CAPACITY")
_PHYSICAL = frozenset({"TN", "KG", "JIN", "NUM", "KW", "KWH"})
_OTHER_FLOWS_OF_PRODUCTS = frozenset({"trade", "consumption", "investment", "transport_services"})
