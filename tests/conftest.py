"""Shared fixtures: tiny worlds made of the base world and one quirk, and the articles where they are."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.world import make_world

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


@pytest.fixture
def world(tmp_path: Path) -> Callable[[str], Path]:
    """Make a world by name."""
    return lambda quirk: make_world(quirk, tmp_path / quirk)
