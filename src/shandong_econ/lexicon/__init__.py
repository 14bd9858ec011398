"""What the genre calls things: code lists, and the words of each language, as data that is read on first use."""

from __future__ import annotations

from shandong_econ.lexicon.concepts import areas, indicators, industries, units

__all__ = ["areas", "indicators", "industries", "units"]
