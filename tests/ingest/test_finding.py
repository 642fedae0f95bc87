import os
from pathlib import Path

import pytest

from dashboard.ingest.finding import find_files, read_bytes
from dashboard.ingest.reasons import Unreadable


def make(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    return root


def test_names_of_equal_folders_are_told_apart_by_more_of_their_path(tmp_path: Path) -> None:
    make(tmp_path, "x/un/a.txt", "y/un/a.txt", "y/un/b.txt")
    found = find_files([tmp_path / "x" / "un", tmp_path / "y" / "un"])
    assert sorted(found.all) == ["b.txt", "x/un/a.txt", "y/un/a.txt"]
    assert {name: path.read_text() for name, path in found.all.items()}["y/un/a.txt"] == "y/un/a.txt"


def test_a_folder_in_a_folder_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "un/a.txt", "b.txt")
    assert sorted(find_files([tmp_path / "un", tmp_path]).all) == ["b.txt", "un/a.txt"]


def test_files_named_alone_are_known(tmp_path: Path) -> None:
    make(tmp_path, "un/a.txt", "b.txt")
    found = find_files([tmp_path / "un", tmp_path / "b.txt"])
    assert sorted(found.alone) == ["b.txt"]


def test_a_pipe_named_alone_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.txt")
    found = find_files([tmp_path / "tube.txt"])
    assert found.all == {}
    assert [item.path for item in found.skipped] == ["tube.txt"]


def test_large_files_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(3_000_001)
    with pytest.raises(Unreadable) as fault:
        read_bytes(tmp_path / "a.txt", 3)
    assert fault.value.reason == "larger than 3 MB"
    assert len(read_bytes(tmp_path / "a.txt", 4)) == 3_000_001


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as fault:
        read_bytes(tmp_path / "a.txt", 3)
    assert fault.value.reason == "cannot be read (No such file or directory)"
