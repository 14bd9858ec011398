"""Signs that a noun turns: a concentration that "improved by 5 percent" fell."""

from __future__ import annotations

from collections.abc import Sequence

from shandong_econ.lexicon.words import holds_any
from shandong_econ.model import Measure
from shandong_econ.parsing.english.listed_words import has_word
from shandong_econ.parsing.english.plans import led_by_goal
from shandong_econ.parsing.finding.tokens import Token
from shandong_econ.parsing.resolving.over import MOVED
from shandong_econ.parsing.resolving.readings import Reading


def turn_sign(lead: Sequence[Token], trail: Sequence[Token], reading: Reading, done: Sequence[Reading]) -> None:
    """Makes a fall of a rise that a word, a goal or a speed says to be one."""
    _turn_improvement(lead, reading)
    _turn_speed(trail, reading)
    met = done and reading.measure is done[-1].measure is Measure.GROWTH and reading.subject == done[-1].subject
    if met and led_by_goal(lead) and holds_any(reading.subject.label.lower(), "en", "improved.less"):
        reading.sign = done[-1].sign  # "energy use fell by 5 percent, against a goal of" 3


def _turn_improvement(lead: Sequence[Token], reading: Reading) -> None:
    """Makes a fall of the rise that such a word told."""
    if reading.measure not in MOVED or reading.sign < 0:
        return
    improves = has_word(lead, "improved.words")
    if improves and holds_any(reading.subject.label.lower(), "en", "improved.less"):
        reading.sign = -1


def _turn_speed(trail: Sequence[Token], reading: Reading) -> None:
    """Makes a time that was so many days "faster" one that was so much shorter."""
    if reading.measure is not Measure.CHANGE or reading.unit not in _TIMES:
        return
    if has_word(trail[:1], "improved.faster"):
        reading.sign = -1
    elif has_word(trail[:1], "improved.slower"):
        reading.sign = 1


_TIMES = frozenset({"DAYS", "HOURS"})
