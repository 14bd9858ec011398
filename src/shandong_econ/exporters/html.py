"""A page to check a reading with: the text with its figures marked beside the table of what was read from them.

It is one file that needs no network. What it shows is derived; the data of each report stands in it as JSON, as the
format `json` writes it, and is what is read back.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import IO, BinaryIO

from shandong_econ.exporters.plain import dumps
from shandong_econ.exporters.seals import sealed
from shandong_econ.model import Report

HELD = 1 << 23
"""Bytes of a page that are held in memory until its series are known; of more, a temporary file is made."""


class Html:
    """The exporter of pages."""

    name = "html"
    suffixes = (".html", ".htm")

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes a report open, and several folded, below the series that their figures make."""
        from shandong_econ.exporters.html_page.page import foot, head  # late: the words are read there
        from shandong_econ.exporters.html_page.timelines import Timelines
        from shandong_econ.exporters.html_page.words import of_interface

        coming = iter(reports)
        first = list(islice(coming, 2))
        language = of_interface(first[0].language if first else None)
        count, timelines = 0, Timelines()
        with tempfile.SpooledTemporaryFile(HELD) as body:
            for count, report in enumerate(chain(first, coming), 1):
                _write_section(report, count, language, body, folded=len(first) > 1)
                timelines.add(report)
            body.seek(0)
            file.write(head(count, first[0].title if count == 1 else None, language).encode())
            file.write(timelines.section(language).encode())
            shutil.copyfileobj(body, file)
            file.write(foot(language).encode())

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports of a page that `write` wrote, by its data.

        ReadError names the line of what is wrong; a Note that of what the page shows other than its data says.
        """
        from shandong_econ.exporters.html_page.reading import reports_of  # late, as above

        return reports_of(file)


def _write_section(report: Report, key: int, language: str, file: IO[bytes], *, folded: bool) -> None:
    """A section: what it shows, and at its end its data, each with a seal of its own."""
    from shandong_econ.exporters.html_page.page import data_block, escaped  # late, as above
    from shandong_econ.exporters.html_page.section import section
    from shandong_econ.exporters.html_page.shown import cut_lines, seal_of_shown

    lines = cut_lines(section(report, key, language, folded=folded))
    data = escaped(dumps(sealed(report)))
    file.write(f'<section class="report" id="r{key}" aria-labelledby="r{key}-title">\n'.encode())
    for line in lines:
        file.write(f"{line}\n".encode())
    file.write(f"{data_block(data, data_seal=seal_of_shown(lines))}\n</section>\n".encode())
