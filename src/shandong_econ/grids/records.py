"""The records of a csv, however long their fields: the csv module has one limit for the whole process."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType

from shandong_econ.errors import ReadError

LONGEST_FIELD = 2**31 - 1  # the most that the csv module takes on every machine


def records(lines: Iterable[str], *, delimiter: str = ",", strict: bool = True) -> Iterator[tuple[int, list[str]]]:
    """The records of a csv and their lines; the csv module's limit, which is the caller's, stays as it is.

    ReadError names the line that is none. Unless it is strict, quotation marks that do not fit are taken as they stand.
    """
    module = _csv()
    reader = module.reader(lines, delimiter=delimiter, strict=strict)
    while True:
        try:
            record = next(reader)
        except StopIteration:
            return
        except module.Error as error:
            remedy = "put text with commas or line ends between quotation marks, and double those within"
            raise ReadError(f"line {reader.line_num}: {error}: {remedy}") from None
        yield reader.line_num, record


@cache
def _csv() -> ModuleType:
    """The parser of the csv module once more, with a limit of its own.

    Changed for a moment, the limit of the process would want a lock round every record, and a child that was forked
    while another thread had it would wait for it for ever.
    """
    spec = importlib.util.find_spec("_csv")
    assert spec is not None, "the csv module has its parser from there"
    assert spec.loader is not None, "a module has a loader"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.field_size_limit(LONGEST_FIELD)
    return module
