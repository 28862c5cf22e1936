import os
from pathlib import Path

import pytest

from dalil import publish


def folder(path: Path, content: str) -> Path:
    publish.write_folder(path, {"a/b.txt": content.encode()})
    return path


@pytest.mark.parametrize("exchange", [True, False])
def test_swap_puts_the_fresh_folder_in_place(tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not exchange:
        monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    target = folder(tmp_path / "site", "old")
    publish.swap(folder(tmp_path / "fresh", "new"), target)
    assert (target / "a/b.txt").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_swap_where_nothing_was(tmp_path: Path) -> None:
    publish.swap(folder(tmp_path / "fresh", "new"), tmp_path / "site")
    assert (tmp_path / "site/a/b.txt").read_text() == "new"


def test_a_swap_cut_off_between_its_renames_is_mended(tmp_path: Path) -> None:
    folder(tmp_path / ".site.old", "old")
    publish.mend(tmp_path / "site")
    assert (tmp_path / "site/a/b.txt").read_text() == "old"


def test_leftovers_of_a_finished_swap_go(tmp_path: Path) -> None:
    folder(tmp_path / ".site.old", "old")
    folder(tmp_path / "site", "new")
    publish.mend(tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        folder(tmp_path / "x", "content")
    finally:
        os.umask(before)
    assert (tmp_path / "x/a").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "x/a/b.txt").stat().st_mode & 0o777 == 0o644
