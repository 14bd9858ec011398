"""The heads beside each row: its own, and those of the rows that it is a part of, by indents, numbers and 其中."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from shandong_econ.grids import Cell
from shandong_econ.lexicon.concepts import BY_THEMSELVES
from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Area
from shandong_econ.parsing.table.areas import are_places
from shandong_econ.parsing.table.head.head import UNNUMBERED, Head
from shandong_econ.parsing.table.head.measures import Moved
from shandong_econ.parsing.table.head.reading import head_at
from shandong_econ.parsing.table.matrix import EMPTY, WORDS, Matrix
from shandong_econ.parsing.table.names import PART, WHOLE, is_topic, kind_of, names_base
from shandong_econ.parsing.table.regions import FIGURES, STUB, Region
from shandong_econ.parsing.table.rows import Row, goes_on, set_in_under, unwind
from shandong_econ.parsing.table.units import Measured
from shandong_econ.parsing.table.words import CORNERS, says


def paths(
    matrix: Matrix,
    region: Region,
    of_rows: Mapping[int, tuple[Measured, ...]],
    home: Area | None,
    *,
    of_columns: bool = False,
    under: Moved | None = None,
) -> Iterator[tuple[int, list[Head]]]:
    """Each row of a body that has figures, with the heads beside it, the outermost first.

    Where the columns do not say what is measured (`of_columns`), a row that names only a part is one of the row above.
    A second row of figures without a name is what notes say that stands `under` the values.
    """
    named: list[Head] = []
    stubs, figures = region.of_role(STUB), region.of_role(FIGURES)
    partners = {column for column in stubs if _is_of_partners(matrix, region, column)}
    places = {column for column in stubs if column not in partners and _is_of_places(matrix, region, column, home)}
    stack: list[Row] = []
    outer: dict[int, Head] = {}
    had_figures = False
    is_tree = _is_tree(matrix, region, stubs)
    repeats = not of_rows and _repeats(matrix, region, stubs)
    topics = _topics(matrix, region, stubs, figures)
    for row in region.body:
        has_figures = any(
            matrix.kind(row, column) != EMPTY and not _reaches(matrix, row, column, stubs) for column in figures
        )
        told = [column for column in stubs if matrix.kind(row, column) != EMPTY]
        if not told:
            if has_figures and not had_figures:
                yield row, [outer[column] for column in stubs if column in outer]
            elif has_figures and under is not None and named:
                yield row, [*named, Head(named[-1].start, named[-1].end, measure=under)]
            continue  # of other second lines of figures under one name, who knows what they are
        had_figures = has_figures
        for column in told:
            at = matrix.rows[row][column]
            head = head_at(matrix, at, home, is_place=column in places, is_beside=True)
            if column not in places:
                head = _as_partner(head, matrix.text, of_any=column in partners)
            if at in topics:
                head = Head(head.start, head.end)
            elif not has_figures:
                head = _ungrouped(head, matrix.language)
            outer[column] = head
            for later in [one for one in stubs if one > column]:
                outer.pop(later, None)
        indent = matrix.cells[at].indent if is_tree else 0  # of the last of its heads
        told_units = head.units or of_rows.get(row, ())
        own = Row(head, indent, has_figures, matrix.language, told_units, repeats)
        if of_rows and not told_units and (over := set_in_under(stack, own)) is not None:
            own = attrs.evolve(own, head=attrs.evolve(head, units=over.units), units=over.units)
        if goes_on(stack, own):
            own = attrs.evolve(own, head=attrs.evolve(head, is_part=True))
        if len(stubs) == 1:
            unwind(stack, own, of_columns=of_columns)
            stack.append(own)
            named = [one.head for one in stack if not one.only_groups]
        else:
            named = [outer[column] for column in stubs if column in outer]
        if has_figures:
            yield row, named


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
    """Whether the head of a column says that its places are those with which something is: major visitor markets."""
    told = (row for row in region.heads if matrix.kind(row, column) == WORDS)
    corners = (head_at(matrix, matrix.rows[row][column], None) for row in told)
    ends = word_list(matrix.language, "table.partners")
    return any(corner.name.lower().endswith(ends) for corner in corners)


def _as_partner(head: Head, text: str, *, of_any: bool) -> Head:
    """A head among countries, of which Hong Kong, Macao and Taiwan are no areas of the figures, or of which none is."""
    area = head.area
    if area is None or area.value is None or head.name:
        return head
    if not of_any and not (area.value.code or "").startswith(BY_THEMSELVES):
        return head
    return attrs.evolve(head, area=None, name=text[area.start : area.end].strip(), at=area.start, to=area.end)


def _reaches(matrix: Matrix, row: int, column: int, stubs: Sequence[int]) -> bool:
    """Whether a place is covered by a cell of the columns of heads."""
    at = matrix.rows[row][column]
    return at >= 0 and matrix.cells[at].column in stubs


def _ungrouped(head: Head, language: str) -> Head:
    """A head over rows without what it says that they are told apart by: 分县区工业总产值."""
    leads = word_list(language, "table.grouped_over")
    by = (lead + one for lead in leads for role in CORNERS for one in word_list(language, f"table.{role}"))
    cut = max((len(one) for one in by if head.name.startswith(one)), default=0)
    is_named = cut and kind_of(head.name[cut:], language) == WHOLE
    return attrs.evolve(head, name=head.name[cut:], at=head.at + cut) if is_named else head


def _topics(matrix: Matrix, region: Region, stubs: Sequence[int], figures: Sequence[int]) -> frozenset[int]:
    """The cells of heads that open a section of all that is told and leave nothing out: 一、经济发展.

    Nobody knows them, and they are numbered, stand in a column of their own, or are three at least.
    What stands under them is known by itself, and none of it is told again under another of them, as it would be if
    each were one of many that have the same: 国有企业 and 民营企业, each with its profits.
    """
    sections: list[int] = []
    under: list[str] = []
    is_marked = True
    for row in region.body:
        told = [column for column in stubs if matrix.kind(row, column) != EMPTY]
        if not told:
            continue
        at = matrix.rows[row][told[0]]
        last = head_at(matrix, matrix.rows[row][told[-1]], None, is_beside=True)
        has_figures = any(matrix.kind(row, column) != EMPTY for column in figures)
        if has_figures:
            under.append(last.name)
        if told[0] == stubs[0] and (len(told) > 1 or not has_figures) and at not in sections:
            sections.append(at)
            is_marked = is_marked and (len(told) > 1 or last.depth != UNNUMBERED)
    names = [head_at(matrix, at, None, is_beside=True).name for at in sections]
    unknown = [name for name in names if not kind_of(name, matrix.language) or is_topic(name)]
    known = [name for name in under if names_base(name, matrix.language)]
    leaves_all = len(set(known)) == len(known) and 2 * len(known) > len(under)
    fewest = 2 if is_marked else 3
    return frozenset(sections if len(names) >= fewest and unknown == names and all(names) and leaves_all else ())
