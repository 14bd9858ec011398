"""How many months the periods have by which the genre counts."""

from __future__ import annotations

YEAR = 12
QUARTER = 3
