"""An Arrow table as a data frame of pandas that one calculates with; import it late, for it loads pandas."""

from __future__ import annotations

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal

import pandas
import pyarrow

from shandong_econ.rows.pandas import typed

_NEVER_NULL = ("report", "unit_mult")  # whole numbers that need no type of pandas' own, which others do not know
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def frame_of(table: pyarrow.Table, *, decimal: bool) -> pandas.DataFrame:
    """The table with the types of pandas: days are datetime64, texts `string`, floats float64.

    Whole numbers are int64, or `Int64` where they can be null. Amounts are Decimals of Python, in columns of objects:
    pandas cannot calculate with the decimals of Arrow.
    """
    frame = typed(table)
    frame = frame.astype({name: "int64" for name in _NEVER_NULL if name in frame})
    if "amount" in table.column_names:
        exact = pandas.Series(_amounts(table), index=frame.index, dtype=object)
        for name in ("amount", "value") if decimal else ("amount",):
            frame[name] = exact
    return frame


def _amounts(table: pyarrow.Table) -> list[Decimal]:
    """The amounts of figures, each exact, also those that the column of Arrow does not hold."""
    values, powers = table["obs_value"].to_pylist(), table["unit_mult"].to_pylist()
    return [Decimal(value).scaleb(power, _EXACT) for value, power in zip(values, powers, strict=True)]
