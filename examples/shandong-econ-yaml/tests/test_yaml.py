"""The format holds the contract of exporters, and is what people like to read and edit."""

from __future__ import annotations

from io import BytesIO

import pytest

import shandong_econ as se
from shandong_econ.testing import exporter_contract
from shandong_econ_yaml import Yaml

test_yaml = exporter_contract(Yaml(), distribution="shandong-econ-yaml")

PAGE = """---
report:
  text: |
    Exports rose 4.50 percent.
    Imports fell.
  title: Trade
  observations:
  - label: Exports
    value: 4.50
    unit:
      code: PT
    span: [13, 25]
"""


def read(page: str) -> list[se.Report]:
    return list(Yaml().read(BytesIO(page.encode())))


def test_a_page_that_a_person_wrote_is_read() -> None:
    """What is left out has its default, and a number has the digits that stand there."""
    (report,) = read(PAGE)
    assert report.text == "Exports rose 4.50 percent.\nImports fell.\n"
    assert str(report.observations[0].value) == "4.50"
    file = BytesIO()
    Yaml().write([report], file)
    assert "  text: |\n    Exports rose" in file.getvalue().decode()
    assert "null" not in file.getvalue().decode()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("4.50\n", "much\n", "document 1, report.observations[0].value: 'much' is no number"),
        ("title: Trade", "title: 2022", "document 1, report.title: 2022 is no text: put it between quotation marks"),
        ("report:", "rapport:", "document 1: it is no report"),
        ("title: Trade", "title: [", "line "),
        ("title: Trade", "title: &a [b]\n  authors: *a", "line 6: an alias stands here"),
        ("title: Trade", "title: !!python/name:os.system x", "line 6: could not determine a constructor"),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, words: str) -> None:
    """ReadError names the line, or the document and the field, and the remedy."""
    with pytest.raises(se.ReadError) as error:
        read(PAGE.replace(old, new, 1))
    assert str(error.value).startswith(words)
