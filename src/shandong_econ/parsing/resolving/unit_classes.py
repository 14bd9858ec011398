"""Units that are told alike."""

from __future__ import annotations

PERCENT = frozenset({"PT", "PTM"})
IN_PERCENT = PERCENT | {"PPT"}
RATES = IN_PERCENT | {"RO"}
COUNTED = frozenset({"NUM", "PS", "PS_VISIT"})
MONEY = frozenset({"CNY", "USD", "EUR", "GBP", "JPY", "HKD"})
SPANS = frozenset({"YEARS", "MONTHS"})
LENGTHS = SPANS | {"DAYS", "HOURS"}
