"""The formats that come with the library, registered as a plugin would register its own."""

from __future__ import annotations

from collections.abc import Callable

from shandong_econ.exporters.csv import Csv
from shandong_econ.exporters.datapackage import DataPackage
from shandong_econ.exporters.html import Html
from shandong_econ.exporters.json import Json, JsonLines
from shandong_econ.exporters.markdown import Markdown
from shandong_econ.exporters.parquet import Parquet
from shandong_econ.exporters.sdmx import SdmxCsv
from shandong_econ.exporters.sqlite import Sqlite
from shandong_econ.exporters.xlsx import Xlsx
from shandong_econ.hookspecs import Exporter, hookimpl


@hookimpl
def shandong_econ_register_exporters(register: Callable[[Exporter], None]) -> None:
    """Registers the built-in formats; the library under a format is loaded when it is first written or read."""
    tables = (Csv(), Xlsx(), Markdown(), Json(), JsonLines(), Sqlite(), DataPackage(), Parquet(), SdmxCsv())
    for exporter in (*tables, Html()):
        register(exporter)
