"""Workbooks in LibreOffice: printed, and saved again."""

from __future__ import annotations

import functools
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTTextContainer

HERE = Path(__file__).parent
Run = Callable[..., None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", action="store_true", help="draw the pictures of docs/pictures anew")


@attrs.frozen
class Printed:
    """A workbook as LibreOffice prints it: of each page the text, without its space."""

    pdf: Path
    pages: tuple[str, ...]

    def of(self, sheet: str) -> list[int]:
        """The pages of a sheet, counted from 1; each bears its name at the foot."""
        return [number for number, text in enumerate(self.pages, 1) if squeezed(sheet) in text[-80:]]

    def text_of(self, sheet: str) -> str:
        """All that stands on them."""
        return "".join(self.pages[number - 1] for number in self.of(sheet))

    def pixels(self, page: int, *, dots: int = 40) -> Iterator[tuple[int, int, int]]:
        """The colours of a page, dot by dot."""
        command = ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), str(self.pdf)]
        _, _, _, data = subprocess.run(command, capture_output=True, check=True).stdout.split(b"\n", 3)
        return zip(data[::3], data[1::3], data[2::3], strict=True)


def squeezed(text: str) -> str:
    """A text without space."""
    return "".join(text.split())


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """LibreOffice, which is given a format, a folder and the files to turn into it."""
    profile = tmp_path_factory.mktemp("profile")
    environment = {**os.environ, "FONTCONFIG_FILE": str(HERE / "fonts.conf"), "HOME": str(profile)}

    def convert(form: str, folder: Path, *files: Path) -> None:
        command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
        done = subprocess.run(
            [*command, "--outdir", str(folder), *map(str, files)],
            env=environment, capture_output=True, text=True, timeout=300, check=True,
        )  # fmt: skip
        made = {path.stem for path in folder.iterdir()}
        assert {path.stem for path in files} <= made, done.stdout + done.stderr

    return convert


@pytest.fixture(scope="session")
def printed(office: Run, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Printed]:
    """A workbook printed, each once."""
    folder = tmp_path_factory.mktemp("printed")

    @functools.cache
    def of(workbook: Path) -> Printed:
        office("pdf", folder, workbook)
        pdf = folder / f"{workbook.stem}.pdf"
        return Printed(pdf, tuple(_texts(pdf)))

    return of


def _texts(pdf: Path) -> Iterator[str]:
    for page in extract_pages(pdf):
        found = sorted((part for part in page if isinstance(part, LTTextContainer)), key=lambda part: -part.y0)
        yield "".join(squeezed(part.get_text()) for part in found)
