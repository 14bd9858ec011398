"""The companion of a csv: what it is to others, and what is refused in it."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.exporters.test_csv import OTHER, REPORT, read, written

from shandong_econ.errors import ReadError
from shandong_econ.exporters.csv import Csv
from shandong_econ.rows import OBSERVATIONS


def test_a_companion_of_another_file_is_refused() -> None:
    """A companion without our part, of a newer version, or with damage is refused, with the place and both versions."""
    text, companion = written(REPORT)
    document = json.loads(companion)
    for change, words in (
        ({"shandong-econ:format_version": 2}, "has format version 2, and this library reads versions up to 1"),
        ({"shandong-econ:format_version": None}, "the format version is None: give 1"),
        ({"shandong-econ:reports": None}, 'the list "shandong-econ:reports" is missing'),
        ({"shandong-econ:reports": [{"title": 7}]}, "shandong-econ:reports[0].title: 7 is no text"),
    ):
        with pytest.raises(ReadError, match=re.escape(words)) as error:
            read(text, json.dumps({**document, **change}).encode())
        assert str(error.value).startswith("the companion of the csv, ")


def test_a_companion_that_was_laid_out_anew_is_read() -> None:
    """A person's editor may lay the companion out in another way, and sort its keys."""
    text, companion = written(REPORT, OTHER)
    options: dict[str, Any]
    for options in ({"indent": 4}, {"indent": None}, {"indent": 2, "sort_keys": True}):
        again = json.dumps(json.loads(companion), **options).encode()
        assert read(text, again) == [REPORT, OTHER]


def test_the_companion_is_csvw() -> None:
    """The companion is a W3C CSVW table description: it types each column of the header, and names the csv."""
    _, companion = written(REPORT)
    metadata = json.loads(companion)
    assert metadata["@context"][0] == "http://www.w3.org/ns/csvw"
    columns = metadata["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == [column["titles"][0] for column in columns]
    assert [column["name"] for column in columns] == [*OBSERVATIONS.header, "seal"]
    datatypes = {column["name"]: column["datatype"] for column in columns}
    assert datatypes["obs_value"] == "decimal"
    assert datatypes["start"] == "integer"
    assert re.fullmatch(datatypes["measure"]["format"], "growth")
    assert all(":" in key or key in {"@context", "url", "dialect", "tableSchema"} for key in metadata)


def test_the_companion_names_the_file(tmp_path: Path) -> None:
    """`url` is the name of the csv itself, without its folder."""
    path = tmp_path / "山东 2022.csv"
    companion = io.BytesIO()
    with path.open("wb") as file:
        Csv().write([REPORT], file, companion=companion)
    assert json.loads(companion.getvalue())["url"] == "山东 2022.csv"


def test_a_misspelt_key_is_refused() -> None:
    """A key of a report that the companion does not know would lose what stands under it."""
    text, companion = written(REPORT)
    with pytest.raises(ReadError, match=r"the companion of the csv, .*\[0\]: the key 'titel' is not known here"):
        read(text, companion.replace(b'"title": "\xe4', b'"titel": "\xe4'))
