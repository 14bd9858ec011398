"""What the format `html` is made of: the page's words, markup, article, table, charts, style and script."""

from __future__ import annotations
