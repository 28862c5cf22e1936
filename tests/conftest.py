"""Shared fixtures: tiny worlds made of the base world and one quirk, the real site, the articles where they are."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.server import ADDRESS
from tests.world import build_copy, make_world

# With a repository, as in publication: pages then have their links to report an error.
PUBLISHED = {"SITE_URL": ADDRESS, "GITHUB_SERVER_URL": "https://code.example", "GITHUB_REPOSITORY": "dalil/dalil"}
HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0"}

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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The real site, built once for all workers, with what it was made from beside it; to be read, never changed.

    DALIL_SITE names one that was built before, with SITE_URL as `server.ADDRESS`.
    """
    if given := os.environ.get("DALIL_SITE"):
        assert Path(given).is_dir(), f"DALIL_SITE={given}: there is no such folder"
        return Path(given).resolve()
    base = tmp_path_factory.getbasetemp()
    # Each worker has a folder of its own below the one that they share.
    shared = base.parent if hasattr(request.config, "workerinput") else base
    log = shared / "site.log"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not log.exists():
            log.write_text(build_copy(shared / "copy", PUBLISHED | HERE), encoding="utf-8")
    said = log.read_text(encoding="utf-8")
    if said:
        pytest.fail("\n".join(said.splitlines()[-20:]), pytrace=False)
    return shared / "copy" / "site"
