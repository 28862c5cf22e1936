"""Shared fixtures: tiny worlds made of the base world and one quirk, and the articles where they are."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WORLDS = ROOT / "tests" / "worlds"

# Worlds and benchmarks are data.
collect_ignore = ["worlds"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--texts", default=os.environ.get("DALIL_TEXTS", ""), help="folder of the articles as supplied")
    parser.addoption("--no-texts", action="store_true", help="say that the articles are not to be had here")


@pytest.fixture(scope="session")
def texts(request: pytest.FixtureRequest) -> Path:
    """The folder of the articles.  Without it a test is skipped, or fails in CI unless --no-texts says why."""
    given = request.config.getoption("--texts")
    if given and Path(given).is_dir():
        return Path(given).resolve()
    if request.config.getoption("--no-texts"):
        pytest.skip("the articles are not to be had here (--no-texts)")
    if os.environ.get("CI"):
        pytest.fail("this test needs the articles: pass --texts DIR, or --no-texts to do without")
    pytest.skip("needs the articles: pass --texts DIR or set DALIL_TEXTS")


def make_world(quirk: str, target: Path) -> Path:
    """The base world with the real vocabulary, laid over with the files of one quirk."""
    shutil.copytree(WORLDS / "base", target)
    shutil.copytree(ROOT / "seeds" / "vocabulary", target / "seeds" / "vocabulary")
    overlay = WORLDS / quirk
    if quirk != "base":
        shutil.copytree(overlay, target, dirs_exist_ok=True, symlinks=True)
    return target


@pytest.fixture
def world(tmp_path: Path) -> Callable[[str], Path]:
    """Make a world by name."""
    return lambda quirk: make_world(quirk, tmp_path / quirk)
