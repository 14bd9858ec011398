"""The lexicon's tables: tab-separated files inside the package, read strictly so that a slip in them shows at once."""

from __future__ import annotations

from shandong_econ.errors import LexiconError
from shandong_econ.lexicon.folders import opened
from shandong_econ.lexicon.spellings import spellings

Row = tuple[str, ...]


def read_table(name: str, columns: tuple[str, ...], *, unique: bool = True) -> tuple[Row, ...]:
    """Read the rows of a table, whose header must be `columns`; its first column is unique by default.

    `name` is the path below the lexicon, with slashes ("codes/areas.tsv"); the rows of added folders come after the
    package's own. A file is UTF-8, its cells are separated by one tab, and a cell may be empty unless it is the code.
    Columns of words hold `spellings`.
    Raises `LexiconError`, which names the file, the line, the value and the remedy.
    """
    first_seen: dict[str, str] = {}
    rows: list[Row] = []
    for shown, data in opened(name):
        for number, row in enumerate(parse_table(shown, data, columns), start=2):
            if unique and row[0] in first_seen:
                remedy = f"it stands at {first_seen[row[0]]} already: delete one, or give it a code of its own"
                raise _refuse(shown, number, f"the code {row[0]!r} comes twice", remedy)
            first_seen[row[0]] = f"line {number}" if shown == name else f"{shown}, line {number}"
            rows.append(row)
    return tuple(rows)


def parse_table(shown: str, data: bytes, columns: tuple[str, ...]) -> list[Row]:
    """The rows of one file; LexiconError as of `read_table`."""
    header, *lines = _lines(shown, data)
    wanted = "\t".join(columns)
    if header != wanted:
        raise _refuse(shown, 1, f"the header is {header!r}", f"make it {wanted!r}")
    rows: list[Row] = []
    spelt = [n for n, column in enumerate(columns) if "words" in column]
    for number, line in enumerate(lines, start=2):
        row = tuple(line.split("\t"))
        if len(row) != len(columns):
            remedy = f"give {len(columns)} cells with one tab between them, and leave empty what is not known"
            raise _refuse(shown, number, f"{len(row)} cells in {line!r}", remedy)
        if not row[0].strip():
            raise _refuse(shown, number, f"the code is {row[0]!r} in {line!r}", "give the row a code, or delete it")
        try:
            for n in spelt:
                if row[n]:
                    spellings(row[n])
        except LexiconError as error:
            raise LexiconError(f"{shown}, line {number}: {error}") from error
        rows.append(row)
    return rows


def _lines(shown: str, data: bytes) -> list[str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        value = data[error.start : error.end]
        raise _refuse(shown, number, f"the bytes {value!r} are not UTF-8", "save the file as UTF-8") from error
    # A checkout on Windows may end its lines in CR LF.
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _refuse(name: str, line: int, value: str, remedy: str) -> LexiconError:
    return LexiconError(f"{name}, line {line}: {value}; {remedy}")
