"""Law 2: `parse` takes time linear in the length of a text; its steps are counted, which no busy machine changes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from types import FrameType
from typing import Any

import pytest
from tests.counting import calls_of
from tests.parsing.bombs import ENDING, GROWING, HANGS, RUNNING

import shandong_econ as se

LONG, SHORT = 2_400, 240  # characters: two of the longest sentences, and as many as make enough of them
DOUBLING = 2.5  # times as many calls may twice the text take
DOUBLING_ALL = 2.3  # ... and times as many lines
LONGEST_WAIT = 300  # seconds, of which a machine at rest needs three


def calls(text: str) -> int:
    """How many functions are called to read a text, those of the library and those written in C."""
    return calls_of(se.parse, text)


def lines(text: str) -> int:
    """How many lines of the library are run to read a text, those of a loop as often as it goes round."""
    counted = 0

    def count(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal counted
        counted += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        se.parse(text)
    finally:
        sys.settrace(before)
    return counted


@cache
def prepare() -> None:
    """Reads once in both languages, so that no count has the loading of words in it."""
    se.parse("Exports of Jinan rose 5 percent in May 2022. 2022年5月济南市出口增长5%。")


@pytest.mark.no_cover  # a long text comes to no line that a short one does not
@pytest.mark.parametrize("unit", [*RUNNING, *ENDING], ids=ascii)
def test_law_2_twice_the_text_is_read_in_twice_the_steps(unit: str) -> None:
    """A text twice as long of the same pieces takes at most so many times the calls, whatever the pieces are."""
    prepare()
    count = (LONG if unit in RUNNING else SHORT) // len(unit)
    calls(unit * 3)  # what is kept of its words is there from now on
    once = calls(unit * count)
    assert calls(unit * count * 2) <= DOUBLING * once


@pytest.mark.no_cover  # as above
@pytest.mark.parametrize(("times", "pieces"), GROWING, ids=[ascii("".join(pieces[0])) for _, pieces in GROWING])
def test_law_2_twice_the_pieces_run_twice_the_lines(times: int, pieces: Sequence[tuple[str, str]]) -> None:
    """Lists, quotations and tables that grow take at most so many times the lines: no figure looks back over all."""
    prepare()
    once, twice = ("".join(begins + piece * count for begins, piece in pieces) for count in (times, times * 2))
    calls(once)  # what is kept of its words is there from now on
    assert lines(twice) <= DOUBLING_ALL * lines(once)


@pytest.mark.no_cover  # as above
def test_law_2_what_once_hung_is_read() -> None:
    """Texts at which `parse` once tried all ways to part a list are read to their ends, in a process of their own."""
    told = "import sys, shandong_econ; [shandong_econ.parse(text) for text in eval(sys.stdin.read())]"
    subprocess.run([sys.executable, "-c", told], input=ascii(HANGS), text=True, check=True, timeout=LONGEST_WAIT)


def test_law_2_what_is_kept_in_mind_is_bounded() -> None:
    """However many places and parks a text has named, reading on costs no more for them."""
    prepare()
    unit = "The belt. The delta. The port of Jinan. Jinan, Qingdao, Weihai. "
    calls(unit * 3)
    once = calls(unit * 80)
    assert calls(unit * 160) <= DOUBLING * once
