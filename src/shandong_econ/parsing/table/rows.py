"""A row of a table beside its neighbours: of which rows above it is a part."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT
from shandong_econ.parsing.table.head.head import UNNUMBERED, Head
from shandong_econ.parsing.table.names import (
    PART,
    WHOLE,
    are_alike,
    are_apart,
    is_grouping,
    is_part_of,
    kind_of,
    names_base,
)
from shandong_econ.parsing.table.units import Measured


@attrs.frozen
class Row:
    """A row as its neighbours see it."""

    head: Head
    indent: int
    has_figures: bool
    language: str = "zh"
    units: tuple[Measured, ...] = ()
    repeats: bool = False
    """Whether parts without a unit are named more than once, each time of the row with a unit that is above them."""

    @property
    def is_plain(self) -> bool:
        """Whether no number parts it from the rows round it."""
        return self.head.depth == UNNUMBERED

    @property
    def only_groups(self) -> bool:
        """Whether it only says by what the rows under it are told apart: 按经济类型分, and over rows 分行业."""
        opens = not self.has_figures and self.head.name.startswith(word_list(self.language, "table.grouped_over"))
        return opens or (not self.has_figures and self.head.name != "" and grouped(self.head, self.language))

    def is_known_part(self, of: Row) -> bool:
        """Whether its name alone says that it is a part of another row."""
        return is_part_of(self.head.name, of.head.name, self.language)


def grouped(head: Head, language: str) -> bool:
    """Whether a head adds nothing to the names of those under it."""
    return not head.name or is_grouping(head.name, language)


def set_in_under(stack: Sequence[Row], new: Row) -> Row | None:
    """The last row that a new one is set in under, if that has figures and no number parts them."""
    over = next((row for row in reversed(stack) if row.indent < new.indent), None)
    return over if over is not None and over.has_figures and over.is_plain and new.is_plain else None


def unwind(stack: list[Row], new: Row, *, of_columns: bool) -> None:
    """Leaves of the rows before only those that a new one is a part of."""
    if new.head.says_no_name and new.has_figures:  # it is the growth, or the unit, of the row above it
        while stack and stack[-1].head.says_no_name and stack[-1].has_figures:
            stack.pop()
        return
    if new.only_groups:  # what was told apart in one way is now told apart in another
        group = next((n for n, one in enumerate(stack) if one.only_groups), len(stack))
        del stack[group:]
    _leave_list(stack, new)
    below: Row | None = None
    while stack and (_is_closed(stack[-1], below, new) or not _holds(stack[-1], new, of_columns=of_columns)):
        if below is not None and _is_composition_of(stack[-1], new):
            return
        below = stack.pop()


def _leave_list(stack: list[Row], new: Row) -> None:
    """Leaves a row and the numbered ones under it, in line with it, for one that is in line with it and is no part.

    So does a row that only heads others with another that does: 农村居民, after 城镇居民.
    """
    if not new.is_plain or new.head.is_part or (new.has_figures and kind_of(new.head.name, new.language) != WHOLE):
        return
    numbered = next((n for n, one in enumerate(stack) if not one.is_plain and one.indent == new.indent), 0)
    for n, one in enumerate(stack[:numbered]):
        is_before = n + 1 == numbered or not one.has_figures
        if one.is_plain and one.indent == new.indent and one.has_figures == new.has_figures and is_before:
            del stack[n:]
            return


def _is_closed(top: Row, below: Row | None, new: Row) -> bool:
    """Whether the parts of a row were told already, so that one in line with it is none unless it says so: 其中.

    They were set in under it, or it only headed them as the new one heads others.
    """
    if below is None or new.head.is_part or not new.is_plain:
        return False
    heads_others = top.is_plain and below.has_figures and not (top.has_figures or new.has_figures)
    return below.indent > top.indent >= new.indent or (heads_others and top.indent == new.indent)


def _is_composition_of(whole: Row, new: Row) -> bool:
    """Whether a row begins the shares of the parts that were told of a row before it: 构成(%)."""
    told = new.head.measure
    begins = new.head.says_no_name and not new.has_figures and told is not None and told.what == Measure.SHARE
    is_alike = whole.indent == new.indent
    return begins and is_alike and (whole.has_figures or kind_of(whole.head.name, new.language) != "")


def goes_on(stack: Sequence[Row], new: Row) -> bool:
    """Whether a row goes on with a list that 其中 began.

    It names a part of the whole, or one told apart as that before it is.
    """
    before = [row for row in stack if row.indent <= new.indent and not row.head.says_no_name]
    if len(before) < 2 or not (new.is_plain and new.has_figures) or new.head.is_part:
        return False
    whole, last = before[-2:]
    is_in_list = last.head.is_part and last.is_plain and last.indent == new.indent == whole.indent
    is_alike = names_base(whole.head.name, new.language) and are_alike(last.head.name, new.head.name, new.language)
    are_areas = bool(last.head.area and new.head.area and not last.head.name and not new.head.name)
    return is_in_list and (new.is_known_part(whole) or is_alike or are_areas)


def _holds(top: Row, new: Row, *, of_columns: bool) -> bool:
    """Whether a row is one that a new row is a part of."""
    one, other = top.head, new.head
    if top.indent <= new.indent and _is_other_thing(top, new):
        return False
    if other.is_part and not one.is_part and top.indent <= new.indent:
        return True
    if one.is_part and not other.is_part and top.indent < new.indent:
        return False  # it stands in line with the word behind 其中
    if top.indent != new.indent:
        return top.indent < new.indent
    if one.depth < other.depth:
        return not new.is_plain or not one.is_part
    if top.has_figures and new.has_figures:
        if new.repeats and (one.units or one.index) and not new.units and kind_of(other.name, new.language) == PART:
            return True
        return top.is_plain and one.depth >= other.depth and not of_columns and new.is_known_part(top)
    if not top.is_plain or not new.is_plain:
        return False
    return not top.has_figures or (new.only_groups and kind_of(one.name, new.language) != PART)


def _is_other_thing(top: Row, new: Row) -> bool:
    """Whether what two rows measure differs, so that neither is a part of the other: an area, and a harvest in tons.

    What is told beside the number of some things is theirs: the profits of firms.
    """
    if top.has_figures and not new.head.is_part and are_apart(top.head.name, new.head.name, new.language):
        return True
    codes = {unit.code for unit in top.units}, {unit.code for unit in new.units}
    if all(codes) and not any(code is None or code in IN_PERCENT for each in codes for code in each):
        return not codes[0] & codes[1] and not codes[0] & COUNTED
    return False
