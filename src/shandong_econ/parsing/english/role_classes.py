"""Roles of words that are told alike."""

from __future__ import annotations

MORE = frozenset({"change.more", "change.less"})
COMPARES = frozenset({"comparison.than", "comparison.other_period"})
GAPS = frozenset({"gap.above", "gap.below"})
HERE = frozenset({"area.nation", "area.home"})
WHOLE = HERE | {"area.wide"}
FORESEEN = frozenset({"status.forecast", "status.target"})
AHEAD = FORESEEN | {"status.ahead"}
JOINS = frozenset({"link.list", "link.but"})
