"""The contract of sources holds what keeps it, and tells in words what breaks it: each breaker breaks one clause."""

from __future__ import annotations

import itertools
import json
import struct
from collections.abc import Iterator
from decimal import Decimal
from io import TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO

import attrs
import pytest
from tests.sources import drawn
from tests.sources.samples import made
from tests.testing.test_exporting import few_examples  # noqa: F401  # a fixture that every test here uses

import shandong_econ as se
from shandong_econ.testing import ContractError, check_source, source_contract

SAMPLE = b'CLIP {"body": "Exports rose 4.5 percent.", "headline": "Exports"}\n'

TABLE = drawn.Drawn(
    caption="表1 主要指标", unit="单位：亿元", heads=("2022年", "2021年"), group=None,
    names=(("出口", 0), ("其中：一般贸易", 1)), values=(("20309.0", "17582.7"), ("12.5", "")),
    note="注：本表为初步数。",
)  # fmt: skip
OF_A_TABLE = {"xlsx": drawn.workbook(TABLE), "ods": drawn.ods(TABLE), "csv": drawn.separated(TABLE, ",")}

for _name, _source in se.documents().items():
    _samples: list[bytes | Path] = [OF_A_TABLE[_name]] if _name in OF_A_TABLE else []
    _samples += sorted(made("md" if _name == "text" else _name), key=lambda path: path.stat().st_size)[:2]
    globals()[f"test_{_name}"] = pytest.mark.law(source_contract(_source, _samples, distribution="shandong-econ"))


class Clips:
    """A source that holds the contract."""

    name = "clips"
    suffixes: Any = (".clips",)

    def read(self, file: BinaryIO) -> Iterator[se.Document]:
        for line in file.read().splitlines():
            yield self.document(line)

    def document(self, line: bytes) -> se.Document:
        try:
            clip = json.loads(line.removeprefix(b"CLIP"))
            return se.Document(text=clip["body"], title=clip.get("headline"))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise se.ReadError(f"a line is no clip ({type(error).__name__}): give a file of the service") from error

    def recognises(self, file: BinaryIO) -> bool:
        return file.read(4) == b"CLIP"


class TakenSuffix(Clips):
    suffixes = (".clips", ".pdf")


class GivesTexts(Clips):
    def document(self, line: bytes) -> Any:
        return super().document(line).text


class GivesNothing(Clips):
    def read(self, file: BinaryIO) -> Iterator[se.Document]:
        return iter(list(super().read(file))[1:])


class Counts(Clips):
    numbers = itertools.count()

    def document(self, line: bytes) -> se.Document:
        super().document(line)
        return se.Document(text=str(next(self.numbers)))


class RaisesIndexError(Clips):
    def document(self, line: bytes) -> se.Document:
        return super().document(line[: 6 + len(line.split(b"{", 1)[1])])


class Closes(Clips):
    def read(self, file: BinaryIO) -> Iterator[se.Document]:
        with TextIOWrapper(file, "latin-1") as text:
            data = text.read().encode("latin-1")
        yield from map(self.document, data.splitlines())


class KnowsNothing(Clips):
    def recognises(self, file: BinaryIO) -> bool:
        return False


class Rounds(Clips):
    def document(self, line: bytes) -> se.Document:
        return attrs.evolve(super().document(line), title=str(+Decimal("4.50")))


class Unpacks(Clips):
    def recognises(self, file: BinaryIO) -> bool:
        return struct.unpack(">I", file.read(4)) == (0x434C4950,)


class KnowsAll(Clips):
    def recognises(self, file: BinaryIO) -> bool:
        return True


BREAKERS: list[tuple[Clips, str, list[str]]] = [
    (TakenSuffix(), "declares a name, suffixes and methods that the host takes", ["the suffix '.pdf' belongs to"]),
    (GivesTexts(), "gives the documents of its samples", ["reading sample 0 gave a str", "Document(text=...)"]),
    (GivesNothing(), "gives the documents of its samples", ["gave no document"]),
    (Counts(), "gives the same for the same file", ["sample 0, read twice, gave other documents"]),
    (RaisesIndexError(), "reads a damaged file or refuses it with ReadError", ["raised IndexError", "in document:"]),
    (Closes(), "leaves its file open", ["it closed the file", "detach()"]),
    (KnowsNothing(), "knows its own by their bytes", ["it does not recognise sample 0"]),
    (Rounds(), "heeds no locale, time zone or decimal context", ["sample 0 gives other documents under another"]),
    (Unpacks(), "knows its own by their bytes", ["recognises(b'') raised error: unpack requires a buffer of 4 bytes"]),
    (KnowsAll(), "knows its own by their bytes", ["it takes b'' for its own"]),
]  # fmt: skip


def test_what_holds_the_contract_passes(tmp_path: Path) -> None:
    """A source that does as it should passes every clause, with samples in memory and in files."""
    path = tmp_path / "a.clips"
    path.write_bytes(SAMPLE * 2)
    check_source(Clips(), [SAMPLE, path])


@pytest.mark.parametrize(("source", "clause", "words"), BREAKERS, ids=[type(each[0]).__name__ for each in BREAKERS])
def test_what_breaks_a_clause_is_told(source: Clips, clause: str, words: list[str]) -> None:
    """The one clause that is broken is named, with what came of it, and what to do."""
    with pytest.raises(ContractError) as error:
        check_source(source, [SAMPLE])
    told = str(error.value)
    broken = [line for line in told.splitlines() if "breaks its contract" in line]
    assert broken == [f'clips breaks its contract: "it {clause}"']
    assert [word for word in words if word not in told] == []


def test_without_a_sample_nothing_is_held() -> None:
    """A contract that would try nothing says so."""
    with pytest.raises(ContractError, match="there is no sample"):
        check_source(Clips(), [])
