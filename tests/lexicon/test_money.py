"""The currencies, which the lexicon lists for the reader and for its deeds."""

from __future__ import annotations

from shandong_econ.lexicon.concepts import MONEY, units
from shandong_econ.lexicon.folders import read_toml


def test_the_deeds_know_every_currency() -> None:
    """What something was sold for may be told in any of the currencies that have a code."""
    assert units().keys() >= MONEY
    assert {*read_toml("en/deeds.toml")["parts"]["money"]} == MONEY
