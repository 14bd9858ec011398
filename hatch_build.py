"""Packs the words of the lexicon into one file where a wheel is built: here they take four times as much."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LEXICON = Path("src/shandong_econ/lexicon")
WORDS = ("*.tsv", "*.toml")
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same words make the same file, whenever it is built


class PackWords(BuildHookInterface[Any]):
    """The hook that hatchling calls; an editable installation reads the words where they lie."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the packed words to what goes into the wheel; pyproject.toml leaves out the others."""
        if version == "editable":
            return
        lexicon = Path(self.root) / LEXICON
        self.folder = tempfile.TemporaryDirectory()  # goes away with the hook
        packed = Path(self.folder.name) / "words.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for path in sorted(path for pattern in WORDS for path in lexicon.rglob(pattern)):
                entry = zipfile.ZipInfo(path.relative_to(lexicon).as_posix(), EPOCH)
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
        build_data["force_include"][str(packed)] = "shandong_econ/lexicon/words.zip"
