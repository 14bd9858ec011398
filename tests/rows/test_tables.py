"""Laws of the tables: what a column says of itself holds for whatever a report can say."""

from __future__ import annotations

from hypothesis import given

from shandong_econ import model
from shandong_econ.model.codes import Code
from shandong_econ.rows import OBSERVATIONS, STATEMENTS, TABLES, observation_rows, statement_rows
from shandong_econ.testing.strategies import reports


@given(reports())
def test_a_column_holds_the_codes_that_it_names(report: model.Report) -> None:
    """What stands in a column of a closed list is one of its codes."""
    for table, rows in ((OBSERVATIONS, observation_rows(report, 1)), (STATEMENTS, statement_rows(report, 1))):
        for row in rows:
            named = [(column.codes, cell) for column, cell in zip(table.columns, row, strict=True) if column.codes]
            assert all(cell is None or cell in {*codes} for codes, cell in named)


def test_every_closed_list_of_the_model_is_named_by_a_column() -> None:
    """Descriptions of the tables have the lists of their columns, and so all that there are."""
    lists = {each for each in vars(model).values() if isinstance(each, type) and issubclass(each, Code)}
    assert lists == {column.codes for table in TABLES for column in table.columns if column.codes}
