"""An Arrow table as a data frame of pandas, with the types that all of ours have; import it late: it loads pandas."""

from __future__ import annotations

import pandas
import pyarrow


def typed(table: pyarrow.Table) -> pandas.DataFrame:
    """The table with days as datetime64, texts as `string`, whole numbers as `Int64`, floats as float64."""
    return table.to_pandas(types_mapper=_dtype, date_as_object=False)


def _dtype(kind: pyarrow.DataType) -> object:
    """The type of a column, None for that which pandas has of itself."""
    if pyarrow.types.is_string(kind):
        return pandas.StringDtype("pyarrow")
    if pyarrow.types.is_integer(kind):
        return pandas.Int64Dtype()
    return pandas.ArrowDtype(kind) if pyarrow.types.is_list(kind) else None
