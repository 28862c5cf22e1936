"""Whole builds of the real corpus: equal bytes under any clock and locale, and an engine that can be replaced."""

from __future__ import annotations

import filecmp
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PUBLISHED
from tests.world import build_copy

# As far from those under which the shared site is built as can be (`HERE` in conftest.py).
ELSEWHERE = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "4711",
    "SOURCE_DATE_EPOCH": "1900000000",
}


@pytest.fixture(scope="module")
def twins(built: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    other = tmp_path_factory.mktemp("twins") / "other"
    assert build_copy(other, PUBLISHED | ELSEWHERE, umask=0o077) == ""
    return built.parent, other


def files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["site", "datapackage"])
def test_two_builds_are_identical(twins: tuple[Path, Path], name: str) -> None:
    """Time zone, locale, umask and hash seed leave no trace, neither in bytes nor in modes."""
    one, other = (files(folder / name) for folder in twins)
    assert list(one) == list(other)
    assert [path for path in one if not filecmp.cmp(one[path], other[path], shallow=False)] == []
    assert {path.stat().st_mode & 0o777 for path in (*one.values(), *other.values())} == {0o644}


@pytest.mark.slow
def test_the_comparison_would_see_a_difference(twins: tuple[Path, Path], tmp_path: Path) -> None:
    page = Path(shutil.copy(twins[0] / "site/en/index.html", tmp_path))
    assert filecmp.cmp(page, twins[1] / "site/en/index.html", shallow=False)
    page.write_bytes(page.read_bytes() + b" ")
    assert not filecmp.cmp(page, twins[1] / "site/en/index.html", shallow=False)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_zensical_builds_the_same_pages(twins: tuple[Path, Path], tmp_path: Path, language: str) -> None:
    """The Markdown and configuration that the engine reads are enough for another engine: the way out is open."""
    shutil.copytree(twins[0] / "build", tmp_path / "build")
    shutil.copy(twins[0] / "mkdocs.yml", tmp_path / "mkdocs.yml")
    config = tmp_path / "build" / f"mkdocs.{language}.yml"
    shutil.rmtree(tmp_path / "build" / "site")
    command = [sys.executable, "-m", "zensical", "build", "-f", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    ours = {name for name in files(twins[0] / "build/site" / language) if name.endswith(".html")}
    theirs = {name for name in files(tmp_path / "build/site" / language) if name.endswith(".html")}
    assert ours - {"404.html"} <= theirs
    for name in sorted(ours - {"404.html"}):
        page = (tmp_path / "build/site" / language / name).read_text("utf-8")
        kept = (twins[0] / "build/site" / language / name).read_text("utf-8")
        assert sorted(re.findall(r'href="fact:([^"]+)"', page)) == sorted(re.findall(r'href="fact:([^"]+)"', kept)), (
            name
        )
