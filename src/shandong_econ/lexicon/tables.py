"""The lexicon's tables: tab-separated files inside the package, read strictly so that a slip in them shows at once."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from shandong_econ.errors import LexiconError

Row = tuple[str, ...]


def read_table(name: str, columns: tuple[str, ...], *, unique: bool = True) -> tuple[Row, ...]:
    """Read the rows of a packaged table, whose header must be `columns`; its first column is unique by default.

    `name` is the path below the lexicon, with slashes ("codes/areas.tsv"). The file is UTF-8, its cells are separated
    by one tab, and a cell may be empty unless it is the code. Raises `LexiconError`, which names the file, the line,
    the value and the remedy.
    """
    header, *lines = _lines(name)
    wanted = "\t".join(columns)
    if header != wanted:
        raise _refuse(name, 1, f"the header is {header!r}", f"make it {wanted!r}")
    first_seen: dict[str, int] = {}
    rows: list[Row] = []
    for number, line in enumerate(lines, start=2):
        row = tuple(line.split("\t"))
        if len(row) != len(columns):
            remedy = f"give {len(columns)} cells with one tab between them, and leave empty what is not known"
            raise _refuse(name, number, f"{len(row)} cells in {line!r}", remedy)
        code = row[0]
        if not code.strip():
            raise _refuse(name, number, f"the code is {code!r} in {line!r}", "give the row a code, or delete it")
        if unique and code in first_seen:
            remedy = f"it stands at line {first_seen[code]} already: delete one, or give it a code of its own"
            raise _refuse(name, number, f"the code {code!r} comes twice", remedy)
        first_seen[code] = number
        rows.append(row)
    return tuple(rows)


def _lines(name: str) -> list[str]:
    data = _lexicon().joinpath(*name.split("/")).read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        value = data[error.start : error.end]
        raise _refuse(name, number, f"the bytes {value!r} are not UTF-8", "save the file as UTF-8") from error
    # A checkout on Windows may end its lines in CR LF.
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")


def _lexicon() -> Traversable:
    return files("shandong_econ").joinpath("lexicon")


def _refuse(name: str, line: int, value: str, remedy: str) -> LexiconError:
    return LexiconError(f"{name}, line {line}: {value}; {remedy}")
