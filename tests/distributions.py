"""Makes the distributions of third parties that the tests of plugins install."""

from __future__ import annotations

import importlib
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from shandong_econ.plugins import forget

EXPORTER = """
from shandong_econ import hookimpl

class Lines:
    name = "lines"
    suffixes = (".lines",)

    def write(self, reports, file):
        for report in reports:
            file.write(f"{report.title}\\n".encode())

@hookimpl
def shandong_econ_register_exporters(register):
    register(Lines())
"""
"""A plugin of ten lines: the format `lines`, which writes the title of each report."""


def wheel(folder: Path, distribution: str, code: str, *, version: str = "1.0", entry_points: str | None = None) -> Path:
    """A wheel of one module that is the plugin; the entry point has the last part of the distribution's name."""
    module = distribution.replace("-", "_").replace(".", "_")
    if entry_points is None:
        entry_points = f"[shandong_econ]\n{distribution.rpartition('-')[2]} = {module}\n"
    info = f"{module}-{version}.dist-info"
    files = {
        f"{module}.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": entry_points,
    }
    files[f"{info}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{info}/RECORD"])
    path = folder / f"{module}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def unpack(wheel: Path, site: Path) -> None:
    """Installs a wheel of one module, as pip would, by unpacking it."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)


@contextmanager
def site(folder: Path) -> Iterator[Callable[..., None]]:
    """A folder on the path of this process, and a function that installs distributions there: (name, code, ...)."""
    folder.mkdir()
    before = set(sys.modules)
    sys.path.insert(0, str(folder))

    def install(distribution: str, code: str = EXPORTER, **about: str) -> None:
        unpack(wheel(folder, distribution, code, **about), folder)
        importlib.invalidate_caches()
        forget()

    try:
        yield install
    finally:
        sys.path.remove(str(folder))
        for name in set(sys.modules) - before:
            if str(folder) in str(getattr(sys.modules[name], "__file__", "")):
                del sys.modules[name]
        importlib.invalidate_caches()
        forget()
