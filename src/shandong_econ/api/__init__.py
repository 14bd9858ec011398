"""The calls of the front door: they put the host and the rooms together."""

from __future__ import annotations

from shandong_econ.api.prose import explain, parse
from shandong_econ.api.reading import read, read_all
from shandong_econ.api.writing import export, formats

__all__ = ["explain", "export", "formats", "parse", "read", "read_all"]
