"""Reports as YAML: one document a report, for people who like to read and edit it, and keep it under version control.

A document is `report:` with the fields of the model under their own names; what is unknown is left out. Numbers are
read with the digits that stand there, quoted or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

import yaml

from shandong_econ import Exporter, ReadError, Report, hookimpl
from shandong_econ.exporters import from_plain, to_plain
from shandong_econ.rows import store_text, stored_text
from shandong_econ_yaml.dialect import Dumper, Loader

__all__ = ["Yaml", "shandong_econ_register_exporters"]


class Yaml:
    """The format "yaml": documents that are written and read one at a time."""

    name = "yaml"
    suffixes = (".yaml", ".yml")

    def write(self, reports: Iterable[Report], file: BinaryIO) -> None:
        """Writes a document for each report, in UTF-8."""
        documents = ({"report": _kept(to_plain(report))} for report in reports)
        yaml.dump_all(
            documents,
            file,
            Dumper=Dumper,
            encoding="utf-8",
            allow_unicode=True,
            explicit_start=True,
            sort_keys=False,
            width=120,
        )

    def read(self, file: BinaryIO) -> Iterator[Report]:
        """The reports one by one; ReadError names the line, or the document and the field."""
        for number, document in enumerate(_documents(file), 1):
            if not isinstance(document, dict) or document.keys() != {"report"}:
                raise ReadError(
                    f"document {number}: it is no report: begin it with the key report, and nothing beside it"
                )
            yield from_plain(_given(document["report"]), f"document {number}, report")


def _documents(file: BinaryIO) -> Iterator[Any]:
    """The documents of a file; ReadError says at which line it is no YAML that this format takes."""
    try:
        yield from yaml.load_all(file, Loader)  # Loader is a SafeLoader
    except yaml.MarkedYAMLError as error:
        place = "" if error.problem_mark is None else f"line {error.problem_mark.line + 1}: "
        raise ReadError(f"{place}{error.problem or error.context}: mend it, or write the file anew") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ReadError(f"this is no YAML: {str(error)[:200]}: give a file that this format wrote") from error


def _kept(value: Any) -> Any:
    """A plain value without the fields that are unknown, and with texts that YAML can hold."""
    if isinstance(value, dict):
        return {name: _kept(held) for name, held in value.items() if held is not None and held != []}
    if isinstance(value, list):
        return [_kept(item) for item in value]
    return store_text(value) if isinstance(value, str) else value


def _given(value: Any) -> Any:
    """The plain value that was kept; fields that were left out have their default."""
    if isinstance(value, dict):
        return {name: _given(held) for name, held in value.items()}
    if isinstance(value, list):
        return [_given(item) for item in value]
    return stored_text(value) if isinstance(value, str) else value


@hookimpl
def shandong_econ_register_exporters(register: Callable[[Exporter], None]) -> None:
    """Registers the format."""
    register(Yaml())
