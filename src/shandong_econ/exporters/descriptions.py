"""What a description of our csv tables says in any language of descriptions."""

from __future__ import annotations

VERSION = "shandong-econ:format_version"
"""The property that has the version of the tables."""
DERIVED = "shandong-econ:derived"
"""The property of a column that repeats what others say."""
ON_CELLS = (
    "An empty cell is unknown. Texts have a backslash where a table does not hold what they say: \\e is the empty "
    "text, \\n, \\r and \\t are line ends and tabs, \\\\ is a backslash, \\= is = at the beginning, and \\u{85} is the "
    "character of that number."
)
"""How to read the cells, in sentences."""
