"""A page of the documentation as its blocks, run from top to bottom: what each is to print, and what it printed.

A `python` block goes on where the one above ends, and the `text` block right after it is what it prints. A `console`
block holds commands, each after `$ ` (and `> ` where it goes on), with what they print. An `r` block is R. All of a
page runs in one folder; a command of the library that asks nothing of a shell runs in this very process, for a start
costs more than most commands do.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any
from unittest.mock import patch

import attrs
from markdown_it import MarkdownIt

import shandong_econ
from shandong_econ.cli import main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
COLUMNS = 100
"""How wide the terminal is in which the pages' commands run."""
_END_OF_R = "\x1e"
_WITHOUT_A_SHELL = re.compile(r"""shandong-econ((?: [\w./*—-]+| "[^"$`\\\n]*")+)""")
"""A command of the library, and its words, none of which means anything to a shell but a path with stars."""


@attrs.frozen
class Block:
    """A block of code: its language, its lines, and the place of the first of them in the page, from 0."""

    language: str
    content: str
    line: int

    @property
    def end(self) -> int:
        """The place of the line after its last."""
        return self.line + self.content.count("\n")


@attrs.frozen
class Step:
    """A block that is run, with the block of what it is to print, where there is one."""

    block: Block
    shown: Block | None


@attrs.frozen
class Printed:
    """What was printed where a page shows something else, at the lines from `line` to before `end`.

    `apart` says that no block of the page shows it: one is to come at `line`.
    """

    line: int
    end: int
    shown: str
    printed: str
    apart: bool = False


def pages() -> list[Path]:
    """Every page that a reader may open: the READMEs and the documentation."""
    return sorted([*ROOT.glob("README*.md"), *(p for p in DOCS.rglob("*.md") if not p.name.endswith(".in.md"))])


def named(page: Path) -> str:
    """The path of a page from the root of the project."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path) -> list[Block]:
    """The blocks of code of a page, in order; one that is indented, without a fence, has no language."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [
        Block(token.info.strip(), token.content, token.map[0] + (token.type == "fence"))
        for token in tokens
        if token.type in {"fence", "code_block"} and token.map is not None
    ]


def steps(page: Path) -> list[Step]:
    """What of a page is run; a `text` block belongs to the block that ends at most one empty line above it."""
    found = blocks(page)
    return [
        Step(block, _output_of(block, follower))
        for block, follower in zip_longest(found, found[1:])
        if block.language in {"python", "console", "r"}
    ]


def _output_of(block: Block, follower: Block | None) -> Block | None:
    near = follower is not None and follower.language == "text" and follower.line - block.end <= 3
    return follower if near and block.language != "console" else None


def run(page: Path, folder: Path) -> list[Printed]:
    """Runs a page in a folder, and gives each place at which it shows something else than was printed.

    R is left out where it is not installed.
    """
    shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    wrong: list[Printed] = []
    told = steps(page)
    with contextlib.chdir(folder):
        for step in told:
            if step.block.language == "python":
                wrong += _compared(step, _run_python(page, step.block, namespace))
            elif step.block.language == "console":
                wrong += _run_console(step.block, folder)
        of_r = [step for step in told if step.block.language == "r"]
        if of_r and shutil.which("Rscript"):
            # A program that fails prints for fewer blocks; the last of them then shows the error.
            for step, printed in zip(of_r, _run_r([step.block for step in of_r]), strict=False):
                wrong += _compared(step, printed)
    return sorted(wrong, key=lambda one: one.line)


def _compared(step: Step, printed: str) -> list[Printed]:
    """Nothing where the page shows what was printed; the shown lines may end without spaces."""
    shown = step.shown.content if step.shown else ""
    if shown.rstrip() == _trimmed(printed):
        return []
    at = step.shown or Block("text", "", step.block.end + 1)
    return [Printed(at.line, at.end, shown, _trimmed(printed) + "\n", apart=step.shown is None)]


def _trimmed(printed: str) -> str:
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n")


def _run_python(page: Path, block: Block, namespace: dict[str, Any]) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        # The empty lines above give a traceback the page's own line numbers.
        exec(compile("\n" * block.line + block.content, str(page), "exec"), namespace)
    return said.getvalue()


def _run_console(block: Block, folder: Path) -> list[Printed]:
    wrong: list[Printed] = []
    for line, end, command, shown in _commands(block):
        plain = _WITHOUT_A_SHELL.fullmatch(command)
        printed = _trimmed(_said_to(plain[1]) if plain else _printed_by(["sh", "-c", command], _shell(folder)))
        if printed != shown.rstrip():
            wrong.append(Printed(line, end, shown, printed + "\n" if printed else ""))
    return wrong


def _said_to(words: str) -> str:
    """What the library's command prints in this process, in the folder that it is in, its errors where they come."""
    arguments = [
        each for word in shlex.split(words) for each in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
    ]
    printed = io.BytesIO()
    with io.TextIOWrapper(printed, encoding="utf-8", write_through=True) as file:
        with (
            contextlib.redirect_stdout(file),
            contextlib.redirect_stderr(file),
            patch.dict(os.environ, {"COLUMNS": str(COLUMNS)}),
        ):
            main(arguments)
        file.flush()
        return printed.getvalue().decode()


def _commands(block: Block) -> Iterator[tuple[int, int, str, str]]:
    """Each command of a console block with what it is to print, and the lines at which that stands."""
    lines = block.content.splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        first = start + 1
        while first < stop and lines[first].startswith("> "):
            first += 1
        command = "\n".join(line[2:] for line in lines[start:first])
        yield block.line + first, block.line + stop, command, "\n".join(lines[first:stop])


def _shell(folder: Path) -> dict[str, str]:
    """The environment of a command: this very library as `shandong-econ`, and a terminal of a fixed width."""
    programs = folder / ".programs"
    programs.mkdir(exist_ok=True)
    script = programs / "shandong-econ"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m shandong_econ "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return {
        **os.environ,
        "PATH": os.pathsep.join([str(programs), str(Path(sys.executable).parent), os.environ["PATH"]]),
        "PYTHONPATH": str(Path(shandong_econ.__file__).parents[1]),
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": str(COLUMNS),
    }


def _run_r(told: list[Block]) -> list[str]:
    """What each block of R prints; they are one program."""
    program = f'\ncat("{_END_OF_R}")\n'.join(block.content for block in told)
    Path("page.R").write_text(program, encoding="utf-8")
    printed = _printed_by(["Rscript", "--vanilla", "--encoding=UTF-8", "page.R"], {**os.environ, "LC_ALL": "C.UTF-8"})
    return printed.split(_END_OF_R)


def _printed_by(command: list[str], environment: dict[str, str]) -> str:
    """What a command prints, its errors where they come."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", env=environment, check=False
    )
    return done.stdout
