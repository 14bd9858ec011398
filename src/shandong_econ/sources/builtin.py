"""The sources that come with the library, registered as a plugin would register its own."""

from __future__ import annotations

from collections.abc import Callable

from shandong_econ.hookspecs import Source, hookimpl
from shandong_econ.sources.csv import Csv
from shandong_econ.sources.docx import Docx
from shandong_econ.sources.html import Html
from shandong_econ.sources.ods import Ods
from shandong_econ.sources.pdf import Pdf
from shandong_econ.sources.text import Text
from shandong_econ.sources.xlsx import Xlsx


@hookimpl
def shandong_econ_register_sources(register: Callable[[Source], None]) -> None:
    """Registers the built-in sources; the library under one is loaded when such a document is first read."""
    for source in (Text(), Html(), Docx(), Pdf(), Xlsx(), Ods(), Csv()):
        register(source)
