"""The words that arguments of the front door take, for type checkers and editors."""

from __future__ import annotations

from typing import Literal, TypeAlias

Backend: TypeAlias = Literal["pandas", "polars", "pyarrow"]
"""The libraries whose data frames are made."""
TableName: TypeAlias = Literal["observations", "reports", "statements", "notes"]
"""The tables of reports."""
BuiltInFormat: TypeAlias = Literal[
    "csv", "xlsx", "markdown", "json", "jsonl", "sqlite", "datapackage", "parquet", "sdmx-csv", "html"
]
"""The formats that come with the library."""
BuiltInSource: TypeAlias = Literal["text", "html", "docx", "pdf", "xlsx", "ods", "csv"]
"""The kinds of documents that it reads by itself."""
Writable: TypeAlias = BuiltInFormat | str
"""What a file can be written as: plugins bring more."""
Readable: TypeAlias = BuiltInFormat | BuiltInSource | str
"""What a file can be read as: plugins bring more."""
