"""The formats: one file each, all registered through the hook that anyone else's formats come through.

What they are made of serves other exporters as well: reports as plain values (`to_plain`, `from_plain`), these as JSON
(`dumps`, `loads`), exact for all that the model holds, and the lines of a file (`text_lines`). Rows and cells are in
`shandong_econ.rows`.
"""

from __future__ import annotations

from shandong_econ.exporters.lines import text_lines
from shandong_econ.exporters.plain import dumps, loads
from shandong_econ.exporters.structure import from_plain, to_plain

__all__ = ["dumps", "from_plain", "loads", "text_lines", "to_plain"]
