"""How many months the periods have by which the genre counts."""

YEAR = 12
QUARTER = 3
