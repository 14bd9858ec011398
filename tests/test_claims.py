"""Laws of claims: what its maker holds is left alone, however finely the two meet, and looking costs little."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tests.api.samples import posix

from shandong_econ import claims

pytestmark = posix
NAMES = re.compile(r"draft-\d+")


def sweep(folder: Path) -> None:
    claims.sweep(folder, NAMES, Path.unlink)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_nobody_holds_is_swept(tmp_path: Path) -> None:
    """Of the names that are asked for, those are removed that nobody has claimed; another name is nobody's business."""
    for name in ("draft-1", "draft-2", "draft", "draft-3-mine"):
        (tmp_path / name).touch()
    with (tmp_path / "draft-2").open("rb+") as file:
        assert claims.claim(tmp_path / "draft-2", file.fileno())
        sweep(tmp_path)
        assert names(tmp_path) == ["draft", "draft-2", "draft-3-mine"]
    sweep(tmp_path)
    assert names(tmp_path) == ["draft", "draft-3-mine"]


def test_what_is_shared_is_kept_under_every_name(tmp_path: Path) -> None:
    """A file that is shared is swept under no name, and is not shared while another has claimed it."""
    (tmp_path / "file").touch()
    with (tmp_path / "file").open("rb+") as file, (tmp_path / "file").open("rb") as other:
        assert claims.share(file.fileno())
        assert claims.share(other.fileno())
        (tmp_path / "draft-1").hardlink_to(tmp_path / "file")
        sweep(tmp_path)
    assert (tmp_path / "draft-1").exists()
    with (tmp_path / "file").open("rb+") as file, (tmp_path / "file").open("rb") as other:
        assert claims.claim(tmp_path / "file", file.fileno())
        assert not claims.share(other.fileno())


def test_who_was_swept_before_the_claim_knows_it(tmp_path: Path) -> None:
    """Between the making and the claim a draft may be swept, or be about to be: then there is no claim."""
    path = tmp_path / "draft-1"
    with path.open("xb") as made, path.open("rb+") as sweeper:
        assert claims.claim(path, sweeper.fileno())
        assert not claims.claim(path, made.fileno())
    with path.open("rb+") as made:
        sweep(tmp_path)
        assert not claims.claim(path, made.fileno())


def test_what_was_moved_meanwhile_is_not_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that is moved to its place while it is looked at stays there, and so does what comes after it."""
    (tmp_path / "draft-1").write_bytes(b"whole")
    lock = claims._lock

    def moves_first(file: int, *, alone: bool) -> bool | None:
        (tmp_path / "draft-1").rename(tmp_path / "file")
        (tmp_path / "draft-1").write_bytes(b"another")
        return lock(file, alone=alone)

    monkeypatch.setattr(claims, "_lock", moves_first)
    sweep(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"file": b"whole", "draft-1": b"another"}


def test_links_and_pipes_are_not_gone_into(tmp_path: Path) -> None:
    """A link of such a name stays, and what it leads to; a pipe makes nobody wait."""
    (tmp_path / "mine").touch()
    (tmp_path / "draft-1").symlink_to(tmp_path / "mine")
    os.mkfifo(tmp_path / "draft-2")
    sweep(tmp_path)
    assert {"mine", "draft-1"} <= set(names(tmp_path))
    sweep(tmp_path / "absent")


def test_without_locks_nothing_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system or the file system has no locks a claim is nothing, a room is one, and all is left."""

    def refuse(file: int, how: int) -> None:
        raise OSError(95, "Operation not supported")

    (tmp_path / "draft-1").touch()
    for patch in (("fcntl.flock", refuse), ("shandong_econ.claims.LOCKS", False)):
        monkeypatch.setattr(*patch)
        with (tmp_path / "draft-1").open("rb") as file:
            assert claims.claim(tmp_path / "draft-1", file.fileno())
            assert claims.share(file.fileno())
        sweep(tmp_path)
        with claims.room() as folder:
            (folder / "file").touch()
        assert not folder.exists()
    assert names(tmp_path) == ["draft-1"]


def test_a_room_that_was_swept_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who loses a room before it is claimed gets another."""
    monkeypatch.setattr(claims, "gettempdir", lambda: str(tmp_path))
    claim = claims.claim
    lost: list[Path] = []

    def claim_late(path: Path, file: int) -> bool:
        if not lost:
            lost.append(path)
            path.rmdir()
        return claim(path, file)

    monkeypatch.setattr(claims, "claim", claim_late)
    with claims.room() as folder:
        assert folder.is_dir()
        assert [folder] != lost


def test_a_large_folder_is_looked_through_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of a thousand names or less is looked through each time, of ten thousand one time in eleven."""
    monkeypatch.setattr(claims, "_LOOKED_AT_FREELY", 5)
    scandir, looks = os.scandir, []

    def counted(folder: Path) -> object:
        looks.append(folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", counted)
    for name in range(50):
        (tmp_path / str(name)).touch()
    for _ in range(22):
        sweep(tmp_path)
    assert len(looks) == 2
    for name in range(5, 50):
        (tmp_path / str(name)).unlink()
    for _ in range(3):
        sweep(tmp_path)
    assert len(looks) == 2 + 3
