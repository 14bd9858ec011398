"""Units that are told alike."""

from __future__ import annotations

from shandong_econ.lexicon.concepts import MONEY

PERCENT = frozenset({"PT", "PTM"})
IN_PERCENT = PERCENT | {"PPT"}
RATES = IN_PERCENT | {"RO"}
WITHOUT_UNIT = frozenset({"IX", "RO"})
"""Units that are not printed."""
COUNTED = frozenset({"NUM", "PS", "PS_VISIT"})
SPANS = frozenset({"YEARS", "MONTHS"})
LENGTHS = SPANS | {"DAYS", "HOURS"}
AREAS = frozenset({"MU", "HA", "SQM", "SQKM"})
QUANTITIES = tuple(map(frozenset, ({"TN", "KG", "TCE"}, {"KWH"}, {"KW"}, AREAS, {"TEU"})))
"""Units of one kind of quantity each: masses, energy, power, areas, containers."""

LEAST_INDEX = 50
"""What an index of 100 in percent does not fall under; what does is its growth."""


def fits(unit: str, of_series: str) -> bool:
    """Whether an amount in a unit can be one of a series: tons are no imports in dollars, no money is a share."""
    if of_series in _PURE:
        return unit in _PURE
    one, other = _GROUPS.get(unit), _GROUPS.get(of_series)
    if unit in COUNTED:
        return (other is None or of_series == "TEU") and of_series.partition("_")[0] not in _TOLD_IN  # containers
    if unit in MONEY and (of_series in COUNTED or of_series in AREAS):  # but crude oil is imported for money too
        return False
    if "_" in unit and of_series in MONEY:  # what one person spends is not what all spend
        return False
    return one is None or one == other or (other is None and of_series.partition("_")[0] not in _TOLD_IN)


_GROUPS = {unit: n for n, group in enumerate(QUANTITIES) for unit in group}
"""Of which of the quantities a unit is."""
_PURE = RATES | {"IX", "BP", "DAYS"}
"""Units of shares, rates and indices, of which nothing is counted: DAYS, of which a year has so many."""
_TOLD_IN = frozenset({"CNY", "USD"})  # units of series in money
