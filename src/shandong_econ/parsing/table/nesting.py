"""The heads beside each row: its own, and those of the rows that it is a part of, by indents, numbers and 其中."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from shandong_econ.grids import Cell
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT
from shandong_econ.parsing.table.areas import are_places
from shandong_econ.parsing.table.head.head import UNNUMBERED, Head
from shandong_econ.parsing.table.head.measures import SHARE, Moved
from shandong_econ.parsing.table.head.reading import head_of
from shandong_econ.parsing.table.matrix import EMPTY, Matrix
from shandong_econ.parsing.table.names import (
    NARROWED,
    PART,
    WHOLE,
    are_alike,
    are_apart,
    is_grouping,
    is_part_of,
    kind_of,
)
from shandong_econ.parsing.table.regions import FIGURES, STUB, UNIT, Region
from shandong_econ.parsing.table.topics import topics_of
from shandong_econ.parsing.table.trade import as_partner, is_partner
from shandong_econ.parsing.table.unit_columns import units_of_rows
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.table.words import CORNERS, says


@attrs.frozen
class _Row:
    """A row as its neighbours see it."""

    head: Head
    indent: int
    has_figures: bool
    is_section: bool
    """Whether its one cell goes across the table."""
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

    def is_known_part(self, of: _Row) -> bool:
        """Whether its name alone says that it is a part of another row."""
        return is_part_of(self.head.name, of.head.name, self.language)


def paths(
    matrix: Matrix, region: Region, home: Area | None, *, of_columns: bool = False, under: Moved | None = None
) -> Iterator[tuple[int, list[Head]]]:
    """Each row of a body that has figures, with the heads beside it, the outermost first.

    Where the columns do not say what is measured (`of_columns`), a row that names only a part is one of the row above.
    A second row of figures without a name is what notes say that stands `under` the values.
    """
    named: list[Head] = []
    stubs, figures, units = (region.of_role(role) for role in (STUB, FIGURES, UNIT))
    places = {column for column in stubs if _is_of_places(matrix, region, column, home)}
    abroad = {column for column in stubs if _is_of_partners(matrix, region, column)}
    stack: list[_Row] = []
    outer: dict[int, Head] = {}
    had_figures = False
    is_tree = _is_tree(matrix, region, stubs)
    repeats = not units and _repeats(matrix, region, stubs)
    of_rows = units_of_rows(matrix, units)
    topics = topics_of(matrix, region, stubs, figures)
    for row in region.body:
        has_figures = any(
            matrix.kind(row, column) != EMPTY and not _reaches(matrix, row, column, stubs) for column in figures
        )
        told = [column for column in stubs if matrix.kind(row, column) != EMPTY]
        if not told and not stubs:
            yield row, []
            continue
        if not told:
            if has_figures and not had_figures:
                yield row, [outer[column] for column in stubs if column in outer]
            elif has_figures and under is not None and named:
                yield row, [*named, Head(named[-1].start, named[-1].end, measure=under)]
            continue  # of other second lines of figures under one name, who knows what they are
        had_figures = has_figures
        for column in told:
            cell = matrix.cells[matrix.rows[row][column]]
            place = (cell.span.start, cell.span.end, matrix.language, home)
            outer[column] = head_of(matrix.text, *place, is_place=column in places, is_beside=True)
            if column in abroad:
                outer[column] = as_partner(outer[column], matrix.text)
            if matrix.rows[row][column] in topics:
                outer[column] = Head(cell.span.start, cell.span.end)
            elif not has_figures:
                outer[column] = _ungrouped(outer[column], matrix.language)
            for later in [one for one in stubs if one > column]:
                outer.pop(later, None)
        cell = matrix.cells[matrix.rows[row][told[-1]]]
        head = outer[told[-1]]
        is_section = cell.columns > len(stubs) and not has_figures
        indent = cell.indent if is_tree else 0
        told_units = head.units or of_rows.get(row, ())
        own = _Row(head, indent, has_figures, is_section, matrix.language, told_units, repeats)
        if units and not told_units and (over := _set_in_under(stack, own)) is not None:
            own = attrs.evolve(own, head=attrs.evolve(head, units=over.units), units=over.units)
        if _goes_on(stack, own):
            own = attrs.evolve(own, head=attrs.evolve(head, is_part=True))
        if len(stubs) == 1 or own.is_section:
            _unwind(stack, own, of_columns=of_columns)
            stack.append(own)
            named = [one.head for one in stack if not one.only_groups]
        else:
            sections = [one.head for one in stack if one.is_section and not one.only_groups]
            named = [*sections, *(outer[column] for column in stubs if column in outer)]
        if has_figures:
            yield row, named


def _set_in_under(stack: Sequence[_Row], new: _Row) -> _Row | None:
    """The last row that a new one is set in under, if that has figures and no number parts them."""
    over = next((row for row in reversed(stack) if row.indent < new.indent), None)
    return over if over is not None and over.has_figures and over.is_plain and new.is_plain else None


def _is_tree(matrix: Matrix, region: Region, stubs: Sequence[int]) -> bool:
    """Whether blanks say what rows are parts of: what all others are set in under comes first, but for a total."""
    cells = _first_stubs(matrix, region, stubs)
    indents = [cell.indent for n, cell in enumerate(cells) if n or not says(cell.span.cut(matrix.text), "total")]
    return not indents or indents[0] == min(indents)


def _first_stubs(matrix: Matrix, region: Region, stubs: Sequence[int]) -> list[Cell]:
    places = [(row, column) for column in stubs[:1] for row in region.body]
    return [matrix.cells[matrix.rows[row][column]] for row, column in places if matrix.kind(row, column) != EMPTY]


def _repeats(matrix: Matrix, region: Region, stubs: Sequence[int]) -> bool:
    names = Counter(cell.span.cut(matrix.text).strip() for cell in _first_stubs(matrix, region, stubs))
    return any(count > 1 and kind_of(name, matrix.language) == PART for name, count in names.items())


def _is_of_places(matrix: Matrix, region: Region, column: int, home: Area | None) -> bool:
    """Whether the heads of a column are places: its own head says so, or most of them are."""
    corners = (matrix.words(matrix.rows[row][column]) for row in region.heads)
    if any(says(corner, "places") for corner in corners):
        return True
    return are_places((matrix.words(matrix.rows[row][column]) for row in region.body), matrix.language, home)


def _is_of_partners(matrix: Matrix, region: Region, column: int) -> bool:
    """Whether some of the heads of a column are countries, or its own head says that they are where things come from.

    Hong Kong, Macao and Taiwan are partners among them.
    """
    corners = (matrix.words(matrix.rows[row][column]) for row in region.heads)
    rows = (matrix.words(matrix.rows[row][column]) for row in region.body)
    return any(says(one, "partners") for one in corners) or any(is_partner(one, matrix.language) for one in rows)


def _reaches(matrix: Matrix, row: int, column: int, stubs: Sequence[int]) -> bool:
    """Whether a place is covered by a cell of the columns of heads."""
    at = matrix.rows[row][column]
    return at >= 0 and matrix.cells[at].column in stubs


def _unwind(stack: list[_Row], new: _Row, *, of_columns: bool) -> None:
    """Leaves of the rows before only those that a new one is a part of."""
    if new.head.says_no_name and new.has_figures:  # it is the growth, or the unit, of the row above it
        while stack and stack[-1].head.says_no_name and stack[-1].has_figures:
            stack.pop()
        return
    if new.only_groups:  # what was told apart in one way is now told apart in another
        group = next((n for n, one in enumerate(stack) if one.only_groups), len(stack))
        del stack[group:]
    _leave_list(stack, new)
    below: _Row | None = None
    while stack and (_is_closed(stack[-1], below, new) or not _holds(stack[-1], new, of_columns=of_columns)):
        if below is not None and _is_composition_of(stack[-1], new):
            return
        below = stack.pop()


def _leave_list(stack: list[_Row], new: _Row) -> None:
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


def _is_closed(top: _Row, below: _Row | None, new: _Row) -> bool:
    """Whether the parts of a row were told already, so that one in line with it is none unless it says so: 其中.

    They were set in under it, or it only headed them as the new one heads others.
    """
    if below is None or top.is_section or new.head.is_part or not new.is_plain:
        return False
    heads_others = top.is_plain and below.has_figures and not (top.has_figures or new.has_figures)
    return below.indent > top.indent >= new.indent or (heads_others and top.indent == new.indent)


def _is_composition_of(whole: _Row, new: _Row) -> bool:
    """Whether a row begins the shares of the parts that were told of a row before it: 构成(%)."""
    told = new.head.measure
    begins = new.head.says_no_name and not new.has_figures and told is not None and told.what == SHARE
    is_alike = (whole.is_section, whole.indent) == (new.is_section, new.indent)
    return begins and is_alike and (whole.has_figures or kind_of(whole.head.name, new.language) != "")


def _goes_on(stack: Sequence[_Row], new: _Row) -> bool:
    """Whether a row goes on with a list that 其中 began.

    It names a part of the whole, one told apart as that before it is, or it has no unit where the whole has one.
    """
    before = [row for row in stack if row.indent <= new.indent and not row.head.says_no_name]
    if len(before) < 2 or not (new.is_plain and new.has_figures) or new.head.is_part:
        return False
    whole, last = before[-2:]
    is_in_list = last.head.is_part and last.is_plain and last.indent == new.indent == whole.indent
    is_without_unit = bool(whole.head.units) and not new.head.units
    is_alike = kind_of(whole.head.name, new.language) in (WHOLE, NARROWED)
    is_alike = is_alike and are_alike(last.head.name, new.head.name, new.language)
    is_alike = is_alike or bool(last.head.area and new.head.area and not last.head.name and not new.head.name)
    return is_in_list and (new.is_known_part(whole) or is_without_unit or is_alike)


def _holds(top: _Row, new: _Row, *, of_columns: bool) -> bool:
    """Whether a row is one that a new row is a part of."""
    one, other = top.head, new.head
    if one.says_no_name and top.has_figures:
        return False
    if top.is_section:
        return not new.is_section or one.depth < other.depth
    if new.is_section:
        return False
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
        if new.repeats and one.units and not new.units and kind_of(other.name, new.language) == PART:
            return True
        return top.is_plain and one.depth >= other.depth and not of_columns and new.is_known_part(top)
    if not top.is_plain or not new.is_plain:
        return False
    return not top.has_figures or (new.only_groups and kind_of(one.name, new.language) != PART)


def _is_other_thing(top: _Row, new: _Row) -> bool:
    """Whether what two rows measure differs, so that neither is a part of the other: an area, and a harvest in tons.

    What is told beside the number of some things is theirs: the profits of firms.
    """
    if top.has_figures and not new.head.is_part and are_apart(top.head.name, new.head.name, new.language):
        return True
    codes = {unit.code for unit in top.units}, {unit.code for unit in new.units}
    if all(codes) and not any(code is None or code in IN_PERCENT for each in codes for code in each):
        return not codes[0] & codes[1] and not codes[0] & COUNTED
    return False


def _ungrouped(head: Head, language: str) -> Head:
    """A head over rows without what it says that they are told apart by: 分县区工业总产值."""
    leads = word_list(language, "table.grouped_over")
    by = (lead + one for lead in leads for role in CORNERS for one in word_list(language, f"table.{role}"))
    cut = max((len(one) for one in by if head.name.startswith(one)), default=0)
    is_named = cut and kind_of(head.name[cut:], language) == WHOLE
    return attrs.evolve(head, name=head.name[cut:], at=head.at + cut) if is_named else head


def grouped(head: Head, language: str) -> bool:
    """Whether a head adds nothing to the names of those under it."""
    return not head.name or is_grouping(head.name, language)
