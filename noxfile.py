"""What the project asks of a change: `nox` runs lint, types and tests, `nox -t more` all else, `nox -s docs` one part.

Each session has an environment of its own, filled from a dependency group of pyproject.toml.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.sessions = ["lint", "types", "tests"]
nox.options.reuse_venv = "yes"
nox.options.default_venv_backend = "uv|venv"  # uv, where it is there, fills an environment in a tenth of the time
# Tests start many programs, and each would compile all modules anew where Python may not keep what it has compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PYPROJECT = nox.project.load_toml("pyproject.toml")
# What the session `office` needs of Debian: the spreadsheet, a look at its pages, and the typefaces of both languages.
OFFICE = ("libreoffice-calc", "poppler-utils", "fontconfig", "fonts-crosextra-carlito", "fonts-noto-cjk")
EXAMPLE = Path("examples/shandong-econ-yaml")
LARGEST = 25_000_000
"""Bytes that `pip install shandong-econ` may put beside Python, with what it needs and their bytecode."""
BUILT: list[Path] = []
"""The wheel of the library, once a session of this run has built it."""
CHROMIUM = "/usr/bin/chromium"


def group(name: str) -> tuple[str, ...]:
    """The requirements of a PEP 735 dependency group, which pip before 25.1 cannot read by itself."""
    return nox.project.dependency_groups(PYPROJECT, name)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, format, and the one direction in which imports run."""
    session.install(*group("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("lint-imports", env={"PYTHONPATH": "src"})


@nox.session
def types(session: nox.Session) -> None:
    """Strict types in the package, its tests and this file, in the example plugin, and in what the template makes."""
    session.install("-e", ".", *group("types"))
    session.run("mypy", "--strict")
    made = Path(session.create_tmp()) / "made"
    shutil.rmtree(made, ignore_errors=True)
    session.run("shandong-econ", "new-plugin", "made-up", str(made))
    session.run("mypy", "--strict", str(made / "src"))


@nox.session
def tests(session: nox.Session) -> None:
    """Tests and doctests; arguments after `--` go to pytest."""
    session.install("--no-compile", "-e", ".", *group("test"))
    session.run("pytest", *(session.posargs or ("-n", "auto", "--dist", "worksteal")))


@nox.session(tags=["more"])
def coverage(session: nox.Session) -> None:
    """Branch coverage of the cases alone, which take five times as long when they are measured."""
    session.install("--no-compile", "-e", ".", *group("test"))
    session.run("pytest", "-n", "auto", "--dist", "worksteal", "--cov", "-m", "not office and not no_cover")


@nox.session(tags=["more"])
def laws(session: nox.Session) -> None:
    """The laws for four times as much of what can be drawn as the session `tests` draws."""
    session.install("--no-compile", "-e", ".", *group("test"))
    asked = ("-n", "auto", "--dist", "worksteal", "-m", "law and not office")
    session.run("pytest", *asked, *session.posargs, env={"HYPOTHESIS_PROFILE": "thorough"})


@nox.session(tags=["more"])
def browser(session: nox.Session) -> None:
    """The page of the format html in a real Chromium; `-- --pictures` makes the pictures of the documentation anew."""
    if not Path(CHROMIUM).exists():
        if shutil.which("apt-get") is None or os.geteuid() != 0:
            session.error(f"{CHROMIUM} is missing: install Debian's package chromium, or run this session as root")
        session.run("apt-get", "update", "-q", external=True)
        session.run("apt-get", "install", "-y", "-q", "chromium", "fonts-noto-cjk", external=True)
    pictured = session.posargs == ["--pictures"]  # among them a table of a web page
    session.install("-e", ".[html]" if pictured else ".", *group("browser"))
    if pictured:
        session.run("python", "docs/pictures.py")
    else:
        session.run("pytest", "-n", "auto", "tests/browser", *session.posargs)


@nox.session(tags=["more"])
def office(session: nox.Session) -> None:
    """Workbooks as LibreOffice opens, prints and saves them; `-- --pictures` draws those of docs/pictures anew."""
    if missing() and os.geteuid() == 0 and shutil.which("apt-get"):
        session.run("apt-get", "update", external=True, success_codes=[0, 100])
        session.run(
            "apt-get", "install", "-y", "--no-install-recommends", *OFFICE, external=True, success_codes=[0, 100]
        )
    if lacking := missing():
        session.skip(f"there is no {' and no '.join(lacking)} here: install {' '.join(OFFICE)}")
    session.install("-e", ".", *group("office"))
    session.run("pytest", "-m", "office", "tests/office", *session.posargs)


def missing() -> list[str]:
    """Which of the programs and typefaces that the session `office` needs are not there."""
    soffice, fonts = shutil.which("soffice"), shutil.which("fc-list")
    calc = soffice is not None and Path(soffice).resolve().with_name("libsclo.so").exists()
    known = ""
    if fonts:
        known = subprocess.run([fonts, ":", "family"], capture_output=True, text=True).stdout  # noqa: S603  # a found one
    found = {
        "LibreOffice Calc": calc,
        "pdftoppm": shutil.which("pdftoppm") is not None,
        **{name: name in known for name in ("Carlito", "Noto Sans CJK SC")},
    }
    return [name for name, is_there in found.items() if not is_there]


@nox.session(tags=["more"])
def docs(session: nox.Session) -> None:
    """The documentation as HTML, where a warning is an error; then whether all that is public is in it."""
    session.install("-e", ".[testing]", *group("docs"))
    session.run("sphinx-build", "-W", "--keep-going", "-E", "-b", "html", "docs", "docs/_build/html")
    session.run("pytest", "tests/site", *session.posargs)


@nox.session(tags=["more"], venv_backend="venv")
def build(session: nox.Session) -> None:
    """The sdist and the wheel made of it; installed by pip, the wheel is asked for what can differ from the source."""
    session.install(*group("build"))
    dist = Path(session.create_tmp()) / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(dist))
    (wheel,) = dist.glob("*.whl")
    BUILT[:] = [wheel.resolve()]
    session.install(str(wheel), *group("laws"))
    session.install("--force-reinstall", "--no-deps", str(wheel))
    cases = sorted(str(path) for path in Path("tests/parsing").glob("test_cases_*.py"))
    session.run("pytest", "tests/installed", *cases)


@nox.session(tags=["more"], python="3.11")
def lowest(session: nox.Session) -> None:
    """The tests of documents, formats, frames and the command, on the lowest version of everything that is allowed."""
    session.install("--no-compile", "-e", ".", *floors())
    rooms = ("tests/sources", "tests/exporters", "tests/frames", "tests/test_cli.py")
    session.run("pytest", "-n", "auto", *(session.posargs or rooms))


def floors() -> list[str]:
    """What the library, its extras and its tests ask for, each at the lowest version that pyproject.toml allows."""
    extras = PYPROJECT["project"]["optional-dependencies"].values()
    asked = (*PYPROJECT["project"]["dependencies"], *itertools.chain(*extras), *group("test"))
    return [each.replace(">=", "==") for each in asked]


@nox.session(tags=["more"])
def necessity(session: nox.Session) -> None:
    """Leaves out each shape and each principle of the reader in turn: one without which nothing changes is idle."""
    session.install("-e", ".", *group("laws"))
    session.run("python", "-m", "tests.parsing.necessity", *session.posargs)


@nox.session(tags=["more"])
def calls(session: nox.Session) -> None:
    """Counts the calls that reading a figure costs, against what was kept; `-- --keep` keeps what it costs now."""
    session.install("-e", ".", *group("laws"))
    session.run("python", "-m", "tests.parsing.calls", *session.posargs)


@nox.session(tags=["more"])
def r(session: nox.Session) -> None:
    """The pages of the documentation that have R in them; R is installed where it is missing and that is allowed."""
    if shutil.which("Rscript") is None and os.geteuid() == 0 and shutil.which("apt-get"):
        session.run("apt-get", "update", external=True, success_codes=[0, 100])
        session.run(
            "apt-get", "install", "-y", "--no-install-recommends", "r-base-core", external=True, success_codes=[0, 100]
        )
    if shutil.which("Rscript") is None:
        session.skip("there is no R here: install r-base-core")
    session.install("-e", ".[pandas]", *group("laws"))
    session.run("pytest", "tests/docs/test_pages.py", "-k", "r.md or with_r")


@nox.session(default=False)
def outputs(session: nox.Session) -> None:
    """Runs the pages of README and docs, and writes into them what they print; name pages after `--` for some."""
    session.install("-e", ".", *group("test"))
    session.run("python", "-m", "tests.docs.rewrite", *session.posargs)


@nox.session(tags=["more"], reuse_venv=False, venv_backend="venv")
def plugin(session: nox.Session) -> None:
    """The example plugin, and one that the template makes, from wheels in a fresh environment: their own tests."""
    scratch = Path(session.create_tmp()).resolve()
    (example,) = wheels(session, scratch / "example", EXAMPLE)
    session.install(f"{library(session)}[testing]", str(example))
    with session.chdir(EXAMPLE):
        session.run("pytest", "-p", "no:cacheprovider")
    made = scratch / "made"
    shutil.rmtree(made, ignore_errors=True)
    session.run("shandong-econ", "new-plugin", "made-up", str(made))
    (template,) = wheels(session, scratch / "template", made)
    session.install(str(template))
    with session.chdir(made):
        session.run("pytest", "-p", "no:cacheprovider")


@nox.session(tags=["more"], reuse_venv=False, venv_backend="venv")
def size(session: nox.Session) -> None:
    """What the library takes with all that it needs, in an environment that has nothing else."""
    own = installed(session)
    session.install(str(library(session)))
    sizes = {name: total for name, total in installed(session).items() if name not in own}
    for name, total in sorted(sizes.items(), key=lambda each: -each[1]):
        session.log(f"{total / 1e6:6.2f} MB  {name}")
    session.log(f"{sum(sizes.values()) / 1e6:6.2f} MB  in all")
    if sum(sizes.values()) > LARGEST:
        session.error(f"over {LARGEST / 1e6:.0f} MB: take something away, or put it behind an extra")


@nox.session(default=False)
def measure(session: nox.Session) -> None:
    """Scores the parser on marked texts, and writes how-well.md: give the scorer, and NAME=FOLDER for texts."""
    session.install("-e", ".")
    session.run("python", "docs/measure.py", *session.posargs)


def wheels(session: nox.Session, folder: Path, project: Path) -> list[Path]:
    """The wheel of a project, built anew into a folder of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    session.run("pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(project.resolve()))
    return list(folder.glob("*.whl"))


def library(session: nox.Session) -> Path:
    """The wheel of the library, the same for all sessions of a run."""
    BUILT[:] = BUILT or wheels(session, Path(session.create_tmp()).resolve() / "library", Path())
    return BUILT[0]


def installed(session: nox.Session) -> dict[str, int]:
    """The bytes that each top-level name takes among the packages of a session's environment."""
    found = session.run("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", silent=True)
    site = Path(str(found).strip())
    return {
        each.name: sum(path.stat().st_size for path in [each, *each.rglob("*")] if path.is_file())
        for each in site.iterdir()
    }
